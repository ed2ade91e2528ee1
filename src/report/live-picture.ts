import type { PipelineNode, PipelineSnapshot } from '../follow/snapshot.js';
import type { RunEvent } from './run-event.js';
import { nameLabel } from './job-label.js';
import { rowsByStage } from './stage-order.js';

/** What a view of a run that is drawn anew shows; times are those of our own clock. */
export interface LivePicture {
  readonly pipelineId: number;
  readonly status: string;
  readonly stages: readonly LiveStage[];
  /** When following began. */
  readonly startMs: number;
  /** When the picture was taken. */
  readonly seenMs: number;
  /** Of the usual length, when the picture was taken; absent where that is not known. */
  readonly remainingMs: number | undefined;
  /** Why there is no news; absent when there is. */
  readonly trouble: string | undefined;
}

/** A stage of the pipeline, or of one below it. */
export interface LiveStage {
  readonly title: string;
  readonly jobs: readonly LiveJob[];
}

export interface LiveJob {
  readonly name: string;
  readonly state: LiveState;
  readonly status: string;
  readonly seconds: number | undefined;
  /** Why it failed. */
  readonly reason: string;
}

/** What a status means for somebody who waits. */
export type LiveState = 'failed' | 'warned' | 'running' | 'passed' | 'waiting' | 'over';

const stateOf: Readonly<Record<string, LiveState>> = {
  success: 'passed',
  failed: 'failed',
  running: 'running',
  canceling: 'running',
  canceled: 'over',
  skipped: 'over',
};

/** The picture after something has happened; `undefined` while there is nothing to show, and at the end. */
export function pictureAfter(
  picture: LivePicture | undefined,
  event: RunEvent,
  nowMs: number,
): LivePicture | undefined {
  if (event.kind === 'looked') {
    return {
      ...snapshotPicture(event.snapshot),
      startMs: nowMs - event.elapsedMs,
      seenMs: nowMs,
      remainingMs: event.remainingMs,
      trouble: event.snapshot.trouble === undefined ? undefined : picture?.trouble,
    };
  }
  if (event.kind === 'ended' || picture === undefined) return undefined;
  if (event.kind === 'trouble_began') return { ...picture, trouble: event.why };
  return event.kind === 'trouble_ended' ? { ...picture, trouble: undefined } : picture;
}

function snapshotPicture({ root }: PipelineSnapshot): Pick<LivePicture, 'pipelineId' | 'status' | 'stages'> {
  const { id, status } = root.pipeline;
  return { pipelineId: id, status, stages: stagesOf(root, []) };
}

function stagesOf(node: PipelineNode, path: readonly string[]): readonly LiveStage[] {
  const own = rowsByStage(node).map(({ stage, rows }): LiveStage => ({
    title: [...path, stage].map((name) => nameLabel(name)).join(' › '),
    jobs: rows.map(({ job }) => ({
      name: nameLabel(job.name),
      state: job.status === 'failed' && job.allowFailure ? 'warned' : (stateOf[job.status] ?? 'waiting'),
      status: nameLabel(job.status),
      seconds: job.durationSeconds,
      reason: job.failureReason === undefined ? '' : nameLabel(job.failureReason),
    })),
  }));
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : stagesOf(downstream, [...path, bridge.name]),
  );
  return [...own, ...below];
}
