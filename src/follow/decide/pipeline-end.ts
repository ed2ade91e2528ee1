import { isTerminalStatus } from '../../model/pipeline.js';
import { type JobState, type PipelineNode, stepsOf } from '../../model/snapshot.js';
import { hasCountingFailure, isMoving } from './contradictions.js';
import type { End, DecisionRules } from './rules.js';

/**
 * Whether manual jobs that block a pipeline must not be played: a job of it has failed, or may have failed
 * unseen.
 */
export function keepsGatesShut(node: PipelineNode): boolean {
  return hasCountingFailure(node) || node.incomplete?.jobs !== undefined;
}

/**
 * Whether a pipeline continues only if a user acts: each job that has not ended is manual, waits for a manual
 * job, or is a trigger job whose pipeline is in the same state. GitLab calls a pipeline with such a trigger
 * job `running`.
 */
export function isStuckAtGate(node: PipelineNode): boolean {
  const { pipeline, jobs, bridges } = node;
  if (isTerminalStatus(pipeline.status)) return false;
  if (pipeline.status === 'manual') return true;
  const waiting = bridges.filter(
    ({ bridge, downstream }) => isMoving(bridge) && downstream !== undefined && isStuckAtGate(downstream),
  );
  const others = [
    ...jobs.map(({ job }) => job),
    ...bridges.filter((state) => !waiting.includes(state)).map(({ bridge }) => bridge),
  ];
  return waiting.length > 0 && others.every(({ status }) => isTerminalStatus(status) || atRest.has(status));
}

const atRest: ReadonlySet<string> = new Set(['created', 'manual']);

/**
 * How one pipeline ended by its own status; `undefined` while it runs. GitLab's statuses `manual`, `canceled`
 * and `skipped` can hide a failed job that is not allowed to fail; the pipeline then counts as failed. While
 * a manual job blocks it, GitLab may still retry that job.
 */
export function endOfPipeline(node: PipelineNode, onManual: DecisionRules['onManual']): End | undefined {
  const { status, statusGroup } = node.pipeline;
  switch (status) {
    case 'success': {
      const isWarned = statusGroup === 'success-with-warnings' || stepsOf(node).some(isAllowedFailure);
      return { outcome: isWarned ? 'warnings' : 'success', certainty: 'firm' };
    }
    case 'failed':
      return { outcome: status, certainty: 'firm' };
    case 'canceled':
    case 'skipped':
      return { outcome: hasCountingFailure(node) ? 'failed' : status, certainty: 'firm' };
    case 'manual':
      return endAtGate(node, onManual);
    default:
      return hasCountingFailure(node) && isStuckAtGate(node) ? failedAtGate : undefined;
  }
}

/**
 * Whether a pipeline that a manual job blocks goes on without a user all the same. GitLab calls a pipeline
 * `manual` although a job of it is `scheduled`, `preparing` or `canceling`; with another that moves, one of
 * the two responses is outdated.
 * @see GitLab, `lib/gitlab/ci/status/composite.rb`
 */
export function movesByItself(node: PipelineNode): boolean {
  return stepsOf(node).some(({ job }) => isMoving(job));
}

const failedAtGate: End = { outcome: 'failed', certainty: 'doubtful' };

function endAtGate(node: PipelineNode, onManual: DecisionRules['onManual']): End | undefined {
  if (hasCountingFailure(node)) return failedAtGate;
  if (movesByItself(node)) return undefined;
  switch (onManual) {
    case 'stop':
      return { outcome: 'manual', certainty: 'firm' };
    case 'wait':
      return undefined;
    case 'play':
      // A manual job is not played while a hidden job may have failed.
      return node.incomplete?.jobs === undefined ? undefined : { outcome: 'manual', certainty: 'doubtful' };
  }
}

function isAllowedFailure({ job }: JobState): boolean {
  return job.allowFailure && (job.status === 'failed' || job.status === 'canceled');
}
