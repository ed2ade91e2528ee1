import { hasCountingFailure } from './contradiction.js';
import { isStuckAtGate } from './gate.js';
import type { End, Rules } from './judgement.js';
import { stepsOf } from './pipeline-tree.js';
import type { JobState, PipelineNode } from './snapshot.js';

/**
 * How one pipeline ended by its own status; `undefined` while it goes on. GitLab has one word for a pipeline, and the one for a gate, for one that was
 * canceled or skipped hides that a job has failed which may not: then it has failed. While a manual job blocks it, GitLab may still repeat that job by itself.
 */
export function endOfPipeline(node: PipelineNode, onManual: Rules['onManual']): End | undefined {
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

function endAtGate(node: PipelineNode, onManual: Rules['onManual']): End | undefined {
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

/** GitLab says `running` of a pipeline in which a job is one of these, whatever waits at a gate: then one of the two answers is an old one. */
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
