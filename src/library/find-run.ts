import type { Clock } from '../base/clock.js';
import { findPipeline, type FindTrouble, type PipelineFinder } from '../follow/find-pipeline.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { PipelineAddress } from '../inputs/trigger-request.js';
import { wrongCommit } from '../trigger/wrong-commit.js';

export interface FindDeps {
  readonly gitlab: PipelineFinder;
  readonly clock: Clock;
  /** Called as soon as the pipeline is known, before its commit is compared. */
  readonly onFound: (pipeline: Pipeline) => void;
  readonly onTrouble?: ((trouble: FindTrouble) => void) | undefined;
}

/** A pipeline that was started elsewhere and is to be followed. */
export interface FindTask extends PipelineAddress {
  readonly expectedSha: string | undefined;
  /** How long GitLab may be out of reach. */
  readonly patienceMs: number;
  /** What reads it; an access token, or nobody's, when absent. */
  readonly reader?: 'job_token' | undefined;
  readonly signal: AbortSignal;
}

/**
 * Reads the pipeline that is to be followed.
 * @throws {AppError} when it cannot be read, or runs another commit than `expectedSha`.
 */
export async function findRun(deps: FindDeps, { expectedSha, ...wanted }: FindTask): Promise<Pipeline> {
  const pipeline = await findPipeline(deps, wanted);
  deps.onFound(pipeline);
  const mismatch = wrongCommit(pipeline, expectedSha);
  if (mismatch !== undefined) throw mismatch;
  return pipeline;
}
