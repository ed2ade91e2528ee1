import { followPipeline as follow } from '../follow/follow-pipeline.js';
import { parseWaitRequest } from '../inputs/parse-wait-request.js';
import { waitTable } from '../inputs/wait-inputs.js';
import { findRun } from './find-run.js';
import { openCall } from './library-call.js';
import type { LibraryDeps } from './library-deps.js';
import { optionSource } from './option-source.js';
import type { FollowOptions } from './options.js';
import type { PipelineEvent } from '../follow/pipeline-event.js';

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
  const { connection, accessToken, project, pipelineId, expectedSha, follow: followRequest } = request;
  const { gitlab, signal, close } = openCall(deps, {
    source,
    table: waitTable,
    connection,
    accessToken,
    signal: options.signal,
  });
  try {
    const { outageTimeoutMs: patienceMs } = followRequest;
    const onFound = (): void => undefined;
    const pipeline = await findRun(
      { ...deps, gitlab, onFound },
      { project, pipelineId, expectedSha, patienceMs, signal },
    );
    const verdict = yield* follow({ ...deps, gitlab }, { pipeline, request: followRequest, signal });
    yield { kind: 'ended', elapsedMs: verdict.elapsedMs, verdict };
  } finally {
    close();
  }
}
