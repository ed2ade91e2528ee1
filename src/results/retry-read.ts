import { type Clock, type Random, sleep } from '../base/clock.js';
import { type RetryPolicy, retryDelayMs } from '../base/retry.js';
import type { Reply, ServerHints } from '../gitlab/responses/reply.js';
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
const pauses: RetryPolicy = {
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
  const endMs = clock.nowMs() + retryTimeoutMs;
  for (let attempt = 1; ; attempt += 1) {
    const reply = await read();
    if (reply.kind === 'ok' || !isTransient(reply)) return reply;
    const pauseMs = retryDelayMs({ attempt, retryAfterMs: hintsOf(reply)?.retryAfterMs, random }, pauses);
    if (clock.nowMs() + pauseMs > endMs) return reply;
    await sleep(clock, pauseMs, signal);
  }
}

function hintsOf(reply: Reply<unknown>): ServerHints | undefined {
  switch (reply.kind) {
    case 'refused':
      return reply.refusal.hints;
    case 'unreadable':
    case 'ok':
      return reply.hints;
    case 'fault':
      return undefined;
  }
}
