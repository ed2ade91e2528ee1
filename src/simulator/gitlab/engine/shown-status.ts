import type { PipelineRecord } from '../state/records.js';
import { isCompleted } from './statuses.js';

/** Sets the status of a pipeline and the times that belong to it; no effect if it already has that status. */
export function showStatus(pipeline: PipelineRecord, status: string, atMs: number): void {
  if (pipeline.status === status) return;
  pipeline.status = status;
  pipeline.updatedMs = atMs;
  if (status === 'running') pipeline.startedMs ??= atMs;
  if (isCompleted(status) && status !== 'skipped') {
    pipeline.finishedMs = atMs;
    pipeline.durationSeconds = runningSeconds(pipeline, atMs);
  }
}

/** The time in which at least one job was running, in whole seconds, as GitLab counts it. */
function runningSeconds(pipeline: PipelineRecord, atMs: number): number {
  const spans = pipeline.jobs
    .flatMap((job) =>
      job.startedMs === undefined ? [] : [{ from: job.startedMs, to: job.finishedMs ?? atMs }],
    )
    .sort((one, other) => one.from - other.from);
  if (spans.length === 0) return Math.floor((atMs - (pipeline.startedMs ?? atMs)) / 1000);
  let totalMs = 0;
  let reached = -Infinity;
  for (const { from, to } of spans) {
    totalMs += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return Math.floor(totalMs / 1000);
}
