import type { Clock } from '../base/clock.js';
import type { LiveScreen } from '../hosts/live-screen.js';
import { bold, cyan, dim, green, red, yellow } from '../hosts/status-colours.js';
import type { TerminalTraits } from '../hosts/terminal-traits.js';
import { liveFrame, type FrameLine, type FrameSpace } from '../report/live-frame.js';
import { pictureAfter, type LivePicture } from '../report/live-picture.js';
import type { RunEvent } from '../report/run-event.js';

export interface LiveViewDeps {
  readonly clock: Clock;
  readonly screen: LiveScreen;
  readonly traits: TerminalTraits;
  readonly size: () => Pick<FrameSpace, 'columns' | 'rows'>;
  /** Takes known secrets out of a text; it becomes no wider. */
  readonly redact: (text: string) => string;
}

/** A view of a run below its log. */
export interface LiveView {
  readonly watch: (event: RunEvent) => void;
  /** Draws what is shown anew, for a terminal of another size. */
  readonly redraw: () => void;
  /** Takes it away for good. */
  readonly close: () => void;
}

/** Seconds pass and the spinner turns; more often would be for the eye alone. */
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

/** Draws what happens, and the time in between. Its own trouble ends the view and nothing else. */
export function createLiveView({ clock, screen, traits, size, redact }: LiveViewDeps): LiveView {
  let picture: LivePicture | undefined;
  let forgetTimer: (() => void) | undefined;
  let isClosed = false;
  const draw = (): void => {
    if (isClosed || picture === undefined) return;
    const frame = liveFrame(picture, { ...size(), glyphs: traits.glyphs }, clock.nowMs());
    const paint = (text: string, state: FrameLine['state']): string =>
      traits.colours === 'ours' ? paints[state](text) : text;
    screen.show(frame.map(({ text, state }) => paint(redact(text), state)));
    forgetTimer?.();
    forgetTimer = clock.schedule(frameMs, guarded(draw), 'idle');
  };
  const close = (): void => {
    isClosed = true;
    forgetTimer?.();
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
        picture = pictureAfter(picture, event, clock.nowMs());
        if (event.kind === 'ended') close();
        else if (picture !== before) draw();
      })(),
    redraw: guarded(draw),
    close,
  };
}
