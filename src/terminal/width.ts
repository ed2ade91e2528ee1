/** Characters that take two cells of a terminal, beside emoji: East Asian wide and fullwidth forms. @see https://www.unicode.org/reports/tr11/ */
const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const nothing = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many cells of a terminal a text takes; it has no control characters. */
export function textWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** The text in at most `cells` cells, with an ellipsis where it was cut. */
export function fitText(text: string, cells: number): string {
  if (textWidth(text) <= cells) return text;
  let used = 1;
  let kept = '';
  for (const grapheme of graphemesOf(text)) {
    used += graphemeWidth(grapheme);
    if (used > cells) break;
    kept += grapheme;
  }
  return cells < 1 ? '' : `${kept}…`;
}

/** The text in exactly so many cells, filled up with blanks. */
export function padText(text: string, cells: number): string {
  const fitted = fitText(text, cells);
  return fitted + ' '.repeat(Math.max(0, cells - textWidth(fitted)));
}

function graphemesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (nothing.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
