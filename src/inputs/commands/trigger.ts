import type { FollowRequest, InputSource, TextFiles, TriggerRequest } from '../../model/requests.js';
import { parseRef } from '../addresses.js';
import { accessTokenInput, connectionInputs, connectionOf, projectInput } from '../connection.js';
import { feedbackInputs, feedbackOf } from '../feedback.js';
import { expectedShaInput, followInputs, followOf, isAbsent } from '../follow.js';
import { waitNeedsMet, withWaitNeeds } from '../needs-wait.js';
import { type InputOutcome, all, andThen, ok, wrong } from '../parsing.js';
import { parsePipelineInputs } from '../pipeline-inputs.js';
import { reportInputs, reportOf, resultsInputs, resultsOf } from '../results.js';
import { parseBoolean } from '../scalars.js';
import { readSentInputs } from '../secret-in-address.js';
import {
  type InputDescription,
  type InputTable,
  type Parsed,
  type ReadingOf,
  inputDescriptions,
  parsedOf,
} from '../table.js';
import { credentialsOf, parseTriggerToken } from '../tokens-and-headers.js';
import { type Variables, parseVariables, parseVariablesFiles } from '../variables.js';
import { commitWaitInputs, commitWaitOf } from './commit-wait.js';
import { rerunInputs, rerunOf } from './rerun.js';

/** All inputs of the action that starts a pipeline, in the order of its documentation. */
export const triggerTable = {
  gitlab_url: connectionInputs.gitlab_url,
  project_id: projectInput,
  ref: {
    required: 'always',
    default: undefined,
    description:
      'Branch or tag to run on: its short name, or refs/heads/... or refs/tags/.... GitLab does not start pipelines for a commit SHA.',
    secret: 'none',
    parse: parseRef,
  },
  token: {
    required: 'never',
    default: undefined,
    description:
      'Pipeline trigger token of the project, from a secret; or the CI_JOB_TOKEN of a running GitLab job.',
    secret: 'all',
    parse: parseTriggerToken,
  },
  access_token: accessTokenInput,
  variables: {
    required: 'never',
    default: undefined,
    description:
      'Pipeline variables: a JSON object, a YAML map, or KEY=VALUE lines. In a line, everything after the first = is the value, quotes included. Numbers and booleans are sent as they are written.',
    secret: 'none',
    lines: 'many',
    parse: parseVariables,
  },
  variables_file: {
    required: 'never',
    default: undefined,
    description:
      'Paths of files with variables in the same formats, one a line. Later files win over earlier ones, and variables wins over all files.',
    secret: 'none',
    lines: 'many',
    parse: parseVariablesFiles,
  },
  inputs: {
    required: 'never',
    default: undefined,
    description:
      'Typed pipeline inputs (spec:inputs of the CI configuration): a JSON object or a YAML map. Numbers, booleans and lists keep their types. Needs GitLab 17.11 or newer.',
    secret: 'none',
    lines: 'many',
    parse: parsePipelineInputs,
  },
  forward_context: {
    required: 'never',
    default: 'false',
    description:
      'Add what is known of this run (repository, commit, ref, actor, links, pull request) as variables UPSTREAM_..., see docs/context.md. Your own variables win.',
    secret: 'none',
    parse: parseBoolean,
  },
  expected_sha: expectedShaInput,
  ...commitWaitInputs,
  dry_run: {
    required: 'never',
    default: 'false',
    description:
      'Check everything that starting the pipeline needs, and start nothing: tokens, project, ref, CI configuration, rules. The step fails when a check does.',
    secret: 'none',
    parse: parseBoolean,
  },
  wait: {
    required: 'never',
    default: 'false',
    description: 'Follow the pipeline to its end, and pass or fail with it.',
    secret: 'none',
    parse: parseBoolean,
  },
  ...withWaitNeeds(followInputs),
  supersede: {
    required: 'never',
    default: 'false',
    description:
      'Cancel older running pipelines that the same workflow job started from the same branch or pull request for the same project and ref. Needs token, and access_token with the scope api that may read pipeline variables: of a Maintainer, or of the owner of the trigger token.',
    secret: 'none',
    parse: parseBoolean,
  },
  ...rerunInputs,
  ...withWaitNeeds(reportInputs),
  ...withWaitNeeds(resultsInputs),
  ...withWaitNeeds(feedbackInputs),
  ca_certificate: connectionInputs.ca_certificate,
  request_headers: connectionInputs.request_headers,
  request_timeout: connectionInputs.request_timeout,
  allow_http: connectionInputs.allow_http,
} satisfies InputTable;

/** The same inputs for the documentation, and for the test that compares them with action.yml. */
export const triggerInputs: readonly InputDescription[] = inputDescriptions(triggerTable);

export type ParsedTriggerRequest = Parsed<TriggerRequest>;

type TriggerReading = ReadingOf<typeof triggerTable>;

/**
 * Parses, validates and freezes everything that starts one pipeline. Uses no network, and reads a file only
 * if an input names one.
 * @throws {InputError} once, with every problem of every input; it never contains a secret or the value of
 *   a variable.
 */
export async function parseTriggerRequest(
  source: InputSource,
  files: TextFiles,
): Promise<ParsedTriggerRequest> {
  const reading = await readSentInputs(triggerTable, { source, files });
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
    commitWait: commitWaitOf(reading),
    follow: followIfWaiting(reading),
    supersede: supersedeOf(reading),
    rerun: rerunOf(reading),
    report: reportOf(reading),
    results: resultsOf(reading),
    feedback: feedbackOf(reading),
  });
  return parsedOf(andThen(all({ request, waitNeeds }), ({ request: checked }) => ok(checked)));
}

function variablesOf(reading: TriggerReading): InputOutcome<Variables> {
  const both = all({ fromText: reading.variables, fromFiles: reading.variables_file });
  return andThen(both, ({ fromText, fromFiles }) => ok({ ...fromFiles, ...fromText }));
}

/** How to follow. Validated even if the step does not wait, so that its problems are reported. */
function followIfWaiting(reading: TriggerReading): InputOutcome<FollowRequest | undefined> {
  const both = all({ wait: reading.wait, follow: followOf(reading) });
  return andThen(both, ({ wait, follow }) => ok(wait ? follow : undefined));
}

/**
 * Older pipelines are recognized by the mark that they got with the trigger token, and canceled with the
 * access token.
 */
function supersedeOf(reading: TriggerReading): InputOutcome<boolean> {
  return andThen(reading.supersede, (supersede) => {
    if (!supersede) return ok(supersede);
    if (isAbsent(reading.access_token)) {
      return wrong({
        at: 'supersede',
        what: 'is true, but access_token was not given, and no other token may find and cancel pipelines',
        hint: 'Give access_token with the scope api, of a Maintainer or of the owner of the trigger token; or set supersede to false.',
      });
    }
    if (isAbsent(reading.token)) {
      return wrong({
        at: 'supersede',
        what: 'is true, but token was not given, and a pipeline created with access_token has no mark to recognize it by',
        hint: 'Give token (a pipeline trigger token) beside access_token, or set supersede to false.',
      });
    }
    return ok(supersede);
  });
}

/** All inputs of the command `check`: those of a run, except the one that turns a run into a check. */
export const checkTable: InputTable = Object.fromEntries(
  Object.entries(triggerTable).filter(([name]) => name !== 'dry_run'),
);
