import { systemClock } from '../base/clock.js';
import type { LibraryDeps } from '../library/call.js';
import type { CancelOptions, FollowOptions, TriggerOptions } from '../library/options.js';
import type { PipelineEvent } from '../model/events.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Cancellation, Verdict } from '../model/verdict.js';

// What an import of the package gives. Everything heavy is loaded by the first call.

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
  CancelOptions,
  ConnectionOptions,
  FollowOptions,
  JsonValue,
  PipelineOptions,
  TriggerOptions,
} from '../library/options.js';
export type { EndedEvent, PipelineEvent } from '../model/events.js';

/** A pipeline that is followed: its events, or only how it ended. Each use follows it anew. */
export interface PipelineFollowing extends AsyncIterable<PipelineEvent> {
  /** Follows it to its end and gives that, without the events on the way. */
  readonly verdict: () => Promise<Verdict>;
}

/**
 * Starts one pipeline and gives it as GitLab answered. One call, one pipeline: the request is repeated only
 * when the one before certainly started nothing, and a pipeline whose answer got lost is found again, where
 * `accessToken` may read.
 *
 * When `signal` aborts while the request is on its way, the pipeline is still waited for, or looked for, for
 * a few seconds, so that an abort does not hide what was started: then the promise resolves.
 *
 * @throws {InputError} when an option is wrong; nothing was sent. Messages call options by the names of the
 *   inputs: `project_id`.
 * @throws {RefusedError} when GitLab said no, or the pipeline failed at once.
 * @throws {UnreachableError} when no usable answer came; the code `start_uncertain` says that a pipeline
 *   may exist.
 * @throws {AbortedError} when `signal` aborted.
 */
export async function triggerPipeline(options: TriggerOptions): Promise<Pipeline> {
  const call = await import('../library/trigger-pipeline.js');
  return await call.triggerPipeline(await processDeps(), options);
}

/**
 * Follows a pipeline to its end. The events are what changed, every successful look with the whole picture,
 * and as the last one `ended` with the verdict. An outcome is a value, whatever it is: a failed pipeline, a
 * timeout and an outage do not throw. Leaving the loop stops following; the pipeline goes on.
 *
 * @throws {InputError} from the loop, when an option is wrong, or `jobs` names a job that the pipeline does
 *   not have.
 * @throws {RefusedError} from the loop, when GitLab does not let the pipeline be read, or it runs another
 *   commit than `expectedSha`.
 * @throws {UnreachableError} from the loop, when the pipeline cannot be found because GitLab cannot be
 *   reached.
 * @throws {AbortedError} from the loop, when `signal` aborted; the pipeline is left running.
 */
export function followPipeline(options: FollowOptions): PipelineFollowing {
  const events = async function* (): AsyncGenerator<PipelineEvent, void, undefined> {
    const call = await import('../library/follow-pipeline.js');
    yield* call.followPipeline(await processDeps(), options);
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
 * Cancels a pipeline and what is alive below it, and waits until GitLab confirms it. Says what became of
 * each; the pipeline itself comes first. One that could not be canceled is a value, too (`left_running`,
 * with the reason).
 *
 * @throws {InputError} when an option is wrong; nothing was sent.
 * @throws {RefusedError} when GitLab does not let the pipeline be read.
 * @throws {UnreachableError} when GitLab cannot be reached.
 * @throws {AbortedError} when `signal` aborted.
 */
export async function cancelPipeline(options: CancelOptions): Promise<readonly Cancellation[]> {
  const call = await import('../library/cancel-pipeline.js');
  return await call.cancelPipeline(await processDeps(), options);
}

/** What this process has. */
async function processDeps(): Promise<LibraryDeps> {
  const [{ textFiles }, { createMasker }, { createNodeTransport }] = await Promise.all([
    import('../hosts/text-files.js'),
    import('../hosts/redaction/redaction.js'),
    import(/* webpackMode: "eager" */ '../http/node-transport.js'),
  ]);
  return {
    clock: systemClock,
    random: Math.random,
    environment: process.env,
    files: textFiles,
    createTransport: createNodeTransport,
    createMasker,
  };
}
