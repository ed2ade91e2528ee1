import { type Clock, type Random, withTimeout } from '../base/clock.js';
import { type RetryPolicy, retry } from '../base/retry.js';
import { type FailedReply, type Reply, cutReply, hasFault, retryAfterOf } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';

/** What retries need, and their time limits. */
export interface RetryWindow {
  readonly clock: Clock;
  readonly random: Random;
  /** No retry starts if its pause would end after this. */
  readonly retryTimeoutMs: number;
  /** A time on the clock at which all reads end, also one that is under way; no limit if absent. */
  readonly endMs?: number | undefined;
}

/** The pipeline has ended and nothing changes, so retries cost only time, which `retryTimeoutMs` limits. */
const policy: RetryPolicy = {
  attempts: Infinity,
  firstPauseMs: 2000,
  maxPauseMs: 10_000,
  maxRetryAfterMs: 60_000,
};

/**
 * How many answers in a row must be too long for it to be believed: a file that is too long remains so, while
 * something in front of GitLab may send a flood once.
 */
export const tooLongToBelieve = 3;

/**
 * Counts failures that are too long. The returned function tells whether a retry is of no use after this
 * failure.
 */
export function createTooLongCount(): (reply: FailedReply) => boolean {
  let inARow = 0;
  return (reply) => {
    inARow = hasFault(reply, 'too_large') ? inARow + 1 : 0;
    return inARow >= tooLongToBelieve;
  };
}

/**
 * Reads something, with retries as long as a failure may be temporary, or it is not whole yet. Returns the
 * last reply, which is the one before if the time was over during a request.
 * @throws the reason of `signal` when it aborts.
 */
export async function readWithRetry<T>(
  { clock, random, retryTimeoutMs, endMs = Infinity }: RetryWindow,
  read: (signal: AbortSignal) => Promise<Reply<T>>,
  signal: AbortSignal,
  isWhole: (value: T) => boolean = () => true,
): Promise<Reply<T>> {
  let last: Reply<T> | undefined;
  let isOver = false;
  const isTooLong = createTooLongCount();
  const attempt = async (): Promise<Reply<T>> => {
    const reply = await readBefore({ clock, endMs, signal }, read);
    if (reply === 'timed_out') isOver = true;
    else last = reply;
    return last ?? cutReply('no complete answer before the time for results was over');
  };
  return await retry({
    clock,
    random,
    policy,
    attempt,
    retryable: (reply) => {
      if (isOver) return undefined;
      if (reply.kind === 'ok') return isWhole(reply.value) ? undefined : {};
      if (isTooLong(reply)) return undefined;
      return isTransient(reply) ? { retryAfterMs: retryAfterOf(reply) } : undefined;
    },
    untilMs: Math.min(clock.nowMs() + retryTimeoutMs, endMs),
    signal,
  });
}

async function readBefore<T>(
  { clock, endMs, signal }: { readonly clock: Clock; readonly endMs: number; readonly signal: AbortSignal },
  read: (signal: AbortSignal) => Promise<Reply<T>>,
): Promise<Reply<T> | 'timed_out'> {
  if (endMs === Infinity) return await read(signal);
  const afterMs = endMs - clock.nowMs();
  if (afterMs <= 0) return 'timed_out';
  return await withTimeout({ clock, signal, afterMs }, read);
}
