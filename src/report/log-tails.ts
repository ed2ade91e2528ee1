import { byteLength } from './byte-budget.js';
import { escapeHtml, logLine } from './markdown.js';

/** The end of a log, ready for `<pre>`. */
export interface FittedTail {
  readonly lines: readonly string[];
  /** How many lines before them found no room. */
  readonly omitted: number;
}

interface Filling {
  readonly source: readonly string[];
  /** Last line first. */
  readonly taken: string[];
}

/**
 * The last lines of each log, as many as fit into `maxBytes` together. Room is divided evenly, and what short logs leave goes to the long ones. Only lines
 * that find room are worked on, however many there are.
 */
export function tailsWithin(logs: readonly (readonly string[])[], maxBytes: number): readonly FittedTail[] {
  const fillings = logs.map((source): Filling => ({ source, taken: [] }));
  let left = maxBytes;
  let used = -1;
  while (used !== 0) {
    const open = fillings.filter(({ source, taken }) => taken.length < source.length);
    const share = Math.floor(left / Math.max(1, open.length));
    used = open.reduce((sum, filling) => sum + fill(filling, share), 0);
    left -= used;
  }
  return fillings.map(({ source, taken }) => ({
    lines: [...taken].reverse(),
    omitted: source.length - taken.length,
  }));
}

/** Takes further lines from the end, of at most `maxBytes` together; gives how many bytes they have. */
function fill({ source, taken }: Filling, maxBytes: number): number {
  let bytes = 0;
  while (taken.length < source.length) {
    const line = escapeHtml(logLine(source[source.length - 1 - taken.length] ?? ''));
    const next = bytes + byteLength(line) + 1;
    if (next > maxBytes) break;
    bytes = next;
    taken.push(line);
  }
  return bytes;
}
