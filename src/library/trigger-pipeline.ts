import { InputError } from '../base/errors.js';
import { cancelTree } from '../follow/cancel-tree.js';
import type { GitLabClient } from '../gitlab/client.js';
import { parseTriggerRequest, triggerTable } from '../inputs/commands/trigger.js';
import type { CallerContext } from '../model/caller-context.js';
import type { Pipeline } from '../model/pipeline.js';
import { type TriggerRequest, jobTokenOf } from '../model/requests.js';
import type { RerunTask } from '../trigger/rerun.js';
import { failedAtCreation } from '../trigger/start-context.js';
import { startRun } from '../trigger/start.js';
import { type LibraryDeps, openCall } from './call.js';
import { optionSource } from './option-source.js';
import type { TriggerOptions } from './options.js';

/**
 * Starts one pipeline; implements the public function of this name.
 * @throws {AppError} as the public function documents.
 */
export async function triggerPipeline(deps: LibraryDeps, options: TriggerOptions): Promise<Pipeline> {
  const source = optionSource('triggerPipeline', options);
  const { request } = await parseTriggerRequest(source, deps.files);
  const caller = callerOf(options, request);
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
    const task = { request, caller, signal };
    const start = async (): Promise<Pipeline> => {
      const { pipeline, context } = await startRun({ ...deps, gitlab, onEvent: ignore }, task);
      const creationFailure = failedAtCreation(pipeline, context);
      if (creationFailure !== undefined) throw creationFailure;
      return pipeline;
    };
    return request.rerun === undefined ? await start() : await takeUpOrStart(deps, gitlab, { task, start });
  } catch (error) {
    throw shown(error);
  } finally {
    close();
  }
}

/** The pipeline of an earlier attempt, and otherwise a new one that no other attempt has started as well. */
async function takeUpOrStart(
  deps: LibraryDeps,
  gitlab: GitLabClient,
  { task, start }: { readonly task: RerunTask; readonly start: () => Promise<Pipeline> },
): Promise<Pipeline> {
  const { collision, takeUpEarlier } = await import('../trigger/rerun.js');
  const earlier = await takeUpEarlier({ ...deps, gitlab, onEvent: ignore, onTaken: ignore }, task);
  if (earlier.kind === 'taken_up') return earlier.started.pipeline;
  const pipeline = await start();
  const error = collision(pipeline, await earlier.othersThan(pipeline));
  if (error === undefined) return pipeline;
  const { signal, request } = task;
  await cancelTree(
    { ...deps, gitlab },
    { pipeline, project: request.project, snapshot: undefined, withinMs: cancelWithinMs, signal },
  );
  throw error;
}

const cancelWithinMs = 60_000;

function ignore(): void {
  // Whoever calls the library gets a pipeline or an error.
}

/**
 * Library use has no workflow, so pipelines are never superseded.
 * @throws {InputError} when an attempt is to be taken up that nobody has named.
 */
function callerOf({ attempt }: TriggerOptions, { rerun }: TriggerRequest): CallerContext {
  if (rerun === undefined) return { ci: 'library' };
  if (
    attempt !== undefined &&
    attempt.run !== '' &&
    Number.isSafeInteger(attempt.number) &&
    attempt.number > 0
  ) {
    const { run, number } = attempt;
    return { ci: 'library', attempt: { run, step: [], id: String(number), isFirst: number === 1 } };
  }
  throw new InputError({
    code: 'invalid_input',
    what: `on_rerun is ${rerun.mode}, and attempt does not name one, so nothing was started`,
    hint: 'Give attempt: { run, number }: a text that is the same in all attempts, and a number from 1.',
  });
}
