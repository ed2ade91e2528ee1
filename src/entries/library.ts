import { systemClock } from '../base/clock.js';
import type { LibraryDeps } from '../library/call.js';
import type { CancelOptions, FollowOptions, TriggerOptions } from '../library/options.js';
import type { PipelineEvent } from '../model/events.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Cancellation, Verdict } from '../model/verdict.js';

// The exports of the package. The first call loads everything large.

export {
  AbortedError,
  AppError,
  InputError,
  RefusedError,
  UnreachableError,
  type ErrorParts,
} from '../base/errors.js';
export type { ErrorCode } from '../base/errors.js';
export type { Cancellation } from '../model/verdict.js';
export type { FollowEvent, SnapshotEvent, ProgressEvent } from '../model/events.js';
export type { BridgeState, JobState, PipelineNode, PipelineSnapshot } from '../model/snapshot.js';
export type { Outcome, Verdict } from '../model/verdict.js';
export type { Bridge, Job } from '../model/pipeline.js';
export type { Pipeline } from '../model/pipeline.js';
export type {
  AttemptOptions,
  CancelOptions,
  ConnectionOptions,
  FollowOptions,
  JsonValue,
  PipelineOptions,
  TriggerOptions,
} from '../library/options.js';
export type { EndedEvent, PipelineEvent } from '../model/events.js';

/** Following a pipeline: its events, or only its verdict. Each use follows it anew. */
export interface PipelineFollowing extends AsyncIterable<PipelineEvent> {
  /** Follows it to its end and returns the verdict without the events. */
  readonly verdict: () => Promise<Verdict>;
}

/**
 * Starts one pipeline and returns it as GitLab answered. One call starts one pipeline: the request is
 * repeated only if the previous one certainly started nothing. A pipeline whose response is lost is found
 * again if `accessToken` may read it.
 *
 * If `signal` aborts while the request is in flight, the call still waits for the pipeline, or searches for
 * it, for a few seconds. So an abort does not hide a started pipeline: then the promise resolves.
 *
 * With `onRerun`, a later attempt gets the pipeline of an earlier one instead, as docs/reruns.md describes.
 *
 * @throws {InputError} when an option is invalid; nothing was sent. Messages use the names of the inputs:
 *   `project_id`.
 * @throws {RefusedError} when GitLab refuses, or the pipeline failed at creation.
 * @throws {UnreachableError} when there is no usable response; the code `start_uncertain` means that a
 *   pipeline may exist.
 * @throws {AbortedError} when `signal` aborts.
 */
export async function triggerPipeline(options: TriggerOptions): Promise<Pipeline> {
  const call = await import('../library/trigger-pipeline.js');
  return await call.triggerPipeline(await processDeps(options), options);
}

/**
 * Follows a pipeline to its end. The events are the changes, a snapshot for every successful poll, and
 * finally `ended` with the verdict. Every outcome is a value: a failed pipeline, a timeout and an outage do
 * not throw. Leaving the loop stops following; the pipeline continues.
 *
 * @throws {InputError} from the loop, when an option is invalid, or `jobs` names a job that the pipeline
 *   does not have.
 * @throws {RefusedError} from the loop, when GitLab denies access to the pipeline, or it runs a commit
 *   other than `expectedSha`.
 * @throws {UnreachableError} from the loop, when the pipeline cannot be found because GitLab is
 *   unreachable.
 * @throws {AbortedError} from the loop, when `signal` aborts; the pipeline is left running.
 */
export function followPipeline(options: FollowOptions): PipelineFollowing {
  const events = async function* (): AsyncGenerator<PipelineEvent, void, undefined> {
    const call = await import('../library/follow-pipeline.js');
    yield* call.followPipeline(await processDeps(options), options);
  };
  return {
    [Symbol.asyncIterator]: events,
    verdict: async () => {
      for await (const event of events()) if (event.kind === 'ended') return event.verdict;
      throw new TypeError('following ended without a verdict');
    },
  };
}

/**
 * Cancels a pipeline and its running downstream pipelines, and waits until GitLab confirms it. Returns the
 * result for each; the pipeline itself comes first. A pipeline that could not be canceled is a value too
 * (`left_running`, with the reason).
 *
 * @throws {InputError} when an option is invalid; nothing was sent.
 * @throws {RefusedError} when GitLab denies access to the pipeline.
 * @throws {UnreachableError} when GitLab is unreachable.
 * @throws {AbortedError} when `signal` aborts.
 */
export async function cancelPipeline(options: CancelOptions): Promise<readonly Cancellation[]> {
  const call = await import('../library/cancel-pipeline.js');
  return await call.cancelPipeline(await processDeps(options), options);
}

/** The dependencies from this process. */
async function processDeps(options: unknown): Promise<LibraryDeps> {
  const [{ textFilesUntil }, { createMasker }, { createNodeTransport }] = await Promise.all([
    import('../hosts/text-files.js'),
    import('../hosts/redaction/redaction.js'),
    import(/* webpackMode: "eager" */ '../http/node-transport.js'),
  ]);
  return {
    clock: systemClock,
    random: Math.random,
    environment: process.env,
    files: textFilesUntil(signalIn(options)),
    createTransport: createNodeTransport,
    createMasker,
  };
}

/** The options are checked later: they may be of any type until then. */
function signalIn(options: unknown): AbortSignal {
  const given: unknown =
    typeof options === 'object' && options !== null ? Reflect.get(options, 'signal') : undefined;
  return given instanceof AbortSignal ? given : new AbortController().signal;
}
