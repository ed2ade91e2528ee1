import { withoutInvisible } from '../base/text.js';

/** An invisible character that prevents a host from recognizing a command. */
export const wedge = '\u200b';

/** Colors stay. Every other terminal sequence loses the control characters that start and end it. */
const control = /\u001b\[[\d;:]*m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * The lines of a text, which end in LF, CR or both, without invisible characters and without control
 * characters except tabs and colors.
 */
export function linesOf(text: string): readonly string[] {
  return withoutInvisible(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(control, (found) => (found.endsWith('m') && found.length > 1 ? found : '')));
}

/**
 * A value in which nothing matches `risky`: unchanged if nothing did; a JSON object or list with the matches
 * written as `\uXXXX`, which means the same; `undefined` for any other text. `risky` is global, and matches
 * only inside JSON strings.
 */
export function withoutRisk(value: string, risky: RegExp): string | undefined {
  if (value.search(risky) < 0) return value;
  if (!isJsonDocument(value)) return undefined;
  return value.replace(risky, (found) => Array.from(found, jsonEscape).join(''));
}

function isJsonDocument(value: string): boolean {
  if (!/^[{[]/.test(value)) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function jsonEscape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
