import { textWidth } from '../base/text-width.js';
import { stripTerminalSequences } from '../base/text.js';

/** The last lines of a terminal, drawn anew again and again, with a log that grows above them. */
export interface LiveScreen {
  /** Prints lines for good, above what is shown. */
  readonly print: (text: string) => void;
  /** Shows these lines instead of those shown before; none may be wider than the terminal. */
  readonly show: (lines: readonly string[]) => void;
  /** Takes away what is shown. */
  readonly clear: () => void;
}

const escape = '\u001b[';
const eraseBelow = `${escape}J`;
const eraseToEnd = `${escape}K`;
/**
 * While a frame is drawn: no cursor that jumps about, no line that wraps. Both are given back in the same
 * write, so that nothing can end in between.
 */
const begin = `${escape}?25l${escape}?7l`;
const end = `${escape}?7h${escape}?25h`;

/**
 * A screen on a terminal, which is only ever written to in whole frames. Sequences that all terminals know,
 * those of Windows 10 among them.
 */
export function createLiveScreen(deps: {
  readonly write: (text: string) => void;
  readonly columns: () => number;
}): LiveScreen {
  /** Widths of the lines that are shown. */
  let shown: readonly number[] = [];
  const toTop = (): string => {
    // A terminal that became narrower has wrapped what is shown.
    const columns = Math.max(1, deps.columns());
    const rows = shown.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    return rows === 0 ? '' : `\r${escape}${rows}A`;
  };
  let frame: readonly string[] = [];
  const draw = (lines: readonly string[], above: string): void => {
    const body = lines.map((line) => `${line}${eraseToEnd}\n`).join('');
    deps.write(`${begin}${toTop()}${above === '' ? '' : eraseBelow}${above}${body}${eraseBelow}${end}`);
    frame = lines;
    shown = lines.map((line) => textWidth(stripTerminalSequences(line)));
  };
  return {
    print: (text) => {
      if (frame.length === 0) deps.write(text);
      else draw(frame, text);
    },
    show: (lines) => draw(lines, ''),
    clear: () => {
      if (frame.length > 0) draw([], '');
    },
  };
}
