/** The lines that found room. */
export interface FittedLines {
  readonly lines: readonly string[];
  /** Bytes in UTF-8, with a line end for each. */
  readonly bytes: number;
  /** How many lines found none. */
  readonly omitted: number;
}

/** Bytes in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The first lines that fit into `maxBytes` together. */
export function firstLinesWithin(lines: readonly string[], maxBytes: number): FittedLines {
  return linesWithin(lines, { maxBytes, lineOf: (line) => line });
}

/**
 * A line for each entry, the first that fit into `maxBytes` together; lines of the others are not even made.
 */
export function linesWithin<Entry>(
  entries: readonly Entry[],
  to: { readonly maxBytes: number; readonly lineOf: (entry: Entry, index: number) => string },
): FittedLines {
  const lines: string[] = [];
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    const line = to.lineOf(entry, index);
    const next = bytes + byteLength(line) + 1;
    if (next > to.maxBytes) break;
    bytes = next;
    lines.push(line);
  }
  return { lines, bytes, omitted: entries.length - lines.length };
}
