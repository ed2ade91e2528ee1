import type { Clock } from '../../src/base/clock.js';

/** A clock that a test moves, and that keeps what is to be called. */
export interface HeldClock extends Clock {
  readonly pass: (spanMs: number) => void;
  readonly waiting: (() => void)[];
}

export function heldClock(): HeldClock {
  let passedMs = 0;
  const waiting: (() => void)[] = [];
  return {
    nowMs: () => passedMs,
    epochMs: () => Date.UTC(2026, 0, 1) + passedMs,
    schedule: (_delayMs, callback) => {
      waiting.push(callback);
      return () => waiting.splice(waiting.indexOf(callback), 1);
    },
    pass: (spanMs) => {
      passedMs += spanMs;
    },
    waiting,
  };
}
