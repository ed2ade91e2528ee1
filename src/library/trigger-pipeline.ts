import { InputError } from '../base/errors.js';
import { parseTriggerRequest, triggerTable } from '../inputs/commands/trigger.js';
import type { Pipeline } from '../model/pipeline.js';
import { jobTokenOf } from '../model/requests.js';
import { failedAtCreation } from '../trigger/start-context.js';
import { startRun } from '../trigger/start.js';
import { type LibraryDeps, openCall } from './call.js';
import { type TriggerOptions, optionSource } from './options.js';

/** A program of somebody's; two of them have nothing in common. */
const caller = { ci: 'library' } as const;

/**
 * Starts one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
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

/** Callers without types can ask for it, and must not get a pipeline. */
function noDryRun(): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'dry_run is no option of triggerPipeline, so nothing was started',
    hint: 'Leave it out to start a pipeline; the command gitlab-trigger check starts none.',
  });
}

/** Nobody would compare the commit; who passes it here without types would think it was right. */
function noExpectedSha(): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'expected_sha is no option of triggerPipeline, so nothing was started',
    hint: 'Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline.',
  });
}
