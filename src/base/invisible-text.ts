/**
 * The one set of characters that nobody sees: all format characters of Unicode (marks that turn the direction of text, joiners, soft hyphens, tags) and all that
 * may be ignored in display. What emoji and some scripts are joined with is told apart, because it is only a riddle where it joins nothing.
 */
const joining = '\\u200c|\\u200d|\\ufe0e|\\ufe0f';
const unseen = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const visible = `[^\\u0000-\\u009f${unseen}]`;
const joined = `[^\\u0000-\\u00ff${unseen}]`;

/** Control characters of both sets, and the line separators of Unicode; of these, only some are white space. */
export const controlCharacters = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';

/** A pattern (flag `u`) of what is never of use in a line of text. */
export const invisibleMark = `(?!${joining})[${unseen}]`;

/** The same with joiners, wherever they stand: for whoever compares texts as they look. */
export const invisibleCharacter = `[${unseen}]`;

const strayJoiner = [
  `(?<!${joined}\\ufe0f?)(?:\\u200c|\\u200d)`,
  `(?:\\u200c|\\u200d)(?!${joined})`,
  `(?<!${visible})\\ufe0e`,
  `(?<!${visible}|[0-9#*](?=\\ufe0f\\u20e3))\\ufe0f`,
].join('|');

const plain = /^[\n\u0020-\u007e]*$/;
const invisible = new RegExp(`${invisibleMark}|${strayJoiner}`, 'gu');

/** The text without what nobody sees; emoji and scripts that need joiners keep them where they join something. */
export function withoutInvisible(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, '');
}
