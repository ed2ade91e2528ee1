import { type Clock, systemClock } from '../../../src/base/clock.js';
import type { SimulatedRequest } from '../../../src/simulator/gitlab/wire/wire.js';

/** Time in which pipelines move on while somebody watches. */
export interface WaitingClock extends Clock {
  /** To be told of each request when it has been worked on. */
  readonly onWorked: (request: Pick<SimulatedRequest, 'method' | 'target'>) => void;
}

/** As long as the pause between two looks, with something to spare for its chance. */
const mostBetweenPollsMs = 1500;

/**
 * The system's time, as long as whoever follows keeps up with it. From the creation of a pipeline it stands still until the pipeline is looked at, and from
 * one look to the next it goes on for so long at most: on a machine that is slow, a pipeline is slow too, and nobody misses what it did meanwhile.
 */
export function createWaitingClock(): WaitingClock {
  let lostMs = 0;
  let mostMs = Infinity;
  const nowMs = (): number => {
    const wantedMs = systemClock.nowMs() - lostMs;
    if (wantedMs > mostMs) lostMs += wantedMs - mostMs;
    return Math.min(wantedMs, mostMs);
  };
  const startMs = systemClock.epochMs() - nowMs();
  return {
    nowMs,
    epochMs: () => startMs + nowMs(),
    schedule: systemClock.schedule,
    onWorked: ({ method, target }) => {
      if (method === 'POST' && /\/(?:trigger\/)?pipeline$/.test(target)) mostMs = nowMs();
      else if (method === 'GET' && /\/(?:pipelines|jobs)\/\d+/.test(target))
        mostMs = nowMs() + mostBetweenPollsMs;
    },
  };
}
