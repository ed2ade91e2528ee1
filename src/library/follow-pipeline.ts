import { findRun } from '../follow/find-pipeline.js';
import { followPipeline as follow } from '../follow/follow-pipeline.js';
import { parseWaitRequest, waitTable } from '../inputs/commands/wait-and-cancel.js';
import type { PipelineEvent } from '../model/events.js';
import { type LibraryDeps, openCall } from './call.js';
import { type FollowOptions, optionSource } from './options.js';
import { shownEvents } from './shown-events.js';

/**
 * Follows one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
export async function* followPipeline(
  deps: LibraryDeps,
  options: FollowOptions,
): AsyncGenerator<PipelineEvent, void, undefined> {
  const source = optionSource(options);
  const { request } = await parseWaitRequest(source, deps.files);
  const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
  // Whoever calls is handed the outcome, so that a success has to be told from one with warnings.
  const followRequest = { ...request.follow, accept: new Set(['success'] as const) };
  const { gitlab, signal, shown, redact, close } = openCall(deps, {
    source,
    table: waitTable,
    connection,
    accessToken,
    jobToken,
    signal: options.signal,
  });
  try {
    const { outageTimeoutMs: retryTimeoutMs } = followRequest;
    const onFound = (): void => undefined;
    const pipeline = await findRun(
      { ...deps, gitlab, onFound },
      { project, pipelineId, expectedSha, retryTimeoutMs, signal, reader: jobToken && 'job_token' },
    );
    const events = follow({ ...deps, gitlab }, { pipeline, request: followRequest, signal });
    const verdict = yield* shownEvents(events, redact);
    yield { kind: 'ended', elapsedMs: verdict.elapsedMs, verdict };
  } catch (error) {
    throw shown(error);
  } finally {
    close();
  }
}
