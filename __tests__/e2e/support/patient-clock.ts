import { type Clock, systemClock } from '../../../src/base/clock.js';
import type { SimulatedRequest } from '../../../src/simulator/gitlab/wire/wire.js';

/** Time in which pipelines move on while somebody polls them. */
export interface WaitingClock extends Clock {
  /** To be called with each request before it is worked on. */
  readonly onRequest: (request: Pick<SimulatedRequest, 'method' | 'target'>) => void;
}

/** As long as the pause between two polls, with something to spare for its chance. */
const mostBetweenPollsMs = 1500;

/**
 * The system's time until a pipeline is created or read; from then on it moves only when something is asked
 * for again, which is the next poll, or the question whether anything has changed, and by so long at most.
 * All requests of one poll see one moment, and on a slow machine a pipeline is slow too: nobody misses what
 * it did.
 */
export function createWaitingClock(): WaitingClock {
  let stopped: { readonly atMs: number; readonly sinceMs: number } | undefined;
  let asked = new Set<string>();
  const nowMs = (): number => stopped?.atMs ?? systemClock.nowMs();
  const startMs = systemClock.epochMs() - nowMs();
  return {
    nowMs,
    epochMs: () => startMs + nowMs(),
    schedule: systemClock.schedule,
    onRequest: ({ method, target }) => {
      const isCreation = method === 'POST' && /\/(?:trigger\/)?pipeline(?:\?|$)/.test(target);
      const isRead = method === 'GET' && /\/(?:pipelines|jobs)\/\d+/.test(target);
      const isProbe = method === 'POST' && target.endsWith('/api/graphql');
      if (!isCreation && !isRead && !isProbe) return;
      const realMs = systemClock.nowMs();
      const place = target.replace(/[?&]gitlab_trigger_fresh=[^&]*/, '');
      stopped ??= { atMs: nowMs(), sinceMs: realMs };
      if (!asked.has(place)) {
        asked.add(place);
        return;
      }
      const passedMs = Math.min(realMs - stopped.sinceMs, mostBetweenPollsMs);
      stopped = { atMs: stopped.atMs + passedMs, sinceMs: realMs };
      asked = new Set([place]);
    },
  };
}
