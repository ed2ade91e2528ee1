import type { Reply, RequestAllowance, ServerHints } from '../gitlab/responses/reply.js';
import type { Paged } from '../model/pipeline.js';
import type { TreeReader } from './take-snapshot.js';

/** What a look has taken, and what the last of its answers leaves. */
export interface Spending {
  readonly requests: number;
  /** With the time of the answer, by the clock. */
  readonly left: { readonly allowance: RequestAllowance; readonly atMs: number } | undefined;
}

/** GitLab gives this many items in a page. */
const pageSize = 100;

/** The same reader, and a look at what was spent with it. */
export function countedReader(
  reader: TreeReader,
  clock: { readonly nowMs: () => number },
): { readonly reader: TreeReader; readonly spending: () => Spending } {
  let requests = 0;
  let left: Spending['left'];
  const noted = async <T>(asked: Promise<Reply<T>>, requestsOf: (value: T) => number): Promise<Reply<T>> => {
    const reply = await asked;
    requests += reply.kind === 'ok' ? requestsOf(reply.value) : 1;
    const allowance = allowanceOf(reply);
    if (allowance !== undefined) left = { allowance, atMs: clock.nowMs() };
    return reply;
  };
  const one = (): number => 1;
  const pages = ({ items }: Paged<unknown>): number => Math.max(1, Math.ceil(items.length / pageSize));
  return {
    reader: {
      fetchPipeline: (call, signal) => noted(reader.fetchPipeline(call, signal), one),
      fetchJobs: (call, signal) => noted(reader.fetchJobs(call, signal), pages),
      fetchBridges: (call, signal) => noted(reader.fetchBridges(call, signal), pages),
    },
    spending: () => ({ requests, left }),
  };
}

/**
 * A server that refuses and wants to be left alone leaves nothing until then, which also counts when it
 * refuses only a part of a look.
 */
function allowanceOf(reply: Reply<unknown>): RequestAllowance | undefined {
  const hints = hintsOf(reply);
  if (hints?.allowance !== undefined) return hints.allowance;
  return reply.kind === 'refused' && hints?.retryAfterMs !== undefined
    ? { limit: 1, remaining: 0, resetAfterMs: hints.retryAfterMs }
    : undefined;
}

function hintsOf(reply: Reply<unknown>): ServerHints | undefined {
  switch (reply.kind) {
    case 'ok':
    case 'unreadable':
      return reply.hints;
    case 'refused':
      return reply.refusal.hints;
    case 'fault':
      return undefined;
  }
}

/** What may still be asked for, and what a look takes of it. */
export interface RequestBudget extends RequestAllowance {
  /** How many requests the last look took. */
  readonly requestsPerPoll: number;
  /** For how long nothing may be known, if need be: as long as GitLab may be out of reach. */
  readonly retryTimeoutMs: number;
}

/** From here on, what is left is made to last. */
const lowShare = 0.25;
/** GitLab names the reset in whole seconds, and may round it down. */
const resetSlackMs = 1000;
/** Blind for no longer than this, or than the patience. */
const longestMs = 60_000;

/**
 * How long the next look has to wait so that what is left lasts until the limit begins anew, in milliseconds;
 * 0 while there is plenty. Where it is not enough for one look, that waits for the new beginning: it would be
 * refused.
 */
export function throttlePauseMs(budget: RequestBudget): number {
  const { limit, remaining, resetAfterMs, requestsPerPoll, retryTimeoutMs } = budget;
  if (resetAfterMs <= 0) return 0;
  const polls = Math.floor(remaining / Math.max(requestsPerPoll, 1));
  if (polls > 0 && remaining > limit * lowShare) return 0;
  const pauseMs = polls === 0 ? resetAfterMs + resetSlackMs : resetAfterMs / polls;
  return Math.min(pauseMs, Math.max(longestMs, retryTimeoutMs));
}

/** Where a limit is near, probes leave what so many polls take. */
const pollsLeft = 2;
/** GitLab counts by the minute. */
const windowMs = 60_000;

/**
 * The shortest pause between probes: they take at most a quarter of a limit, and of its last quarter little.
 */
export function leastProbeMs(budget: RequestBudget): number {
  const requestsPerPoll = pollsLeft * budget.requestsPerPoll;
  return Math.max(throttlePauseMs({ ...budget, requestsPerPoll }), windowMs / (budget.limit * lowShare));
}
