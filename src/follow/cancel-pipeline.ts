import type { Clock } from '../base/clock.js';
import type { PipelineCall } from '../model/addresses.js';
import { type Pipeline, unknownProjectId } from '../model/pipeline.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { Cancellation } from '../model/verdict.js';
import { type PipelineCanceller, cancelTree } from './cancel-tree.js';
import { type FindFailure, findPipeline } from './find-pipeline.js';
import { type TreeReader, takeSnapshot } from './take-snapshot.js';

/**
 * The pipelines below one that is to be canceled, as far as they can be read. GitLab itself cancels child
 * pipelines, but not those of other projects.
 */
export async function treeOf(
  gitlab: TreeReader,
  { projectId, id: pipelineId }: Pipeline,
  signal: AbortSignal,
): Promise<PipelineSnapshot | undefined> {
  if (projectId === unknownProjectId) return undefined;
  const poll = { projectId, pipelineId, downstream: 'show', previous: undefined, signal } as const;
  const reply = await takeSnapshot(gitlab, poll);
  return reply.kind === 'ok' ? reply.value : undefined;
}

export interface CancelDeps {
  readonly gitlab: PipelineCanceller & TreeReader;
  readonly clock: Clock;
  /** Called as soon as the pipeline has been read. */
  readonly onFound: (pipeline: Pipeline) => void;
  readonly onFailure?: ((failure: FindFailure) => void) | undefined;
}

/** A pipeline to be canceled. */
export interface CancelTask extends PipelineCall {
  /** Time limit for reading it, and again for canceling it. */
  readonly withinMs: number;
  readonly signal: AbortSignal;
  /** When it aborts, pipelines without confirmation are reported as left running. */
  readonly forceSignal: AbortSignal;
}

/**
 * Cancels a pipeline and everything below it that has not ended. Returns the result for each, the pipeline
 * itself first.
 * @throws {AppError} when the pipeline cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
export async function cancelRun(
  { gitlab, clock, onFound, onFailure }: CancelDeps,
  { project, pipelineId, withinMs, signal, forceSignal }: CancelTask,
): Promise<readonly Cancellation[]> {
  const pipeline = await findPipeline(
    { gitlab, clock, onFailure },
    { project, pipelineId, retryTimeoutMs: withinMs, signal },
  );
  onFound(pipeline);
  const snapshot = await treeOf(gitlab, pipeline, signal);
  return await cancelTree(
    { gitlab, clock },
    { pipeline, project, snapshot, reader: gitlab, withinMs, signal: forceSignal },
  );
}
