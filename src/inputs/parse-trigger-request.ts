import { connectionOf } from './connection-inputs.js';
import { deepFreeze } from './deep-freeze.js';
import { followOf } from './follow-inputs.js';
import type { InputSource, TextFiles } from './input-source.js';
import { readInputs, type ReadingOf } from './input-table.js';
import { invalidInputs } from './invalid-inputs.js';
import { all, andThen, ok, type Outcome } from './outcome.js';
import { credentialsOf } from './token-input.js';
import { triggerTable } from './trigger-inputs.js';
import type { FollowRequest, TriggerRequest } from './trigger-request.js';
import type { Variables } from './variables.js';

export { secretTexts } from './secret-texts.js';

/** A request, and what had to be repaired in the inputs to get it, for the log. */
export interface ParsedTriggerRequest {
  readonly request: TriggerRequest;
  readonly warnings: readonly string[];
}

/**
 * Reads, checks and freezes everything that starts one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret or the value of a variable.
 */
export async function parseTriggerRequest(
  source: InputSource,
  files: TextFiles,
): Promise<ParsedTriggerRequest> {
  const reading = await readInputs(triggerTable, { source, files });
  const request = all({
    connection: connectionOf(reading),
    project: reading.project_id,
    ref: reading.ref,
    credentials: credentialsOf(reading),
    variables: variablesOf(reading),
    pipelineInputs: andThen(reading.inputs, (inputs) => ok(inputs ?? {})),
    follow: followIfWaiting(reading),
  });
  if (request.kind === 'wrong') throw invalidInputs(request.problems);
  return deepFreeze({ request: request.value, warnings: request.warnings });
}

function variablesOf(reading: ReadingOf<typeof triggerTable>): Outcome<Variables> {
  const both = all({ fromText: reading.variables, fromFiles: reading.variables_file });
  return andThen(both, ({ fromText, fromFiles }) => ok({ ...fromFiles, ...fromText }));
}

function followIfWaiting(reading: ReadingOf<typeof triggerTable>): Outcome<FollowRequest | undefined> {
  const both = all({ wait: reading.wait, follow: followOf(reading) });
  return andThen(both, ({ wait, follow }) => ok(wait ? follow : undefined));
}
