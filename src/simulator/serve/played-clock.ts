import type { Clock } from '../../base/clock.js';

/** A clock whose time can be made to pass faster, to stand still, or to jump ahead; it never goes back. */
export interface PlayedClock extends Clock {
  readonly speed: () => number;
  /** How many times as fast as the clock below it goes from now on; 0 lets it stand still. */
  readonly setSpeed: (speed: number) => void;
  readonly advance: (spanMs: number) => void;
}

/** A clock that goes `speed` times as fast from now on: what takes a minute takes a second at 60. */
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
