import type { Instance, JobRecord, PipelineRecord } from '../state/records.js';
import { playedPlan } from './job-steps.js';
import { finish, follow, latestJobs, settle } from './pipeline-engine.js';
import { newJob } from './pipeline-start.js';
import { isCancelable, isCompleted } from './statuses.js';

/**
 * Cancels what can be canceled, including child pipelines of the same project; everything else stays
 * unchanged.
 */
export function cancelPipeline(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  for (const job of latestJobs(pipeline)) {
    if (isCancelable(job.status)) stopJob(instance, job, atMs);
    if (job.downstream?.project === pipeline.project) cancelPipeline(instance, job.downstream, atMs);
  }
  if (pipeline.statusFrom === 'timeline' && isCancelable(pipeline.status)) {
    pipeline.timeline = [];
    pipeline.status = 'canceled';
    pipeline.updatedMs = atMs;
    pipeline.finishedMs = atMs;
  }
  settle(instance, pipeline, atMs);
}

/** Cancels one job, if it can be canceled. */
export function cancelJob(instance: Instance, job: JobRecord, atMs: number): void {
  if (!isCancelable(job.status)) return;
  stopJob(instance, job, atMs);
  settle(instance, job.pipeline, atMs);
}

function stopJob(instance: Instance, job: JobRecord, atMs: number): void {
  const asScripted = job.owner.kind === 'job' ? (job.owner.script.cancelingForMs ?? 0) : 0;
  const cancelingForMs = instance.release.cancelingStatus === 'supported' ? asScripted : 0;
  job.activated = true;
  if (job.status !== 'running' || cancelingForMs === 0) {
    finish(job, { status: 'canceled', atMs });
    return;
  }
  const plan = { steps: [{ status: 'canceling', forMs: cancelingForMs }], ending: 'canceled' };
  follow(instance, { job, plan, atMs });
}

/** Whether `POST …/play` would have an effect. */
export function isPlayable(job: JobRecord): boolean {
  return job.status === 'manual' || job.status === 'scheduled';
}

export function playJob(instance: Instance, job: JobRecord, atMs: number): void {
  if (job.owner.kind !== 'job') return;
  follow(instance, { job, plan: playedPlan(job.owner.script), atMs });
  settle(instance, job.pipeline, atMs);
}

/** Whether this job can be retried: it ran, and no later attempt replaced it. */
export function isRetryable(job: JobRecord): boolean {
  return !job.retried && ['success', 'failed', 'canceled'].includes(job.status);
}

/** Runs a job again; the new attempt replaces it. */
export function retryJob(instance: Instance, job: JobRecord, atMs: number): JobRecord {
  const next = repeat(instance, job, atMs);
  reviveSkipped(job.pipeline);
  settle(instance, job.pipeline, atMs);
  return next;
}

/** Runs all failed and canceled jobs again, and the jobs that waited for them; nothing if there are none. */
export function retryPipeline(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  const again = latestJobs(pipeline).filter((job) => job.status === 'failed' || job.status === 'canceled');
  if (again.length === 0) return;
  for (const job of again) repeat(instance, job, atMs);
  reviveSkipped(pipeline);
  settle(instance, pipeline, atMs);
}

function repeat(instance: Instance, job: JobRecord, atMs: number): JobRecord {
  const { pipeline, owner, attempt } = job;
  const next = newJob(instance, { pipeline, owner, attempt: attempt + 1, mode: modeAfter(job), atMs });
  job.retried = true;
  return next;
}

/** A job that was canceled before it ran has not used its script: its retry is its first real run. */
function modeAfter(job: JobRecord): JobRecord['mode'] {
  return job.startedMs === undefined && job.mode === 'first' ? 'first' : 'replay';
}

function reviveSkipped(pipeline: PipelineRecord): void {
  for (const job of latestJobs(pipeline)) {
    if (!isCompleted(job.status) || job.status !== 'skipped') continue;
    job.status = 'created';
    job.activated = false;
    job.finishedMs = undefined;
  }
}
