import { parseBoolean } from './boolean-input.js';
import { accessTokenInput, connectionInputs, projectInput } from './connection-inputs.js';
import { expectedShaInput, followInputs } from './follow-inputs.js';
import { feedbackInputs } from './feedback-inputs.js';
import { inputDescriptions, type InputDescription, type InputTable } from './input-table.js';
import { withWaitNeeds } from './needs-wait.js';
import { parsePipelineInputs } from './pipeline-inputs.js';
import { parseRef } from './ref-input.js';
import { reportInputs } from './report-inputs.js';
import { resultsInputs } from './results-inputs.js';
import { parseTriggerToken } from './token-input.js';
import { parseVariables, parseVariablesFiles } from './variables.js';

/** Every input of the action that starts a pipeline, in the order of its documentation. */
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
  ...withWaitNeeds(reportInputs),
  ...withWaitNeeds(resultsInputs),
  ...withWaitNeeds(feedbackInputs),
  ca_certificate: connectionInputs.ca_certificate,
  request_headers: connectionInputs.request_headers,
  request_timeout: connectionInputs.request_timeout,
  allow_http: connectionInputs.allow_http,
} satisfies InputTable;

/** The same inputs for documentation and for the test that compares them with action.yml. */
export const triggerInputs: readonly InputDescription[] = inputDescriptions(triggerTable);
