import { cleanLine } from '../base/foreign-text.js';

/** A commit as people write it; what is none is cut off with a mark, so that redaction knows a secret in it. */
export function shortSha(sha: string): string {
  return /^[0-9a-f]{8,}$/.test(sha) ? sha.slice(0, 8) : cleanLine(sha, 9);
}
