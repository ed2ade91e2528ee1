import type { Clock } from '../../base/clock.js';

/** A clock whose time can pass faster, stop, or jump ahead; it never goes back. */
export interface PlayedClock extends Clock {
  readonly speed: () => number;
  /** The speed from now on, as a multiple of the underlying clock's; 0 stops it. */
  readonly setSpeed: (speed: number) => void;
  readonly advance: (spanMs: number) => void;
}

/** A clock that runs at `speed` times the normal speed: at 60, a minute takes a second. */
export function playedClock(clock: Clock, speed: number): PlayedClock {
  const startEpochMs = clock.epochMs();
  let present = { passedMs: 0, sinceMs: clock.nowMs(), speed };
  const passedMs = (): number => present.passedMs + (clock.nowMs() - present.sinceMs) * present.speed;
  return {
    nowMs: passedMs,
    epochMs: () => startEpochMs + Math.floor(passedMs()),
    schedule: (delayMs, callback, kind) =>
      clock.schedule(present.speed === 0 ? Infinity : delayMs / present.speed, callback, kind),
    speed: () => present.speed,
    setSpeed: (next) => {
      present = { passedMs: passedMs(), sinceMs: clock.nowMs(), speed: next };
    },
    advance: (spanMs) => {
      present = { ...present, passedMs: present.passedMs + spanMs };
    },
  };
}
