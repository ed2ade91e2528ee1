import { textWidth } from '../base/text-width.js';
import { stripTerminalSequences } from '../base/text.js';

/** The last lines of a terminal, redrawn repeatedly, below a growing log. */
export interface LiveScreen {
  /** Prints permanent lines above the view. */
  readonly print: (text: string) => void;
  /** Replaces the displayed lines; none may be wider than the terminal. */
  readonly show: (lines: readonly string[]) => void;
  /** Removes the displayed lines. */
  readonly clear: () => void;
}

const escape = '\u001b[';
const eraseBelow = `${escape}J`;
const eraseToEnd = `${escape}K`;
/**
 * Hides the cursor and disables line wrap while a frame is drawn. The same write restores both, so an exit
 * cannot leave them disabled.
 */
const begin = `${escape}?25l${escape}?7l`;
const end = `${escape}?7h${escape}?25h`;

/**
 * A live screen that writes whole frames only. Uses sequences that all terminals support, including those of
 * Windows 10.
 */
export function createLiveScreen(deps: {
  readonly write: (text: string) => void;
  readonly columns: () => number;
}): LiveScreen {
  /** Widths of the displayed lines. */
  let shown: readonly number[] = [];
  const toTop = (): string => {
    // A terminal that became narrower has wrapped the displayed lines.
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
