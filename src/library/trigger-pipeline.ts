import { InputError } from '../base/errors.js';
import { parseTriggerRequest, triggerTable } from '../inputs/commands/trigger.js';
import type { Pipeline } from '../model/pipeline.js';
import { jobTokenOf } from '../model/requests.js';
import { failedAtCreation } from '../trigger/start-context.js';
import { startRun } from '../trigger/start.js';
import { type LibraryDeps, openCall } from './call.js';
import { type TriggerOptions, optionSource } from './options.js';

/** Caller context for library use: no workflow, so pipelines are never superseded. */
const caller = { ci: 'library' } as const;

/**
 * Starts one pipeline; implements the public function of this name.
 * @throws {AppError} as the public function documents.
 */
export async function triggerPipeline(deps: LibraryDeps, options: TriggerOptions): Promise<Pipeline> {
  const source = optionSource(options);
  const { request } = await parseTriggerRequest(source, deps.files);
  if (request.dryRun) throw noDryRun();
  if (request.expectedSha !== undefined) throw noExpectedSha();
  const { connection, credentials } = request;
  const { accessToken } = credentials;
  const { gitlab, signal, shown, close } = openCall(deps, {
    source,
    table: triggerTable,
    connection,
    accessToken,
    jobToken: jobTokenOf(credentials),
    signal: options.signal,
  });
  try {
    const onEvent = (): void => undefined;
    const { pipeline, context } = await startRun({ ...deps, gitlab, onEvent }, { request, caller, signal });
    const creationFailure = failedAtCreation(pipeline, context);
    if (creationFailure !== undefined) throw creationFailure;
    return pipeline;
  } catch (error) {
    throw shown(error);
  } finally {
    close();
  }
}

/** Callers without types can pass `dryRun`, and must not get a pipeline. */
function noDryRun(): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'dry_run is no option of triggerPipeline, so nothing was started',
    hint: 'Leave it out to start a pipeline; the command gitlab-trigger check starts none.',
  });
}

/** This call does not compare the commit. A caller without types who passes it would believe that it does. */
function noExpectedSha(): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'expected_sha is no option of triggerPipeline, so nothing was started',
    hint: 'Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline.',
  });
}
