import { type Clock, type Random, sleep } from './clock.js';

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

/** What to try, how often, and when not again. */
export interface Retried<T> {
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: RetryPolicy;
  readonly attempt: () => Promise<T>;
  /** What to wait for before the next attempt; `undefined` when another one would bring the same. */
  readonly retryable: (result: T) => { readonly retryAfterMs?: number | undefined } | undefined;
  /** Called before each pause. */
  readonly onRetry?: ((result: T, delayMs: number) => void) | undefined;
  /** On the clock: no pause reaches beyond it. None when absent. */
  readonly untilMs?: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * Makes attempts, with the pauses of the policy between them, until one brings what another would bring too,
 * or no more are left. Gives the result of the last one.
 * @throws what an attempt throws, and the reason of `signal` when it aborts during a pause.
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
