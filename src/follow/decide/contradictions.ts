import { type Job, hasStartedPipeline, isCountingFailure, isTerminalStatus } from '../../model/pipeline.js';
import {
  type BridgeState,
  type PipelineNode,
  type PipelineSnapshot,
  placesOf,
  stepsOf,
} from '../../model/snapshot.js';
import type { DecisionRules } from './rules.js';

/** Statuses in which a job runs, or will run without a user. */
const movingStatuses: ReadonlySet<string> = new Set([
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'canceling',
  'scheduled',
]);

/** Whether a job runs, or will run without a user. */
export function isMoving({ status }: Pick<Job, 'status'>): boolean {
  return movingStatuses.has(status);
}

/** Whether the latest attempt of a job or trigger job of this pipeline has failed and is not allowed to. */
export function hasCountingFailure(node: PipelineNode): boolean {
  return stepsOf(node).some(({ job }) => isCountingFailure(job));
}

/** Whether two parts of the tree contradict each other. */
export function contradictsItself(root: PipelineNode): boolean {
  return placesOf(root).some(({ node }) => isContradictory(node));
}

/**
 * Whether jobs and trigger jobs contradict the status of their pipeline, or a pipeline that of its trigger
 * job.
 */
export function isContradictory(node: PipelineNode): boolean {
  return isContradictedByJobs(node) || node.bridges.some(isContradictedBelow);
}

/**
 * A status that the jobs contradict is not believed at once: the parts may have been read a moment apart,
 * jobs may be retried, or a cache may have answered.
 */
export function isContradictedByJobs(node: PipelineNode): boolean {
  const { status } = node.pipeline;
  if (!isTerminalStatus(status)) return false;
  const jobs = stepsOf(node).map(({ job }) => job);
  if (jobs.some(isMoving)) return true;
  switch (status) {
    case 'success':
      return !jobs.every(isPartOfSuccess);
    case 'failed':
      // Statuses of external systems also fail a pipeline, and no list of jobs contains them.
      return jobs.length > 0 && node.incomplete === undefined && !jobs.some(isCountingFailure);
    case 'canceled':
    case 'skipped':
      return jobs.some(isCountingFailure);
  }
}

/**
 * Whether jobs show that a pipeline runs again, or has run again, since it got the status of its end: nothing
 * that they show bears out a failure, and a job moves or is newer than the end. GitLab changes the status of
 * the pipeline only some time after it has made the new attempt.
 */
export function isRevived(node: PipelineNode): boolean {
  const { status, finishedAt = '' } = node.pipeline;
  if (!isTerminalStatus(status) || node.jobs.some(({ job }) => isCountingFailure(job))) return false;
  const failedBridges = node.bridges.filter(({ bridge }) => isCountingFailure(bridge));
  const isRevivedBelow = ({ downstream }: BridgeState): boolean =>
    downstream !== undefined && (!isTerminalStatus(downstream.pipeline.status) || isRevived(downstream));
  if (failedBridges.length > 0) return failedBridges.every(isRevivedBelow);
  return stepsOf(node).some(
    ({ job }) => isMoving(job) || Date.parse(job.createdAt ?? '') > Date.parse(finishedAt),
  );
}

/**
 * Why the job list may be older than the pipeline's own status, in words; `undefined` if the jobs confirm the
 * status. GitLab makes a pipeline `manual` or `canceled` because of a job with that status, and `skipped` if
 * all jobs are skipped or are optional manual jobs. A pipeline without jobs is skipped by `[skip ci]`, or has
 * its status from external systems, whose statuses are in no job list.
 * @see GitLab, `lib/gitlab/ci/status/composite.rb`
 */
export function unshownCause(node: PipelineNode): string | undefined {
  const { id, status } = node.pipeline;
  const statuses = stepsOf(node).map(({ job }) => job.status);
  const isShown =
    statuses.length === 0 ||
    (status === 'skipped'
      ? statuses.every((each) => each === 'skipped' || each === 'manual')
      : statuses.includes(status));
  return isShown
    ? undefined
    : `the jobs of pipeline ${id} do not show why it is ${status}: their list may be outdated`;
}

function isPartOfSuccess({ status, allowFailure, isAllowanceUnknown }: Job): boolean {
  switch (status) {
    case 'success':
    case 'skipped':
      return true;
    case 'failed':
    case 'canceled':
    case 'manual':
      // Concluded from the success itself, it does not confirm it.
      return allowFailure && isAllowanceUnknown !== true;
    default:
      return false;
  }
}

function isContradictedBelow({ bridge, downstream }: BridgeState): boolean {
  if (downstream === undefined || bridge.downstream === undefined) return false;
  const reportedStatus = bridge.downstream.status;
  const { status } = downstream.pipeline;
  return isTerminalStatus(reportedStatus) && isTerminalStatus(status) && reportedStatus !== status;
}

/**
 * Whether jobs can still appear in a snapshot. A pipeline gets its jobs before it leaves `created`; a
 * downstream pipeline appears when its trigger job has run. `perhaps`: a trigger job has passed, and GitLab
 * does not show, or not yet, what it started.
 */
export function growthOf(
  { root }: PipelineSnapshot,
  { downstream, onManual }: DecisionRules,
): 'none' | 'perhaps' | 'sure' {
  if (downstream === 'ignore') return root.pipeline.status === 'created' ? 'sure' : 'none';
  const nodes = placesOf(root).map(({ node }) => node);
  if (nodes.some((node) => node.pipeline.status === 'created' || mayStartMore(node, onManual))) return 'sure';
  return nodes.some(({ bridges }) => bridges.some(isUnexplained)) ? 'perhaps' : 'none';
}

function mayStartMore({ pipeline, bridges }: PipelineNode, onManual: DecisionRules['onManual']): boolean {
  const isOver = isTerminalStatus(pipeline.status);
  return bridges.some(({ bridge }) => {
    if (hasStartedPipeline(bridge) || isTerminalStatus(bridge.status)) return false;
    if (isOver) return isMoving(bridge);
    // The step does not wait for a user to play it.
    return !(bridge.status === 'manual' && onManual === 'stop');
  });
}

/** Whether a trigger job has passed, and GitLab shows nothing that it has started. */
export function isUnexplained({ bridge }: BridgeState): boolean {
  return !hasStartedPipeline(bridge) && bridge.status === 'success';
}

/** Why the snapshot lacks existing jobs, in words; `undefined` if none is known to be missing. */
export function unseenJobs(
  { root }: PipelineSnapshot,
  { downstream }: Pick<DecisionRules, 'downstream'>,
): string | undefined {
  const nodes = placesOf(root).map(({ node }) => node);
  const why = nodes
    .map(({ incomplete }) => incomplete?.jobs ?? incomplete?.bridges)
    .find((each) => each !== undefined);
  if (why !== undefined || downstream === 'ignore') return why;
  const states = nodes.flatMap(({ bridges }) => bridges);
  const unread = states.find(({ bridge }) => bridge.unreadDownstream !== undefined);
  if (unread !== undefined) return `GitLab does not show which pipeline ${unread.bridge.name} started`;
  return states.find(({ cutOff }) => cutOff !== undefined)?.cutOff;
}
