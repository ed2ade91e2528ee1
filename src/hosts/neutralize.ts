import { withoutInvisible } from '../base/text.js';

/** Invisible, and enough to keep a host from recognizing a command. */
export const wedge = '\u200b';

/** Colors stay; every other sequence of a terminal loses the control characters that begin and end it. */
const control = /\u001b\[[\d;:]*m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * The lines of a text, ended by LF, CR or both, without what nobody sees and control characters other than
 * tabs and those of colors.
 */
export function linesOf(text: string): readonly string[] {
  return withoutInvisible(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(control, (found) => (found.endsWith('m') && found.length > 1 ? found : '')));
}

/**
 * A value in which nothing fits `risky`: as it is where nothing did; a JSON object or list with those
 * characters written as `\uXXXX`, which means the same; `undefined` for any other text. `risky` is global,
 * and fits only what stands inside of JSON strings.
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
