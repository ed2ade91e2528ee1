import type { Secret } from '../../base/secret.js';
import type { CancelRequest, InputSource, TextFiles, WaitRequest } from '../../model/requests.js';
import {
  accessTokenInput,
  connectionInputs,
  connectionOf,
  pipelineAddressInputs,
  projectInput,
} from '../connection.js';
import { feedbackInputs, feedbackOf } from '../feedback.js';
import { expectedShaInput, followInputs, followOf } from '../follow.js';
import { type InputOutcome, all, andThen, ok } from '../parsing.js';
import { reportInputs, reportOf, resultsInputs, resultsOf } from '../results.js';
import { readSentInputs } from '../secret-in-address.js';
import {
  type InputDescription,
  type InputTable,
  type Parsed,
  inputDescriptions,
  parsedOf,
} from '../table.js';
import { type ReadingToken, parseReadingToken } from '../tokens-and-headers.js';
import { pipelineChoiceInputs, pipelineChoiceOf } from './commit-pipeline.js';

/** All inputs of the action that follows a pipeline, in the order of its documentation. */
export const waitTable = {
  gitlab_url: connectionInputs.gitlab_url,
  project_id: projectInput,
  ...pipelineChoiceInputs,
  access_token: {
    ...accessTokenInput,
    description:
      'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. In a GitLab job, CI_JOB_TOKEN works too, but it only reads. A public project needs none.',
    parse: parseReadingToken,
  },
  expected_sha: {
    ...expectedShaInput,
    description:
      'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If it runs another one, the step fails at once and leaves the pipeline alone.',
  },
  ...followInputs,
  ...reportInputs,
  ...resultsInputs,
  ...feedbackInputs,
  ca_certificate: connectionInputs.ca_certificate,
  request_headers: connectionInputs.request_headers,
  request_timeout: connectionInputs.request_timeout,
  allow_http: connectionInputs.allow_http,
} satisfies InputTable;

/** The same inputs for the documentation, and for the test that compares them with action.yml. */
export const waitInputs: readonly InputDescription[] = inputDescriptions(waitTable);

/** All inputs of the action that cancels a pipeline, in the order of its documentation. */
export const cancelTable = {
  gitlab_url: connectionInputs.gitlab_url,
  ...pipelineAddressInputs,
  access_token: {
    ...accessTokenInput,
    required: 'always',
    description:
      'Personal, project or group access token with the scope api, from a secret; its user needs the role Developer. A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
  },
  ca_certificate: connectionInputs.ca_certificate,
  request_headers: connectionInputs.request_headers,
  request_timeout: connectionInputs.request_timeout,
  allow_http: connectionInputs.allow_http,
} satisfies InputTable;

/** The same inputs for the documentation, and for the test that compares them with action.yml. */
export const cancelInputs: readonly InputDescription[] = inputDescriptions(cancelTable);

/**
 * Parses, validates and freezes everything that follows one pipeline. Uses no network, and reads a file only
 * if an input names one.
 * @throws {InputError} once, with every problem of every input; it never contains a secret.
 */
export async function parseWaitRequest(source: InputSource, files: TextFiles): Promise<Parsed<WaitRequest>> {
  const reading = await readSentInputs(waitTable, { source, files });
  const { accessToken, jobToken } = tokensOf(reading.access_token);
  const request = all({
    connection: connectionOf(reading),
    project: reading.project_id,
    choice: pipelineChoiceOf(reading),
    accessToken,
    jobToken,
    expectedSha: reading.expected_sha,
    follow: followOf({ ...reading, access_token: accessToken }),
    report: reportOf(reading),
    results: resultsOf(reading),
    feedback: feedbackOf(reading),
  });
  return parsedOf(andThen(request, ({ choice, ...rest }) => ok({ ...rest, ...choice })));
}

/** The token, sorted by its kind. */
function tokensOf(
  given: InputOutcome<ReadingToken | undefined>,
): Record<'accessToken' | 'jobToken', InputOutcome<Secret | undefined>> {
  const only = (kind: ReadingToken['kind']): InputOutcome<Secret | undefined> =>
    andThen(given, (token) => ok(token?.kind === kind ? token.secret : undefined));
  return { accessToken: only('access_token'), jobToken: only('job_token') };
}

/**
 * Parses, validates and freezes everything that cancels one pipeline. Uses no network, and reads a file only
 * if an input names one.
 * @throws {InputError} once, with every problem of every input; it never contains a secret.
 */
export async function parseCancelRequest(
  source: InputSource,
  files: TextFiles,
): Promise<Parsed<CancelRequest>> {
  const reading = await readSentInputs(cancelTable, { source, files });
  return parsedOf(
    all({
      connection: connectionOf(reading),
      project: reading.project_id,
      pipelineId: reading.pipeline_id,
      accessToken: reading.access_token,
    }),
  );
}
