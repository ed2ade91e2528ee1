import { accessTokenInput, connectionInputs } from './connection-inputs.js';
import { inputDescriptions, type InputDescription, type InputTable } from './input-table.js';
import { pipelineAddressInputs } from './pipeline-address-inputs.js';

/** Every input of the action that cancels a pipeline, in the order of its documentation. */
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

/** The same inputs for documentation and for the test that compares them with action.yml. */
export const cancelInputs: readonly InputDescription[] = inputDescriptions(cancelTable);
