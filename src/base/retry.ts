import type { Random } from './clock.js';

/** How often one kind of request is made, and how long to stay away in between. */
export interface RetryPolicy {
  /** Requests in all, the first one included. */
  readonly attempts: number;
  /** Upper end of the random pause after the first attempt; it doubles with each further one. */
  readonly firstPauseMs: number;
  /** The doubling ends here. */
  readonly maxPauseMs: number;
  /**
   * A server that asks for more than this gets this: it is better to ask once too early than to look dead.
   */
  readonly maxRetryAfterMs: number;
}

/**
 * Milliseconds to wait after attempt number `attempt` (from 1). The server's wish wins; without one the pause
 * is spread evenly between nothing and the doubled pause, so that clients which failed together do not come
 * back together.
 */
export function retryDelayMs(
  failed: {
    readonly attempt: number;
    readonly retryAfterMs: number | undefined;
    readonly random: Random;
  },
  policy: RetryPolicy,
): number {
  if (failed.retryAfterMs !== undefined) {
    return Math.min(Math.max(failed.retryAfterMs, 0), policy.maxRetryAfterMs);
  }
  const doublings = Math.max(failed.attempt - 1, 0);
  const longestMs = Math.min(policy.firstPauseMs * 2 ** doublings, policy.maxPauseMs);
  return Math.round(failed.random() * longestMs);
}
