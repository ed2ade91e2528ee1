import { type Clock, systemClock } from '../base/clock.js';
import type { RunEvent } from '../model/events.js';
import { type FrameLine, type FrameSpace, type LivePicture, liveFrame, pictureAfter } from './frame.js';
import { type LiveScreen, createLiveScreen } from './screen.js';
import {
  type TerminalTraits,
  bold,
  coloredText,
  cyan,
  dim,
  green,
  red,
  terminalTraits,
  yellow,
} from './style.js';

export interface LiveViewDeps {
  readonly clock: Clock;
  readonly screen: LiveScreen;
  readonly traits: TerminalTraits;
  readonly size: () => Pick<FrameSpace, 'columns' | 'rows'>;
  /** Removes known secrets from a text, without making it wider. */
  readonly redact: (text: string) => string;
}

/** A live view of a run below its log. */
export interface LiveView {
  readonly watch: (event: RunEvent) => void;
  /** Redraws the view after the terminal has been resized. */
  readonly redraw: () => void;
  /** Removes the view permanently. */
  readonly close: () => void;
}

/** Enough for seconds and the spinner. */
const frameMs = 250;

const paints: Readonly<Record<FrameLine['state'], (text: string) => string>> = {
  title: bold,
  failed: red,
  warned: yellow,
  running: cyan,
  passed: green,
  waiting: dim,
  over: dim,
};

/** Draws the events, and the time in between. An error of the view ends only the view. */
export function createLiveView({ clock, screen, traits, size, redact }: LiveViewDeps): LiveView {
  let picture: LivePicture | undefined;
  let disposeTimer: (() => void) | undefined;
  let isClosed = false;
  const draw = (): void => {
    if (isClosed || picture === undefined) return;
    const frame = liveFrame(picture, { ...size(), glyphs: traits.glyphs }, clock.nowMs());
    const paint = (text: string, state: FrameLine['state']): string =>
      traits.colors === 'ours' ? paints[state](text) : text;
    screen.show(frame.map(({ text, state }) => paint(redact(text), state)));
    disposeTimer?.();
    disposeTimer = clock.schedule(frameMs, guarded(draw), 'idle');
  };
  const close = (): void => {
    isClosed = true;
    disposeTimer?.();
    screen.clear();
  };
  const guarded = (work: () => void) => (): void => {
    try {
      work();
    } catch {
      close();
    }
  };
  return {
    watch: (event) =>
      guarded(() => {
        if (isClosed) return;
        const before = picture;
        picture = pictureAfter(picture, event, { nowMs: clock.nowMs(), redact });
        if (event.kind === 'ended') close();
        else if (picture !== before) draw();
      })(),
    redraw: guarded(draw),
    close,
  };
}

/** Standard output, possibly a terminal. */
export interface Terminal {
  readonly print: (text: string) => void;
  /** Starts the view below the log, redacted with `redact`; `undefined` if lines cannot be redrawn. */
  readonly openView: (redact: (text: string) => string) => LiveView | undefined;
  /** The width of a line in cells; `undefined` if unknown. */
  readonly lineCells: () => number | undefined;
}

/** The terminal of this process, or its replacement. */
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
    print: (text) => screen.print(coloredText(text, traits.colors)),
    lineCells: () => (stdout.isTTY && stdout.columns > 0 ? stdout.columns : undefined),
    openView: (redact) => {
      if (!traits.isLive) return undefined;
      const view = createLiveView({ clock: systemClock, screen, traits, size, redact });
      stdout.on('resize', view.redraw);
      // Ctrl+Z had suspended the process, and the shell has written to the terminal since.
      process.on('SIGCONT', view.redraw);
      return view;
    },
  };
}
