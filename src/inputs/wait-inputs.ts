import { accessTokenInput, connectionInputs } from './connection-inputs.js';
import { expectedShaInput, followInputs } from './follow-inputs.js';
import { feedbackInputs } from './feedback-inputs.js';
import { inputDescriptions, type InputDescription, type InputTable } from './input-table.js';
import { pipelineAddressInputs } from './pipeline-address-inputs.js';
import { reportInputs } from './report-inputs.js';
import { resultsInputs } from './results-inputs.js';
import { parseReadingToken } from './token-input.js';

/** Every input of the action that follows a pipeline, in the order of its documentation. */
export const waitTable = {
  gitlab_url: connectionInputs.gitlab_url,
  ...pipelineAddressInputs,
  access_token: {
    ...accessTokenInput,
    description:
      'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. In a job of GitLab the CI_JOB_TOKEN can do, which only reads. A public project can do without it.',
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

/** The same inputs for documentation and for the test that compares them with action.yml. */
export const waitInputs: readonly InputDescription[] = inputDescriptions(waitTable);
