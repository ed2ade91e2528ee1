import { type RetryPolicy, retry } from '../base/retry.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { type FailedReply, type Reply, retryAfterOf } from '../gitlab/responses/reply.js';
import { isTransient, meaningOf } from '../gitlab/responses/response-meaning.js';
import type { TokenDeps } from './target.js';

/**
 * Somebody waits for the end, and a schedule runs again anyway: some seconds for a hiccup, a minute for a
 * throttle that says so.
 */
export const callPolicy: RetryPolicy = {
  attempts: 4,
  firstPauseMs: 1000,
  maxPauseMs: 8000,
  maxRetryAfterMs: 60_000,
};

/** The last answer; `lost`: an earlier request may have been carried out without our hearing of it. */
export interface RepeatedReply<T> {
  readonly reply: Reply<T>;
  readonly earlier: 'none' | 'lost';
}

/**
 * Makes a call that may be made twice, until it gets an answer that would be given again.
 * @throws the reason of `signal` when it aborts.
 */
export async function repeatCall<T>(
  { clock, random, onEvent }: Pick<TokenDeps<never>, 'clock' | 'random' | 'onEvent'>,
  call: () => Promise<Reply<T>>,
  {
    signal,
    mayRepeat = (reply) => isTransient(reply),
  }: { readonly signal: AbortSignal; readonly mayRepeat?: MayRepeat },
): Promise<RepeatedReply<T>> {
  let earlier: RepeatedReply<T>['earlier'] = 'none';
  const reply = await retry({
    clock,
    random,
    policy: callPolicy,
    attempt: call,
    retryable: (answer) =>
      answer.kind === 'ok' || !mayRepeat(answer) ? undefined : { retryAfterMs: retryAfterOf(answer) },
    onRetry: (failed, delayMs) => {
      if (failed.kind === 'ok') return;
      if (!isUndone(failed)) earlier = 'lost';
      onEvent({ kind: 'retrying', why: describeReply(failed).why, delayMs });
    },
    signal,
  });
  return { reply, earlier };
}

type MayRepeat = (reply: FailedReply) => boolean;

/**
 * Whether a call has certainly done nothing, and may do it the next time: it never arrived, or was refused
 * before any work.
 */
export function isUndone(reply: FailedReply): boolean {
  return meaningOf('create_token', reply) === 'not_done';
}
