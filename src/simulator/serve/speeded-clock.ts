import type { Clock } from '../../base/clock.js';

/** A clock that goes `speed` times as fast from now on: what takes a minute takes a second at 60. */
export function speededClock(clock: Clock, speed: number): Clock {
  const [startMs, startEpochMs] = [clock.nowMs(), clock.epochMs()];
  const passedMs = (): number => (clock.nowMs() - startMs) * speed;
  return {
    nowMs: passedMs,
    epochMs: () => startEpochMs + Math.floor(passedMs()),
    schedule: (delayMs, callback) => clock.schedule(delayMs / speed, callback),
  };
}
