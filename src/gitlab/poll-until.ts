import { type Clock, sleep } from '../base/clock.js';
import { describeReply } from './responses/explain.js';
import { type FailedReply, retryAfterOf } from './responses/reply.js';
import { isTransient } from './responses/response-meaning.js';

/** The result of one poll. `not_yet` may contain the pause until the next one. */
export type PollResult<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'not_yet'; readonly pauseMs?: number | undefined }
  | { readonly kind: 'failed'; readonly reply: FailedReply };

/** Something that GitLab does not have yet. */
export interface PollTask<T> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** `auto`: short pauses at first, longer ones later. */
  readonly pollInterval: 'auto' | number;
  /** How long GitLab may be unreachable without a break. */
  readonly outageTimeoutMs: number;
  /** `isLast`: the time is over, so the poll has to accept what it finds. */
  readonly poll: (isLast: boolean) => Promise<PollResult<T>>;
  /** Called after the first poll that found nothing, and once a minute from then on. */
  readonly onWaiting: (waited: { readonly elapsedMs: number; readonly remainingMs: number }) => void;
  /** Called once for each outage. */
  readonly onFailure: (failure: { readonly why: string; readonly retryTimeoutMs: number }) => void;
  /** The error for a final reply. */
  readonly errorFor: (reply: FailedReply) => Error;
}

const firstPauseMs = 3000;
const longestPauseMs = 15_000;
const pauseGrowth = 1.5;
const heartbeatMs = 60_000;

/**
 * Polls until the poll finds its target or the time is over; the last poll comes at the end of that time.
 * Tolerates a temporary outage of GitLab, and respects `Retry-After`.
 * @throws the error of `errorFor` for a refusal, for a lasting outage, and for an outage at the end of the
 * time.
 * @throws the reason of `signal` when it aborts.
 */
export async function pollUntil<T>(task: PollTask<T>): Promise<T | 'timed_out'> {
  const { clock, signal, timeoutMs } = task;
  const startMs = clock.nowMs();
  const endMs = startMs + timeoutMs;
  let outageStartMs: number | undefined;
  let heartbeatDueMs = startMs;
  let autoPauseMs = firstPauseMs;
  for (;;) {
    signal.throwIfAborted();
    const isLast = clock.nowMs() >= endMs;
    const result = await task.poll(isLast);
    const nowMs = clock.nowMs();
    let pauseMs = task.pollInterval === 'auto' ? autoPauseMs : task.pollInterval;
    if (result.kind === 'found') return result.value;
    if (result.kind === 'failed') {
      const { reply } = result;
      const outageEndMs = (outageStartMs ?? nowMs) + task.outageTimeoutMs;
      if (!isTransient(reply) || isLast || nowMs >= outageEndMs) throw task.errorFor(reply);
      if (outageStartMs === undefined) {
        task.onFailure({ why: describeReply(reply).why, retryTimeoutMs: outageEndMs - nowMs });
      }
      outageStartMs ??= nowMs;
      pauseMs = Math.max(pauseMs, retryAfterOf(reply) ?? 0);
    } else {
      if (isLast) return 'timed_out';
      outageStartMs = undefined;
      pauseMs = result.pauseMs ?? pauseMs;
      if (nowMs >= heartbeatDueMs && endMs > nowMs && result.pauseMs === undefined) {
        task.onWaiting({ elapsedMs: nowMs - startMs, remainingMs: endMs - nowMs });
        heartbeatDueMs = nowMs + heartbeatMs;
      }
    }
    autoPauseMs = Math.min(autoPauseMs * pauseGrowth, longestPauseMs);
    await sleep(clock, Math.max(0, Math.min(pauseMs, endMs - nowMs)), signal);
  }
}
