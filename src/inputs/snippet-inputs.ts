import { parseBoolean } from './boolean-input.js';
import type { InputTable } from './input-table.js';
import { oneOf, parseNameList } from './name-list-input.js';
import { snippetSources } from './snippet-request.js';
import { parseSecretName, parseSpecInputs } from './spec-inputs.js';
import { triggerTable } from './trigger-inputs.js';

export const snippetKinds = ['gitlab', 'github'] as const;

/** What the command decides itself. */
export const snippetOwnTable = {
  kind: {
    required: 'always',
    default: undefined,
    description: 'What to write: gitlab for rules of .gitlab-ci.yml, github for a step of a workflow.',
    secret: 'none',
    parse: oneOf(snippetKinds),
  },
  sources: {
    required: 'never',
    default: 'trigger',
    description:
      'For gitlab: which pipelines to let through: trigger (with a trigger token), pipeline (with a CI_JOB_TOKEN), or both.',
    secret: 'none',
    parse: (given: string) => parseNameList(given, { names: snippetSources, noun: 'source' }),
  },
  per_job: {
    required: 'never',
    default: 'false',
    description: 'For gitlab: write the rules of one job, and leave the workflow to other pipelines, too.',
    secret: 'none',
    parse: parseBoolean,
  },
  spec_inputs: {
    required: 'never',
    default: undefined,
    description:
      'For gitlab: inputs to declare, one a line: NAME=TYPE or NAME=TYPE=DEFAULT, where TYPE is string, number, boolean or array (its default as JSON).',
    secret: 'none',
    lines: 'many',
    parse: parseSpecInputs,
  },
  token_secret: {
    required: 'never',
    default: 'GITLAB_TRIGGER_TOKEN',
    description: 'For github: the secret of the repository that holds the trigger token.',
    secret: 'none',
    parse: parseSecretName,
  },
  access_token_secret: {
    required: 'never',
    default: undefined,
    description:
      'For github: the secret that holds the access token; GITLAB_API_TOKEN when the step waits or supersedes and nothing is given.',
    secret: 'none',
    parse: parseSecretName,
  },
} satisfies InputTable;

/** Inputs of the action that a step may be given here: all but secrets, which a workflow takes from elsewhere. */
export const snippetStepTable: InputTable = Object.fromEntries(
  Object.entries(triggerTable as InputTable)
    .filter(([, { secret }]) => secret === 'none' || secret === 'url_credentials')
    .map(([name, row]) => [name, { ...row, required: 'never' as const, default: undefined }]),
);

/** Every input of the command `snippet`. */
export const snippetTable: InputTable = { ...snippetOwnTable, ...snippetStepTable };
