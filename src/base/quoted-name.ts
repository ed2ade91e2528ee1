import { cleanLine } from './foreign-text.js';
import { withoutTokens } from './token-kind.js';

/** A name that somebody else has given, for the middle of a sentence: in quotes, on one line, with nothing in it that looks like a token. */
export function quotedName(name: string): string {
  return `"${cleanLine(withoutTokens(name), 100)}"`;
}
