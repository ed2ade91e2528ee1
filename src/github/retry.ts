import type { Clock, Random } from '../base/clock.js';
import { type RetryPolicy, retry } from '../base/retry.js';
import { type FailedGitHubReply, type GitHubReply, isTransient, retryAfterOf } from './reply.js';

export interface RetryTools {
  readonly clock: Clock;
  readonly random: Random;
}

/** A comment or a status must not delay a step for long. */
const policy: RetryPolicy = { attempts: 3, firstPauseMs: 500, maxPauseMs: 2000, maxRetryAfterMs: 5000 };

/**
 * Retries a call at most twice, as long as its failure may be temporary and `isRepeatable` allows it. Does
 * not retry if the server asks for a wait of more than 5 s.
 * @throws the reason of `signal` when it aborts.
 */
export async function tryAgain<T>(
  { clock, random }: RetryTools,
  call: {
    readonly make: () => Promise<GitHubReply<T>>;
    readonly isRepeatable: (reply: FailedGitHubReply) => boolean;
  },
  signal: AbortSignal,
): Promise<GitHubReply<T>> {
  return await retry({
    clock,
    random,
    policy,
    attempt: call.make,
    retryable: (reply) => {
      if (reply.kind === 'ok' || !isTransient(reply) || !call.isRepeatable(reply)) return undefined;
      const retryAfterMs = retryAfterOf(reply);
      return (retryAfterMs ?? 0) > policy.maxRetryAfterMs ? undefined : { retryAfterMs };
    },
    signal,
  });
}

/** For idempotent calls. */
export function always(): boolean {
  return true;
}

/** For other calls: retries only what certainly did nothing. */
export function ifNothingWasDone(reply: FailedGitHubReply): boolean {
  switch (reply.kind) {
    case 'fault':
      return reply.fault.reached === 'no';
    case 'refused':
      return reply.refusal.limit !== undefined;
    case 'unreadable':
      return false;
  }
}
