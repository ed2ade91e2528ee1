import type { FailedReply } from './failed-reply.js';

/** Statuses that may be another one a moment later: slow or early requests, throttles. All 5xx belong to them too. */
const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Whether the same read may well succeed a little later. True for everything that came from the way there or from a server in trouble; false
 * for redirects and all other 4xx, which would be said again. Not meant for writes.
 */
export function isTransient(reply: FailedReply): boolean {
  switch (reply.kind) {
    case 'fault':
    case 'unreadable':
      return true;
    case 'refused':
      return isTransientStatus(reply.refusal.status);
  }
}

export function isTransientStatus(status: number): boolean {
  return status >= 500 || transientStatuses.has(status);
}
