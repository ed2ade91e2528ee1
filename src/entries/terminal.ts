import { systemClock } from '../base/clock.js';
import { createLiveScreen } from '../hosts/live-screen.js';
import { colouredText } from '../hosts/status-colours.js';
import { terminalTraits } from '../hosts/terminal-traits.js';
import { createLiveView, type LiveView } from './live-view.js';

/** Standard output, where a person may look at it. */
export interface Terminal {
  readonly print: (text: string) => void;
  /** Begins the view below the log, without what `redact` takes out; `undefined` where lines cannot be drawn anew. */
  readonly openView: (redact: (text: string) => string) => LiveView | undefined;
}

/** The terminal of this process, or what stands in its place. */
export function processTerminal(): Terminal {
  const { stdout, env: environment, platform } = process;
  const traits = terminalTraits({ environment, isTerminal: stdout.isTTY, platform });
  const write = (text: string): void => void stdout.write(text);
  const size = (): { columns: number; rows: number } => ({
    columns: stdout.columns || 80,
    rows: stdout.rows || 24,
  });
  const screen = createLiveScreen({ write, columns: () => size().columns });
  return {
    print: (text) => screen.print(colouredText(text, traits.colours)),
    openView: (redact) => {
      if (!traits.isLive) return undefined;
      const view = createLiveView({ clock: systemClock, screen, traits, size, redact });
      stdout.on('resize', view.redraw);
      // Somebody had stopped us with Ctrl+Z, and the shell has written since.
      process.on('SIGCONT', view.redraw);
      return view;
    },
  };
}
