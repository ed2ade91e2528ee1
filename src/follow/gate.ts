import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import { hasCountingFailure, isMoving } from './contradiction.js';
import type { PipelineNode } from './snapshot.js';

/** Whether the gates of a pipeline are left alone: a job of it has failed, or may have and is not seen. */
export function keepsGatesShut(node: PipelineNode): boolean {
  return hasCountingFailure(node) || node.incomplete?.jobs !== undefined;
}

/**
 * Whether nothing happens in a pipeline any more but by somebody's hand: all that has not ended is a manual job, waits for one, or is a trigger job whose
 * pipeline is in the same place. GitLab calls a pipeline with such a trigger job `running`.
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
