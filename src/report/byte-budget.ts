/** The lines that fit. */
export interface FittedLines {
  readonly lines: readonly string[];
  /** Bytes in UTF-8, including a line end for each line. */
  readonly bytes: number;
  /** Number of lines that do not fit. */
  readonly omitted: number;
}

/** Bytes in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The first lines that fit into `maxBytes` in total. */
export function firstLinesWithin(lines: readonly string[], maxBytes: number): FittedLines {
  return linesWithin(lines, { maxBytes, lineOf: (line) => line });
}

/** One line per entry, as many as fit into `maxBytes` in total. The other lines are not even built. */
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
