import { isTerminalStatus } from '../model/pipeline.js';
import {
  type BridgeState,
  type PipelineNode,
  type PipelineSnapshot,
  nodesByKey,
  placesOf,
} from '../model/snapshot.js';
import { isContradictory, isUnexplained } from './decide/contradictions.js';
import { untoldOf } from './decide/warnings.js';
import { behindMs } from './marks/behind.js';
import type { HighWater } from './marks/high-water.js';

/** Which parts of the tree a poll is about. */
export interface PollScope {
  /** Whether to read the pipelines that trigger jobs started. */
  readonly downstream: 'ignore' | 'show' | 'require';
  /** `jobs`: single jobs decide, so a snapshot without some of them is useless. `pipeline` when absent. */
  readonly decidedBy?: 'pipeline' | 'jobs' | undefined;
  /** Ids of pipelines in which jobs were retried: they are asked for again although they have ended. */
  readonly retried?: ReadonlySet<number> | undefined;
}

/** What tells whether a pipeline of the snapshot before has to be read again. */
export interface Known {
  readonly poll: PollScope;
  readonly marks: HighWater;
}

/** Whether the verdict depends on which pipelines are below. */
export function isTreeVital({ downstream, decidedBy }: Pick<PollScope, 'downstream' | 'decidedBy'>): boolean {
  return downstream === 'require' || decidedBy === 'jobs';
}

/**
 * Nothing below can change any more, as far as is visible; for an unreadable pipeline, the trigger job
 * decides. What contradicts itself, or lacks something that a verdict may depend on, is read again.
 */
export function isSettled(node: PipelineNode, known: Known): boolean {
  const { pipeline, bridges, incomplete } = node;
  const { poll, marks } = known;
  if (!isTerminalStatus(pipeline.status) || isContradictory(node)) return false;
  if (behindMs(marks, pipeline) > 0) return false;
  if (poll.retried?.has(pipeline.id) === true) return false;
  if (isTreeVital(poll) && (incomplete !== undefined || bridges.some(hidesDownstream))) return false;
  if (isTreeVital(poll) && untoldOf(node) !== undefined) return false;
  return bridges.every(({ bridge, downstream }) =>
    downstream === undefined
      ? bridge.downstream === undefined || isTerminalStatus(bridge.downstream.status)
      : isSettled(downstream, known),
  );
}

/** A trigger job that shows nothing of what it started. */
function hidesDownstream(state: BridgeState): boolean {
  return state.bridge.unreadDownstream !== undefined || isUnexplained(state);
}

/**
 * Whether a snapshot contains a pipeline as `previous` showed it. That has ended, which is not final: a user
 * may since have played or retried a job in it, or GitLab may have started a pipeline below it.
 */
export function isPartlyRemembered(
  { root }: PipelineSnapshot,
  previous: PipelineSnapshot | undefined,
): boolean {
  const before = new Set(previous === undefined ? [] : nodesByKey(previous.root).values());
  return placesOf(root).some(({ node }) => before.has(node));
}
