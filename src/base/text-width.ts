/**
 * Characters that take two terminal cells, in addition to emoji: East Asian wide and fullwidth forms.
 * @see https://www.unicode.org/reports/tr11/
 */
const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const nothing = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;

/** Each takes one cell and combines with nothing. This program adds the last two itself. */
const plain = /^[\u0020-\u007e…›]*$/;

/** Made when it is first needed: it takes longer than loading all of our modules about text. */
let segmenter: Intl.Segmenter | undefined;

/** The number of terminal cells of a text without control characters. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** The beginning of a text that fits into `cells` cells. */
export function headOf(graphemes: readonly string[], cells: number): string {
  let used = 0;
  let count = 0;
  for (const grapheme of graphemes) {
    used += graphemeWidth(grapheme);
    if (used > cells) break;
    count += 1;
  }
  return graphemes.slice(0, count).join('');
}

/** The end of a text that fits into `cells` cells. */
export function tailOf(graphemes: readonly string[], cells: number): string {
  let used = 0;
  let from = graphemes.length;
  while (from > 0) {
    used += graphemeWidth(graphemes[from - 1] ?? '');
    if (used > cells) break;
    from -= 1;
  }
  return graphemes.slice(from).join('');
}

/** The text in at most `cells` cells, with an ellipsis if it is truncated. */
export function fitText(text: string, cells: number): string {
  if (textWidth(text) <= cells) return text;
  return cells < 1 ? '' : `${headOf(graphemesOf(text), cells - 1)}…`;
}

/** The text in exactly `cells` cells, padded with blanks. */
export function padText(text: string, cells: number): string {
  const fitted = fitText(text, cells);
  return fitted + ' '.repeat(Math.max(0, cells - textWidth(fitted)));
}

/** The characters of a text as a reader perceives them. */
export function graphemesOf(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme <= '\u007e') return 1;
  if (nothing.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
