import { type Clock, type Random, sleep } from '../base/clock.js';
import { type AppError, RefusedError, UnreachableError } from '../base/errors.js';
import { type RetryPolicy, retry } from '../base/retry.js';
import type { GitLabClient } from '../gitlab/client.js';
import { replicaSettleMs, requestSettleMs } from '../gitlab/replica-lag.js';
import { freshText } from '../gitlab/request.js';
import { describeReply, errorOf } from '../gitlab/responses/explain.js';
import { type FailedReply, type Reply, namesNoRecord, retryAfterOf } from '../gitlab/responses/reply.js';
import { isTransient, meaningOf } from '../gitlab/responses/response-meaning.js';
import type { PipelineCall } from '../model/addresses.js';
import { type Pipeline, isTerminalStatus } from '../model/pipeline.js';

/** The part of GitLab that retries a pipeline, and shows what came of it. */
export type PipelineRetrier = Pick<
  GitLabClient,
  'retryPipeline' | 'fetchPipeline' | 'fetchJobs' | 'fetchBridges'
>;

export interface RetryDeps {
  readonly gitlab: PipelineRetrier;
  readonly clock: Clock;
  readonly random: Random;
  /** Called before each further request, after one that certainly did nothing. */
  readonly onRetry: (why: string, delayMs: number) => void;
}

export interface RetryTask extends PipelineCall {
  /** As it was before. */
  readonly pipeline: Pipeline;
  readonly signal: AbortSignal;
}

/** What came of it: the pipeline as it is then, and whether anything runs again. */
export interface RetryEffect {
  readonly pipeline: Pipeline;
  readonly result: 'retried' | 'nothing_retried';
}

/** For requests that certainly did nothing, as with those that start a pipeline. */
const repeatPolicy: RetryPolicy = {
  attempts: 5,
  firstPauseMs: 1000,
  maxPauseMs: 8000,
  maxRetryAfterMs: 120_000,
};
/** Reads before the request. */
const readPolicy: RetryPolicy = { ...repeatPolicy, attempts: 8 };
const effectPauseMs = 2000;

/**
 * Has GitLab retry the failed and canceled jobs of a pipeline, once, and looks what came of it: jobs that
 * were not there before. A request that may have worked is never sent again, because by then a job may have
 * failed once more; what it did shows.
 * @throws {RefusedError} `retry_refused` when GitLab says no; `rerun_pipeline_gone` when there is no such
 *   pipeline any more.
 * @throws {UnreachableError} `retry_uncertain` when the answer got lost and nothing shows what came of it.
 * @throws {AppError} when the pipeline cannot be read; nothing was retried.
 */
export async function retryEarlier(deps: RetryDeps, task: RetryTask): Promise<RetryEffect> {
  const { clock, random } = deps;
  const before = await newestJob(deps, task);
  if (before.kind !== 'ok') {
    throw errorOf(before, { what: `Nothing was retried: cannot read the jobs of ${labelOf(task)}` });
  }
  const sentMs = clock.nowMs();
  const reply = await retry<Reply<Pipeline>>({
    clock,
    random,
    policy: repeatPolicy,
    attempt: async () => await deps.gitlab.retryPipeline(task, task.signal),
    retryable: (result) =>
      meaningOf('start', result) === 'not_done' && result.kind !== 'ok'
        ? { retryAfterMs: retryAfterOf(result) }
        : undefined,
    onRetry: (result, delayMs) => deps.onRetry(whyOf(result), delayMs),
    signal: task.signal,
  });
  if (reply.kind === 'ok') {
    // GitLab makes the new jobs before it answers; only replicas may lag.
    const untilMs = clock.nowMs() + replicaSettleMs;
    const seen = await awaitEffect(deps, task, { before: before.value, untilMs });
    return seen ?? { pipeline: reply.value, result: 'nothing_retried' };
  }
  const meaning = meaningOf('start', reply);
  // Another user has it retried at this moment.
  const isConcurrent = reply.kind === 'refused' && reply.refusal.status === 409;
  if (meaning === 'not_done') throw errorOf(reply, { what: `Cannot retry ${labelOf(task)}` });
  if (meaning === 'final' && !isConcurrent) throw refusedRetry(reply, task);
  const untilMs = isConcurrent ? clock.nowMs() + replicaSettleMs : sentMs + requestSettleMs;
  const seen = await awaitEffect(deps, task, { before: before.value, untilMs });
  if (seen !== undefined) return seen;
  throw new UnreachableError({
    code: 'retry_uncertain',
    what: `It is not known whether GitLab retries ${labelOf(task)}`,
    why: `${whyOf(reply)}. It was looked for, and no job runs again. The request was not repeated, because a job could run twice.`,
    hint: `Look at ${task.pipeline.webUrl}, and run this step again when nothing runs there.`,
  });
}

/** The newest job or trigger job of a pipeline: what is retried gets a higher ID. */
async function newestJob({ gitlab, clock, random }: RetryDeps, task: RetryTask): Promise<Reply<number>> {
  const { project, pipelineId, signal } = task;
  return await retry<Reply<number>>({
    clock,
    random,
    policy: readPolicy,
    attempt: async () => {
      const fresh = freshText(pipelineId, clock);
      const call = { project, pipelineId, fresh };
      const jobs = await gitlab.fetchJobs(call, signal);
      if (jobs.kind !== 'ok') return jobs;
      const bridges = await gitlab.fetchBridges(call, signal);
      if (bridges.kind !== 'ok') return bridges;
      const ids = [...jobs.value.items, ...bridges.value.items].map(({ id }) => id);
      return { ...jobs, value: Math.max(0, ...ids) };
    },
    retryable: (result) =>
      result.kind !== 'ok' && isTransient(result) ? { retryAfterMs: retryAfterOf(result) } : undefined,
    signal,
  });
}

/**
 * Looks until jobs run again, or the time is over. A pipeline that had ended and runs is one that was
 * retried, too.
 */
async function awaitEffect(
  deps: RetryDeps,
  task: RetryTask,
  { before, untilMs }: { readonly before: number; readonly untilMs: number },
): Promise<RetryEffect | undefined> {
  const { gitlab, clock } = deps;
  const { project, pipelineId, pipeline, signal } = task;
  for (;;) {
    const isLast = clock.nowMs() >= untilMs;
    const fresh = freshText(pipelineId, clock);
    const reply = await gitlab.fetchPipeline({ project, pipelineId, fresh }, signal);
    if (reply.kind === 'ok') {
      const isRevived = isTerminalStatus(pipeline.status) && !isTerminalStatus(reply.value.status);
      const newest = isRevived ? undefined : await newestJob(deps, task);
      if (isRevived || (newest?.kind === 'ok' && newest.value > before)) {
        return { pipeline: reply.value, result: 'retried' };
      }
    } else if (reply.kind === 'refused' && !isTransient(reply)) {
      throw refusedRetry(reply, task);
    }
    if (isLast) return undefined;
    await sleep(clock, Math.min(effectPauseMs, Math.max(0, untilMs - clock.nowMs())), signal);
  }
}

function refusedRetry(reply: FailedReply, task: RetryTask): AppError {
  const { why } = describeReply(reply);
  if (namesNoRecord(reply)) return pipelineGone(task, why);
  if (reply.kind !== 'refused' || reply.refusal.status === 401) {
    return errorOf(reply, { what: `Cannot retry ${labelOf(task)}` });
  }
  return new RefusedError({
    code: 'retry_refused',
    what: `GitLab does not retry ${labelOf(task)}, which an earlier attempt has started`,
    why,
    hint: 'Give an access_token with the scope api, of a user who may run pipelines on this ref (the role Developer; on a protected ref one that may push or merge), or set on_rerun to follow or new. Nothing was started.',
  });
}

/** The error for a pipeline that was there a moment ago. */
export function pipelineGone({ pipelineId }: PipelineCall, why: string): RefusedError {
  return new RefusedError({
    code: 'rerun_pipeline_gone',
    what: `Pipeline ${pipelineId}, which an earlier attempt has started, is gone`,
    why,
    hint: 'It was deleted before this step could reuse it, and nothing was started. Run the step again: it then starts a new one.',
  });
}

function labelOf({ pipelineId }: PipelineCall): string {
  return `pipeline ${pipelineId}`;
}

function whyOf(reply: Reply<Pipeline>): string {
  return reply.kind === 'ok' ? '' : describeReply(reply).why;
}
