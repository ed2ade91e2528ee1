import { connectionOf } from './connection-inputs.js';
import { feedbackOf } from './feedback-inputs.js';
import { followOf, isAbsent } from './follow-inputs.js';
import type { InputSource, TextFiles } from './input-source.js';
import { readInputs, type ReadingOf } from './input-table.js';
import { waitNeedsMet } from './needs-wait.js';
import { all, andThen, ok, wrong, type Outcome } from './outcome.js';
import { parsedOf, type Parsed } from './parsed.js';
import { reportOf } from './report-inputs.js';
import { resultsOf } from './results-inputs.js';
import { credentialsOf } from './token-input.js';
import { triggerTable } from './trigger-inputs.js';
import type { FollowRequest, TriggerRequest } from './trigger-request.js';
import type { Variables } from './variables.js';

export type ParsedTriggerRequest = Parsed<TriggerRequest>;

type TriggerReading = ReadingOf<typeof triggerTable>;

/**
 * Reads, checks and freezes everything that starts one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret or the value of a variable.
 */
export async function parseTriggerRequest(
  source: InputSource,
  files: TextFiles,
): Promise<ParsedTriggerRequest> {
  const reading = await readInputs(triggerTable, { source, files });
  const waitNeeds = await waitNeedsMet({ table: triggerTable, reading }, { source, files });
  const request = all({
    connection: connectionOf(reading),
    project: reading.project_id,
    ref: reading.ref,
    credentials: credentialsOf(reading),
    variables: variablesOf(reading),
    pipelineInputs: andThen(reading.inputs, (inputs) => ok(inputs ?? {})),
    forwardContext: reading.forward_context,
    dryRun: reading.dry_run,
    expectedSha: reading.expected_sha,
    follow: followIfWaiting(reading),
    supersede: supersedeOf(reading),
    report: reportOf(reading),
    results: resultsOf(reading),
    feedback: feedbackOf(reading),
  });
  return parsedOf(andThen(all({ request, waitNeeds }), ({ request: checked }) => ok(checked)));
}

function variablesOf(reading: TriggerReading): Outcome<Variables> {
  const both = all({ fromText: reading.variables, fromFiles: reading.variables_file });
  return andThen(both, ({ fromText, fromFiles }) => ok({ ...fromFiles, ...fromText }));
}

/** How to follow, also where nobody does: what is wrong with it is told all the same. */
function followIfWaiting(reading: TriggerReading): Outcome<FollowRequest | undefined> {
  const both = all({ wait: reading.wait, follow: followOf(reading) });
  return andThen(both, ({ wait, follow }) => ok(wait ? follow : undefined));
}

/** Older pipelines are recognised by the mark that each got with its trigger token, and cancelled with the access token. */
function supersedeOf(reading: TriggerReading): Outcome<boolean> {
  return andThen(reading.supersede, (supersede) => {
    if (!supersede) return ok(supersede);
    if (isAbsent(reading.access_token)) {
      return wrong({
        at: 'supersede',
        what: 'is true, but access_token was not given, and no other token may find and cancel pipelines',
        cure: 'Give access_token with the scope api, of a Maintainer or of the owner of the trigger token; or set supersede to false.',
      });
    }
    if (isAbsent(reading.token)) {
      return wrong({
        at: 'supersede',
        what: 'is true, but token was not given, and a pipeline created with access_token has no mark to recognise it by',
        cure: 'Give token (a pipeline trigger token) beside access_token, or set supersede to false.',
      });
    }
    return ok(supersede);
  });
}
