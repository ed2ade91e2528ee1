import type { Reply, RequestAllowance, ServerHints } from '../gitlab/responses/reply.js';
import type { Paged } from '../model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import type { TreeReader } from './take-snapshot.js';

/** The requests of a poll, and what its last response leaves. */
export interface Spending {
  readonly requests: number;
  /** With the time of the response, by the clock. */
  readonly left: { readonly allowance: RequestAllowance; readonly atMs: number } | undefined;
}

/** GitLab's page size. */
const pageSize = 100;

/** The same reader, and a count of the requests made with it. */
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
  const pages = ({ items }: Paged<unknown>): number => pagesOf(items.length);
  return {
    reader: {
      fetchPipeline: (call, signal) => noted(reader.fetchPipeline(call, signal), one),
      fetchJobs: (call, signal) => noted(reader.fetchJobs(call, signal), pages),
      fetchBridges: (call, signal) => noted(reader.fetchBridges(call, signal), pages),
    },
    spending: () => ({ requests, left }),
  };
}

function pagesOf(entries: number): number {
  return Math.max(1, Math.ceil(entries / pageSize));
}

/** The number of requests that read the whole tree of a snapshot. */
export function requestsOfTree({ root }: PipelineSnapshot): number {
  return placesOf(root)
    .map(({ node: { jobs, bridges } }) => {
      const attempts = jobs.reduce((sum, { earlier }) => sum + 1 + earlier.length, 0);
      return 1 + pagesOf(attempts) + pagesOf(bridges.length);
    })
    .reduce((sum, requests) => sum + requests, 0);
}

/**
 * A server that refuses and asks for a pause leaves no requests until its end, also if it refuses only a part
 * of a poll.
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

/** The requests that are left, and how many a poll takes. */
export interface RequestBudget extends RequestAllowance {
  /** The number of requests of the last poll. */
  readonly requestsPerPoll: number;
  /** The longest time without a poll that is acceptable: as long as GitLab may be unreachable. */
  readonly retryTimeoutMs: number;
}

/** What the last poll left; `undefined` if GitLab tells no limit. */
export function budgetAt(
  spending: Spending | undefined,
  { nowMs, retryTimeoutMs }: { readonly nowMs: number; readonly retryTimeoutMs: number },
): RequestBudget | undefined {
  if (spending?.left === undefined) return undefined;
  const { allowance, atMs } = spending.left;
  const resetAfterMs = allowance.resetAfterMs - (nowMs - atMs);
  return { ...allowance, resetAfterMs, requestsPerPoll: spending.requests, retryTimeoutMs };
}

/** How long so many requests at once have to wait, in milliseconds: until the reset if fewer are left. */
export function pauseForMs(requests: number, budget: RequestBudget): number {
  return requests <= budget.remaining ? 0 : throttlePauseMs({ ...budget, requestsPerPoll: requests });
}

/** Below this share of the limit, the remaining requests are spread over time. */
const lowShare = 0.25;
/** GitLab gives the reset in whole seconds, possibly rounded down. */
const resetSlackMs = 1000;
/** Maximum pause, unless the outage timeout is longer. */
const longestMs = 60_000;

/**
 * How long the next poll has to wait so that the remaining requests last until the limit is reset, in
 * milliseconds; 0 while there are plenty. If they do not suffice for one poll, it waits for the reset,
 * because it would be refused.
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
