import { cleanLine } from '../base/foreign-text.js';
import { tokensIn } from '../base/token-kind.js';

const maxShownCharacters = 80;

/**
 * A given text as messages may show it: quoted, on one line, shortened. A text that could be a token (people mix up their inputs)
 * is described instead.
 */
export function shownText(text: string): string {
  return isTokenLike(text)
    ? `a text of ${text.length} characters (not shown, it could be a token)`
    : `"${cleanLine(text, maxShownCharacters)}"`;
}

/** A key of a map as messages may show it. */
export function shownKey(key: string): string {
  return tokensIn(key).length > 0 ? '***' : cleanLine(key, maxShownCharacters);
}

/** Words with digits in them and no separator but `-` and `_`, as long as the shortest trigger tokens; and a line of a key in base64. */
function isTokenLike(text: string): boolean {
  const word = text.trim();
  if (/^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/.test(word)) return true;
  return tokensIn(text).length > 0 || /^[A-Za-z0-9+/=_-]{64,}$/.test(word);
}
