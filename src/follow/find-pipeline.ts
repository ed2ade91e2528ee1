import { type Clock, sleep } from '../base/clock.js';
import { type AppError, RefusedError } from '../base/errors.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply, errorOf } from '../gitlab/responses/explain.js';
import { type FailedReply, isDenied, isRecordMissing } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import { jobTokenReadHint } from '../gitlab/responses/token-hints.js';
import type { PipelineCall } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import { wrongCommit } from '../model/verdict.js';

/** Why a pipeline has not been read yet, and how long the step retries. */
export interface FindFailure {
  readonly why: string;
  readonly retryTimeoutMs: number;
}

export type PipelineFinder = Pick<GitLabClient, 'fetchPipeline'>;

const retryPauseMs = 2000;

/**
 * Reads a pipeline that was started elsewhere, and retries for `retryTimeoutMs`. Reports the first failure at
 * once, and only that one.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
export async function findPipeline(
  deps: {
    readonly gitlab: PipelineFinder;
    readonly clock: Clock;
    readonly onFailure?: ((failure: FindFailure) => void) | undefined;
  },
  wanted: PipelineCall & {
    readonly retryTimeoutMs: number;
    readonly signal: AbortSignal;
    /** The token that reads it: an access token, or none, when absent. */
    readonly reader?: 'job_token' | undefined;
  },
): Promise<Pipeline> {
  const { project, pipelineId, retryTimeoutMs, signal, reader } = wanted;
  const { gitlab, clock } = deps;
  const endMs = clock.nowMs() + retryTimeoutMs;
  let isReported = false;
  for (;;) {
    const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
    if (reply.kind === 'ok') return reply.value;
    if (!isTransient(reply) || clock.nowMs() + retryPauseMs > endMs) {
      throw unreadable(reply, { what: `Cannot read pipeline ${pipelineId}`, reader });
    }
    if (!isReported) deps.onFailure?.({ why: describeReply(reply).why, retryTimeoutMs });
    isReported = true;
    await sleep(clock, retryPauseMs, signal);
  }
}

/** The error for a final reply. A job token lacks other permissions than an access token. */
export function unreadable(
  reply: FailedReply,
  { what, reader }: { readonly what: string; readonly reader: 'job_token' | undefined },
): AppError {
  if (reader === undefined || reply.kind !== 'refused') return errorOf(reply, { what });
  const { texts } = reply.refusal;
  const isNo =
    (isRecordMissing(reply.refusal) && !texts.includes('404 Not found')) || isDenied(reply.refusal);
  return isNo
    ? new RefusedError({ what, ...describeReply(reply), hint: jobTokenReadHint(reply.refusal) })
    : errorOf(reply, { what });
}

export interface FindDeps {
  readonly gitlab: PipelineFinder;
  readonly clock: Clock;
  /** Called as soon as the pipeline has been read, before its commit is compared. */
  readonly onFound: (pipeline: Pipeline) => void;
  readonly onFailure?: ((failure: FindFailure) => void) | undefined;
}

/** A pipeline that was started elsewhere and is to be followed. */
export interface FindTask extends PipelineCall {
  readonly expectedSha: string | undefined;
  /** How long GitLab may be unreachable. */
  readonly retryTimeoutMs: number;
  /** The token that reads it: an access token, or none, when absent. */
  readonly reader?: 'job_token' | undefined;
  readonly signal: AbortSignal;
}

/**
 * Reads the pipeline to follow.
 * @throws {AppError} when it cannot be read, or runs another commit than `expectedSha`.
 */
export async function findRun(deps: FindDeps, { expectedSha, ...wanted }: FindTask): Promise<Pipeline> {
  const pipeline = await findPipeline(deps, wanted);
  deps.onFound(pipeline);
  const mismatch = wrongCommit(pipeline, expectedSha);
  if (mismatch !== undefined) throw mismatch;
  return pipeline;
}
