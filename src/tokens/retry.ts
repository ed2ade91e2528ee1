import { type RetryPolicy, retry } from '../base/retry.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { type FailedReply, type Reply, retryAfterOf } from '../gitlab/responses/reply.js';
import { isTransient, meaningOf } from '../gitlab/responses/response-meaning.js';
import type { TokenDeps } from './target.js';

/**
 * A user may be waiting, and scheduled runs repeat anyway: a few seconds for a short failure, a minute for a
 * throttle that asks for it.
 */
export const callPolicy: RetryPolicy = {
  attempts: 4,
  firstPauseMs: 1000,
  maxPauseMs: 8000,
  maxRetryAfterMs: 60_000,
};

/** The last response. `lost`: an earlier request may have been carried out although its response was lost. */
export interface RepeatedReply<T> {
  readonly reply: Reply<T>;
  readonly earlier: 'none' | 'lost';
}

/**
 * Repeats an idempotent call until its result is final.
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
 * Whether a call certainly did nothing and may succeed if repeated: it never arrived, or was refused before
 * any work.
 */
export function isUndone(reply: FailedReply): boolean {
  return meaningOf('create_token', reply) === 'not_done';
}
