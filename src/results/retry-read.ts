import type { Clock, Random } from '../base/clock.js';
import { type RetryPolicy, retry } from '../base/retry.js';
import { type Reply, retryAfterOf } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';

/** What a patient reader waits with, and how long. */
export interface RetryWindow {
  readonly clock: Clock;
  readonly random: Random;
  /** A failure that may pass is not met with another try when this would be over before it. */
  readonly retryTimeoutMs: number;
}

/**
 * The pipeline has ended and nothing changes any more, so that asking again costs nothing but time, which
 * `patienceMs` bounds.
 */
const policy: RetryPolicy = {
  attempts: Infinity,
  firstPauseMs: 2000,
  maxPauseMs: 10_000,
  maxRetryAfterMs: 60_000,
};

/**
 * Reads something, and tries again while a failure may pass. Gives the last reply.
 * @throws the reason of `signal` when it aborts.
 */
export async function readWithRetry<T>(
  { clock, random, retryTimeoutMs }: RetryWindow,
  read: () => Promise<Reply<T>>,
  signal: AbortSignal,
): Promise<Reply<T>> {
  return await retry({
    clock,
    random,
    policy,
    attempt: read,
    retryable: (reply) =>
      reply.kind === 'ok' || !isTransient(reply) ? undefined : { retryAfterMs: retryAfterOf(reply) },
    untilMs: clock.nowMs() + retryTimeoutMs,
    signal,
  });
}
