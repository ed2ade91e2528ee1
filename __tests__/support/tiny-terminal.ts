/** What a terminal shows after it was written to, as far as our own sequences go; it throws at any other. */
export interface ScreenState {
  readonly lines: readonly string[];
  readonly isCursorVisible: boolean;
  readonly wraps: boolean;
}

/** A terminal of so many columns, endlessly high, that keeps everything. */
export function screenAfter(written: string, columns = 100): ScreenState {
  const lines: string[][] = [[]];
  let row = 0;
  let column = 0;
  let isCursorVisible = true;
  let wraps = true;
  const down = (): void => {
    row += 1;
    lines[row] ??= [];
  };
  const put = (text: string): void => {
    if (column >= columns) {
      if (!wraps) return;
      down();
      column = 0;
    }
    const line = lines[row] ?? [];
    while (line.length < column) line.push(' ');
    line[column] = text;
    column += 1;
  };
  const parts = written.match(/\u001b\[[?\d;]*[A-Za-z]|[^]/gu) ?? [];
  for (const part of parts) {
    if (part === '\n') down();
    else if (part === '\r') column = 0;
    else if (!part.startsWith('\u001b')) put(part);
    else if (part.endsWith('m')) continue;
    else if (part === '\u001b[J') {
      lines.splice(row + 1);
      lines[row]?.splice(column);
    } else if (part === '\u001b[K') lines[row]?.splice(column);
    else if (part.endsWith('A')) row = Math.max(0, row - Number(part.slice(2, -1)));
    else if (/^\u001b\[\?25[hl]$/.test(part)) isCursorVisible = part.endsWith('h');
    else if (/^\u001b\[\?7[hl]$/.test(part)) wraps = part.endsWith('h');
    else throw new Error(`unknown sequence ${JSON.stringify(part)}`);
  }
  return { lines: lines.map((line) => line.join('').trimEnd()), isCursorVisible, wraps };
}
