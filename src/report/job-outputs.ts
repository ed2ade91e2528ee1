import type { ExternalStatus, ExternalStatuses } from '../follow/external-status.js';
import type { PipelineSnapshot } from '../follow/snapshot.js';
import { bounded, jsonList } from './json-list.js';
import { failuresOf, listDownstream, listJobs, type ListedDownstream } from './listed-job.js';
import type { Job } from '../gitlab/job.js';

/** The outputs that describe the jobs, as JSON on one line each. */
export interface JobOutputs {
  readonly jobs: string;
  readonly failed_jobs: string;
  readonly downstream: string;
}

/**
 * The jobs of a pipeline and of those below it, the failed ones of them, and the downstream pipelines. `docs/outputs.md` tells the shape; a field that
 * GitLab did not fill is null. Each stays below 480,000 bytes; `omitted` counts what found no room. Failed statuses of other systems come with the failed jobs, where
 * they were looked for.
 */
export function jobOutputs({ root }: PipelineSnapshot, statuses?: ExternalStatuses): JobOutputs {
  const jobs = listJobs(root);
  return {
    jobs: jsonList('jobs', jobs.map(jobEntry)),
    failed_jobs: jsonList('jobs', failuresOf(root).failed.map(jobEntry), statusMembers(statuses)),
    downstream: jsonList('pipelines', listDownstream(root).map(downstreamEntry)),
  };
}

/** A job as the outputs describe it. */
export function jobEntry(of: {
  readonly path: readonly string[];
  readonly job: Job;
  readonly attempt: number;
}): object {
  const { path, job, attempt } = of;
  return {
    id: job.id,
    name: bounded(job.name),
    stage: bounded(job.stage),
    status: bounded(job.status),
    allow_failure: job.allowFailure,
    attempt,
    duration: job.durationSeconds ?? null,
    queued_duration: job.queuedSeconds ?? null,
    failure_reason: bounded(job.failureReason),
    coverage: percentOf(job.coverage),
    web_url: bounded(job.webUrl),
    started_at: bounded(job.startedAt),
    finished_at: bounded(job.finishedAt),
    path: path.map(bounded),
  };
}

/** So many that the list stays within its bounds. */
const mostStatuses = 20;

function statusMembers(statuses: ExternalStatuses | undefined): object {
  if (statuses === undefined) return {};
  return { external_statuses: statuses.failed.slice(0, mostStatuses).map(statusEntry) };
}

/** A status that another system set, as the outputs describe it. */
export function statusEntry({ name, status, description, targetUrl, path }: ExternalStatus): object {
  return {
    name: bounded(name),
    status: bounded(status),
    description: bounded(description),
    target_url: bounded(targetUrl),
    path: path.map(bounded),
  };
}

function percentOf(coverage: string | undefined): number | null {
  const percent = Number(coverage ?? NaN);
  return Number.isFinite(percent) ? percent : null;
}

function downstreamEntry({ path, bridge, node }: ListedDownstream): object {
  const { downstream } = bridge;
  const pipeline = node?.pipeline;
  return {
    path: path.map(bounded),
    stage: bounded(bridge.stage),
    bridge_status: bounded(bridge.status),
    allow_failure: bridge.allowFailure,
    failure_reason: bounded(bridge.failureReason),
    project_id: pipeline?.projectId ?? downstream?.projectId ?? null,
    pipeline_id: pipeline?.id ?? downstream?.pipelineId ?? null,
    status: bounded(pipeline?.status ?? downstream?.status),
    ref: bounded(pipeline?.ref),
    sha: bounded(pipeline?.sha),
    duration: pipeline?.durationSeconds ?? null,
    web_url: bounded(pipeline?.webUrl ?? downstream?.webUrl),
  };
}
