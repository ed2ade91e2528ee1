import { assertNever } from '../base/assert-never.js';
import { findRun } from '../follow/find-pipeline.js';
import { followPipeline as follow } from '../follow/follow-pipeline.js';
import { parseWaitRequest, waitTable } from '../inputs/commands/wait-and-cancel.js';
import type { FollowEvent, PipelineEvent } from '../model/events.js';
import type { Verdict } from '../model/verdict.js';
import { type LibraryDeps, openCall } from './call.js';
import { optionSource } from './option-source.js';
import type { FollowOptions } from './options.js';

/**
 * Follows one pipeline; implements the public function of this name.
 * @throws {AppError} as the public function documents.
 */
export async function* followPipeline(
  deps: LibraryDeps,
  options: FollowOptions,
): AsyncGenerator<PipelineEvent, void, undefined> {
  const source = optionSource('followPipeline', options);
  const { request } = await parseWaitRequest(source, deps.files);
  const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
  // Without a sha, which is no option, the inputs are refused when they name no pipeline.
  if (pipelineId === undefined) throw new TypeError('no pipeline was given');
  // The caller receives the outcome, so a success must differ from a success with warnings.
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

/**
 * The same events with secrets removed from their texts, because a server may repeat our secrets. Names and
 * URLs are GitLab's values.
 */
async function* shownEvents(
  events: AsyncGenerator<FollowEvent, Verdict, undefined>,
  redact: (text: string) => string,
): AsyncGenerator<FollowEvent, Verdict, undefined> {
  try {
    for (;;) {
      const next = await events.next();
      if (next.done === true) return next.value;
      yield shownEvent(next.value, redact);
    }
  } finally {
    // Leaving the loop also stops following. If it has already ended, this does nothing.
    await events.return(undefined as never);
  }
}

function shownEvent(event: FollowEvent, redact: (text: string) => string): FollowEvent {
  switch (event.kind) {
    case 'partial_data':
      return { ...event, unreadablePart: redact(event.unreadablePart) };
    case 'poll_failed':
      return { ...event, why: redact(event.why) };
    case 'job_played':
      return event.refusal === undefined ? event : { ...event, refusal: redact(event.refusal) };
    case 'job_retried':
      return event.why === undefined ? event : { ...event, why: redact(event.why) };
    case 'snapshot':
    case 'pipeline_changed':
    case 'job_changed':
    case 'heartbeat':
    case 'poll_recovered':
      return event;
    default:
      return assertNever(event);
  }
}
