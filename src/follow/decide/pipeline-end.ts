import { isTerminalStatus } from '../../model/pipeline.js';
import { type JobState, type PipelineNode, stepsOf } from '../../model/snapshot.js';
import { hasCountingFailure, isMoving } from './contradictions.js';
import type { End, DecisionRules } from './rules.js';

/** Whether the gates of a pipeline are left alone: a job of it has failed, or may have and is not seen. */
export function keepsGatesShut(node: PipelineNode): boolean {
  return hasCountingFailure(node) || node.incomplete?.jobs !== undefined;
}

/**
 * Whether nothing happens in a pipeline any more but by somebody's hand: all that has not ended is a manual
 * job, waits for one, or is a trigger job whose pipeline is in the same place. GitLab calls a pipeline with
 * such a trigger job `running`.
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
 * How one pipeline ended by its own status; `undefined` while it goes on. GitLab has one word for a pipeline,
 * and the one for a gate, for one that was canceled or skipped hides that a job has failed which may not:
 * then it has failed. While a manual job blocks it, GitLab may still repeat that job by itself.
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

const failedAtGate: End = { outcome: 'failed', certainty: 'doubtful' };

function endAtGate(node: PipelineNode, onManual: DecisionRules['onManual']): End | undefined {
  if (hasCountingFailure(node)) return failedAtGate;
  if (stepsOf(node).some(({ job }) => isUnderWay(job))) return undefined;
  switch (onManual) {
    case 'stop':
      return { outcome: 'manual', certainty: 'firm' };
    case 'wait':
      return undefined;
    case 'play':
      // A gate is not opened while a job that is not seen may have failed.
      return node.incomplete?.jobs === undefined ? undefined : { outcome: 'manual', certainty: 'doubtful' };
  }
}

/**
 * GitLab says `running` of a pipeline in which a job is one of these, whatever waits at a gate: then one of
 * the two answers is an old one.
 */
const statusesBeforeGate: ReadonlySet<string> = new Set([
  'pending',
  'running',
  'waiting_for_resource',
  'waiting_for_callback',
]);

function isUnderWay({ status }: JobState['job']): boolean {
  return statusesBeforeGate.has(status);
}

function isAllowedFailure({ job }: JobState): boolean {
  return job.allowFailure && (job.status === 'failed' || job.status === 'canceled');
}
