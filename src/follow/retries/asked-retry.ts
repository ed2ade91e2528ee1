import type { GitLabClient } from '../../gitlab/client.js';
import { replicaLagMs } from '../../gitlab/replica-lag.js';
import { type Job, type Pipeline, isCountingFailure } from '../../model/pipeline.js';
import { type JobState, type PipelineNode, type PipelineSnapshot, placesOf } from '../../model/snapshot.js';
import type { JobRetry } from '../../model/verdict.js';
import type { Decision } from '../decide/rules.js';
import type { FailedCause } from './failed-jobs.js';

/** The part of GitLab that retries jobs. */
export type JobRetrier = Pick<GitLabClient, 'retryJob'>;

/** A retry that GitLab was asked for. */
export interface AskedRetry {
  readonly path: readonly string[];
  /** Id of the pipeline that the job is in. */
  readonly pipelineId: number;
  /** The attempt that failed. */
  readonly job: Job;
  readonly count: number;
  readonly answer: RetryAnswer;
  /** By the clock. */
  readonly atMs: number;
  /** The pipelines that failed because of it, as they were before. */
  readonly failing: readonly Pipeline[];
}

/** What GitLab said; `lost`: nothing that can be trusted. */
export type RetryAnswer =
  | { readonly kind: 'retried' }
  | { readonly kind: 'lost' | 'refused'; readonly why: string };

/**
 * What no replica shows by then was never done. That holds for the pipelines above as well, which GitLab lets
 * follow a pipeline below only for those who may change both.
 */
const settleMs = replicaLagMs;

/** Whether two mean the same job of the same pipeline: a name stands for one job there. */
export function isOfJob(retry: AskedRetry, { node, state }: Pick<FailedCause, 'node' | 'state'>): boolean {
  return retry.pipelineId === node.pipeline.id && retry.job.name === state.job.name;
}

/**
 * What a snapshot decides once jobs were retried. A snapshot that does not show a new attempt, or that shows
 * a pipeline as it was before the retry, is outdated: it ends nothing. If GitLab refused, another user may
 * have retried the job a moment ago, so the failure is not believed at once.
 */
export function decisionAfter(
  retries: readonly AskedRetry[],
  { decision, snapshot, nowMs }: DecidedSnapshot,
): Decision {
  if (decision.kind === 'going_on' || retries.length === 0) return decision;
  const places = placesOf(snapshot.root);
  const nodes = new Map(places.map(({ node }) => [node.pipeline.id, node] as const));
  for (const retry of retries) {
    const why = reasonToWait(retry, { nodes, nowMs });
    if (why !== undefined) return { kind: 'open', why };
  }
  const isRefused = retries.some(
    (retry) => retry.answer.kind === 'refused' && nextAttempt(retry, nodes) === undefined,
  );
  const isAtOnce = decision.kind === 'decided' && decision.outcome === 'failed';
  return isRefused && isAtOnce ? { kind: 'doubtful', outcome: 'failed', until: 'repeated' } : decision;
}

export interface DecidedSnapshot {
  readonly decision: Decision;
  readonly snapshot: PipelineSnapshot;
  readonly nowMs: number;
}

type Nodes = ReadonlyMap<number, PipelineNode>;

/** Why the snapshot may be older than the retry, in words. */
function reasonToWait(
  retry: AskedRetry,
  { nodes, nowMs }: { readonly nodes: Nodes; readonly nowMs: number },
): string | undefined {
  const { answer, job } = retry;
  const next = nextAttempt(retry, nodes);
  if (next === undefined) {
    switch (answer.kind) {
      case 'retried':
        return `GitLab has retried ${job.name}, and does not show the new attempt`;
      case 'lost':
        return nowMs - retry.atMs < settleMs
          ? `whether GitLab has retried ${job.name} is not known (${answer.why})`
          : undefined;
      case 'refused':
        return undefined;
    }
  }
  // Its failure fails the pipeline again, whichever moment the word for it is of.
  if (isCountingFailure(next)) return undefined;
  const isSettled = nowMs - retry.atMs >= settleMs;
  const old = retry.failing.find(
    (before) =>
      isStill(before, nodes.get(before.id)?.pipeline) && !(isSettled && before.id !== retry.pipelineId),
  );
  return old && `GitLab shows pipeline ${old.id} as it was before ${job.name} was retried`;
}

/** Whether a pipeline that failed is shown as it was then; where GitLab gives no times, nobody can tell. */
function isStill(before: Pipeline, now: Pipeline | undefined): boolean {
  return (
    before.updatedAt !== undefined &&
    now?.status === before.status &&
    now.updatedAt === before.updatedAt &&
    now.finishedAt === before.finishedAt
  );
}

function nextAttempt({ pipelineId, job }: AskedRetry, nodes: Nodes): Job | undefined {
  const latest: JobState | undefined = nodes.get(pipelineId)?.jobs.find((each) => each.job.name === job.name);
  return latest !== undefined && latest.job.id > job.id ? latest.job : undefined;
}

/** The results of the retries, by the last snapshot. */
export function outcomesOf(
  retries: readonly AskedRetry[],
  snapshot: PipelineSnapshot | undefined,
): readonly JobRetry[] {
  const places = snapshot === undefined ? [] : placesOf(snapshot.root);
  const jobs = new Map(places.map(({ node }) => [node.pipeline.id, node.jobs] as const));
  return retries.map((retry) => {
    const { path, job, count, answer } = retry;
    const states = jobs.get(retry.pipelineId)?.filter((each) => each.job.name === job.name) ?? [];
    const next = states
      .flatMap((state) => [...state.earlier, state.job])
      .find((attempt) => attempt.id > job.id);
    const result = next !== undefined || answer.kind === 'retried' ? 'retried' : unmet(answer.kind);
    return {
      path,
      job,
      count,
      result,
      ...(result !== 'retried' && answer.kind !== 'retried' ? { why: answer.why } : {}),
      ...(next === undefined ? {} : { next }),
    };
  });
}

function unmet(kind: 'lost' | 'refused'): JobRetry['result'] {
  return kind === 'lost' ? 'unconfirmed' : 'refused';
}
