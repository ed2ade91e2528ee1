import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import type { Job } from '../gitlab/job.js';
import { placesOf, stepsOf } from './pipeline-tree.js';
import type { BridgeState, PipelineNode } from './snapshot.js';

/** Statuses in which something happens, or soon will, without anybody's help. */
const movingStatuses: ReadonlySet<string> = new Set([
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'canceling',
]);

export function isMoving({ status }: Pick<Job, 'status'>): boolean {
  return movingStatuses.has(status);
}

/** A job that failed and may not: whatever word stands above it, its pipeline has not done what it was to do. */
export function isCountingFailure({ status, allowFailure }: Job): boolean {
  return status === 'failed' && !allowFailure;
}

/** Whether a job or trigger job of this very pipeline, as of its latest attempt, failed and may not. */
export function hasCountingFailure(node: PipelineNode): boolean {
  return stepsOf(node).some(({ job }) => isCountingFailure(job));
}

/** Whether anything in the tree says one thing of a pipeline while another part says something that cannot both be so. */
export function contradictsItself(root: PipelineNode): boolean {
  return placesOf(root).some(({ node }) => isContradictory(node));
}

/** Whether the status of one pipeline is contradicted by its jobs and trigger jobs, or the word of a trigger job by the pipeline that it started. */
export function isContradictory(node: PipelineNode): boolean {
  return isContradictedByJobs(node) || node.bridges.some(isContradictedBelow);
}

/** Read a moment apart, being retried, or out of some cache: a word that the jobs do not bear out is not believed at once. */
function isContradictedByJobs(node: PipelineNode): boolean {
  const { status } = node.pipeline;
  if (!isTerminalStatus(status)) return false;
  const jobs = stepsOf(node).map(({ job }) => job);
  if (jobs.some(isMoving)) return true;
  switch (status) {
    case 'success':
      return !jobs.every(isPartOfSuccess);
    case 'failed':
      // Statuses of other systems fail a pipeline as well, and no list of jobs has them.
      return jobs.length > 0 && node.incomplete === undefined && !jobs.some(isCountingFailure);
    case 'canceled':
    case 'skipped':
      return jobs.some(isCountingFailure);
  }
}

function isPartOfSuccess({ status, allowFailure }: Job): boolean {
  switch (status) {
    case 'success':
    case 'skipped':
      return true;
    case 'failed':
    case 'canceled':
    case 'manual':
      return allowFailure;
    default:
      return false;
  }
}

function isContradictedBelow({ bridge, downstream }: BridgeState): boolean {
  if (downstream === undefined || bridge.downstream === undefined) return false;
  const told = bridge.downstream.status;
  const { status } = downstream.pipeline;
  return isTerminalStatus(told) && isTerminalStatus(status) && told !== status;
}
