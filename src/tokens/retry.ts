import { sleep } from '../base/clock.js';
import { type RetryPolicy, retryDelayMs } from '../base/retry.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { FailedReply, Reply } from '../gitlab/responses/reply.js';
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
  deps: Pick<TokenDeps<never>, 'clock' | 'random' | 'onEvent'>,
  call: () => Promise<Reply<T>>,
  {
    signal,
    mayRepeat = (reply) => isTransient(reply),
  }: { readonly signal: AbortSignal; readonly mayRepeat?: MayRepeat },
): Promise<RepeatedReply<T>> {
  let earlier: RepeatedReply<T>['earlier'] = 'none';
  for (let attempt = 1; ; attempt += 1) {
    const reply = await call();
    if (reply.kind === 'ok' || attempt >= callPolicy.attempts || !mayRepeat(reply)) return { reply, earlier };
    if (!isUndone(reply)) earlier = 'lost';
    await pause(deps, { reply, attempt, signal });
  }
}

type MayRepeat = (reply: FailedReply) => boolean;

/**
 * Whether a call has certainly done nothing, and may do it the next time: it never arrived, or was refused
 * before any work.
 */
export function isUndone(reply: FailedReply): boolean {
  return meaningOf('create_token', reply) === 'not_done';
}

async function pause(
  { clock, random, onEvent }: Pick<TokenDeps<never>, 'clock' | 'random' | 'onEvent'>,
  failed: { readonly reply: FailedReply; readonly attempt: number; readonly signal: AbortSignal },
): Promise<void> {
  const { reply, attempt, signal } = failed;
  const hints = reply.kind === 'refused' ? reply.refusal.hints : undefined;
  const delayMs = retryDelayMs({ attempt, retryAfterMs: hints?.retryAfterMs, random }, callPolicy);
  onEvent({ kind: 'retrying', why: describeReply(reply).why, delayMs });
  await sleep(clock, delayMs, signal);
}
