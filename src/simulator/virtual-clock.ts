import { type Clock, nextTurn } from '../base/clock.js';

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/**
 * A clock whose time passes only when everything else waits: hours take milliseconds, and every run is the
 * same.
 */
export interface VirtualClock extends Clock {
  /**
   * Settles as `work` does. Whenever everything waits, time jumps to the next timer.
   * @throws {Error} when everything waits and no timer is left.
   */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
  /** The number of timers that are still waiting. */
  readonly pendingTimers: () => number;
}

/** A clock that starts at `startMs` (milliseconds since 1970). */
export function createVirtualClock(startMs = Date.UTC(2026, 0, 1)): VirtualClock {
  let nowMs = 0;
  const timers = new Set<Timer>();

  const fireNext = (): void => {
    let next: Timer | undefined;
    // They are in the order in which they were scheduled: the first of several at one time stays.
    for (const timer of timers) if (next === undefined || timer.dueMs < next.dueMs) next = timer;
    if (next === undefined) throw new Error('everything waits, and no timer is left to wake anything');
    timers.delete(next);
    nowMs = Math.max(nowMs, next.dueMs);
    next.callback();
  };

  return {
    nowMs: () => nowMs,
    epochMs: () => startMs + nowMs,
    schedule: (delayMs, callback) => {
      const timer: Timer = { dueMs: nowMs + Math.max(delayMs, 0), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    run: async (work) => {
      const progress = { settled: false };
      const settled = work.finally(() => {
        progress.settled = true;
      });
      settled.catch(() => undefined);
      await nextTurn();
      while (!progress.settled) {
        fireNext();
        await nextTurn();
      }
      return settled;
    },
    pendingTimers: () => timers.size,
  };
}
