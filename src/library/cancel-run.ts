import type { Clock } from '../base/clock.js';
import { cancelTree, type PipelineCanceller } from '../follow/cancel-tree.js';
import type { Cancellation } from '../follow/cancellation.js';
import { findPipeline, type FindTrouble } from '../follow/find-pipeline.js';
import type { TreeReader } from '../follow/take-snapshot.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { PipelineAddress } from '../inputs/trigger-request.js';
import { treeOf } from './tree-of.js';

export interface CancelDeps {
  readonly gitlab: PipelineCanceller & TreeReader;
  readonly clock: Clock;
  /** Called as soon as the pipeline is known. */
  readonly onFound: (pipeline: Pipeline) => void;
  readonly onTrouble?: ((trouble: FindTrouble) => void) | undefined;
}

/** A pipeline to be cancelled. */
export interface CancelTask extends PipelineAddress {
  /** For finding it, and again for cancelling it. */
  readonly withinMs: number;
  readonly signal: AbortSignal;
  /** What is not confirmed when it aborts is reported as left running. */
  readonly hurry: AbortSignal;
}

/**
 * Cancels a pipeline and what is alive below it; says what became of each, the pipeline itself first.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
export async function cancelRun(
  { gitlab, clock, onFound, onTrouble }: CancelDeps,
  { project, pipelineId, withinMs, signal, hurry }: CancelTask,
): Promise<readonly Cancellation[]> {
  const pipeline = await findPipeline(
    { gitlab, clock, onTrouble },
    { project, pipelineId, patienceMs: withinMs, signal },
  );
  onFound(pipeline);
  const snapshot = await treeOf(gitlab, pipeline, signal);
  return await cancelTree({ gitlab, clock }, { pipeline, snapshot, withinMs, signal: hurry });
}
