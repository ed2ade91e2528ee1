import type { Clock, Random } from '../base/clock.js';
import { type RetryPolicy, retry } from '../base/retry.js';
import { type Reply, retryAfterOf } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';

/** What retries need, and their time limit. */
export interface RetryWindow {
  readonly clock: Clock;
  readonly random: Random;
  /** No retry starts if its pause would end after this. */
  readonly retryTimeoutMs: number;
}

/** The pipeline has ended and nothing changes, so retries cost only time, which `retryTimeoutMs` limits. */
const policy: RetryPolicy = {
  attempts: Infinity,
  firstPauseMs: 2000,
  maxPauseMs: 10_000,
  maxRetryAfterMs: 60_000,
};

/**
 * Reads something, with retries as long as a failure may be temporary, or it is not whole yet. Returns the
 * last reply.
 * @throws the reason of `signal` when it aborts.
 */
export async function readWithRetry<T>(
  { clock, random, retryTimeoutMs }: RetryWindow,
  read: () => Promise<Reply<T>>,
  signal: AbortSignal,
  isWhole: (value: T) => boolean = () => true,
): Promise<Reply<T>> {
  return await retry({
    clock,
    random,
    policy,
    attempt: read,
    retryable: (reply) => {
      if (reply.kind === 'ok') return isWhole(reply.value) ? undefined : {};
      return isTransient(reply) ? { retryAfterMs: retryAfterOf(reply) } : undefined;
    },
    untilMs: clock.nowMs() + retryTimeoutMs,
    signal,
  });
}
