import { type Clock, type Random, sleep } from './clock.js';

/** How often one kind of request is made, and the pauses in between. */
export interface RetryPolicy {
  /** Number of requests, including the first. */
  readonly attempts: number;
  /**
   * Upper bound of the random pause after the first attempt, in milliseconds; it doubles with each further
   * attempt.
   */
  readonly firstPauseMs: number;
  /** Upper bound of the doubling, in milliseconds. */
  readonly maxPauseMs: number;
  /**
   * A server that asks for a longer pause gets this one, in milliseconds: an early request is better than a
   * step that seems to hang.
   */
  readonly maxRetryAfterMs: number;
}

/**
 * Milliseconds to wait after attempt number `attempt` (from 1). The server's request takes precedence.
 * Without one, the pause is random between zero and the doubled bound (full jitter), so that clients that
 * failed together do not retry together.
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

/** What to attempt, how often, and when to stop. */
export interface Retried<T> {
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: RetryPolicy;
  readonly attempt: () => Promise<T>;
  /**
   * The pause that the server asks for before the next attempt; `undefined` if a retry would give the same
   * result.
   */
  readonly retryable: (result: T) => { readonly retryAfterMs?: number | undefined } | undefined;
  /** Called before each pause. */
  readonly onRetry?: ((result: T, delayMs: number) => void) | undefined;
  /** A time on the clock that no pause exceeds; no limit if absent. */
  readonly untilMs?: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * Makes attempts with the pauses of the policy, until a result is final or the attempts are used up. Returns
 * the last result.
 * @throws any error of an attempt, and the reason of `signal` when it aborts during a pause.
 */
export async function retry<T>(retried: Retried<T>): Promise<T> {
  const { clock, random, policy, untilMs = Infinity, signal } = retried;
  for (let attempt = 1; ; attempt += 1) {
    const result = await retried.attempt();
    const again = attempt < policy.attempts ? retried.retryable(result) : undefined;
    if (again === undefined) return result;
    const delayMs = retryDelayMs({ attempt, retryAfterMs: again.retryAfterMs, random }, policy);
    if (clock.nowMs() + delayMs > untilMs) return result;
    retried.onRetry?.(result, delayMs);
    await sleep(clock, delayMs, signal);
  }
}
