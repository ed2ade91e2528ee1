import { projectLabel } from '../model/addresses.js';
import type { StartContext } from './start-context.js';

/** Where a project keeps its trigger tokens. */
const tokenSettings = 'Settings > CI/CD > Pipeline trigger tokens';

/** The hint for a project that restricts pipeline variables. It depends on what provided the variables. */
export function restrictedVariables({ variablesFrom }: StartContext): string {
  const setting =
    'The project restricts pipeline variables (Settings > CI/CD > Variables > Minimum role to use pipeline variables).';
  const older =
    'GitLab before about 18.6 refuses every trigger under "no one allowed", even one without variables.';
  switch (variablesFrom) {
    case 'nobody':
      return (
        `${setting} No variable was sent: what counts here is TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline. ${older} ` +
        'Let a Maintainer lower that role, update GitLab, or create the pipeline with access_token alone. Values can go as inputs (spec:inputs).'
      );
    case 'forward_context':
      return `${setting} The only variables that were sent are the UPSTREAM_... of forward_context: set it to false, or let a Maintainer lower that role. ${older}`;
    case 'both':
      return `${setting} Some of the variables that were sent are the UPSTREAM_... of forward_context: set it to false, and pass the others as inputs (spec:inputs); or let a Maintainer lower that role. ${older}`;
    case 'inputs':
    case undefined:
      return `${setting} Pass the values as inputs (spec:inputs) instead, or let a Maintainer lower that role. ${older}`;
  }
}

/** What to check, in this order, after the response that GitLab gives for four different causes. */
export function fourCauses({ project, gitlabUrl, via }: StartContext): string {
  const token =
    via === 'job_token'
      ? 'the project has the project of the job on its job token allowlist, and the user of the job can read it'
      : `the token is a pipeline trigger token of this very project, neither deleted nor long expired (${tokenSettings})`;
  return [
    'GitLab hides four causes behind this answer. Check in this order:',
    `1. ${token};`,
    '2. the whole token is in the secret, not only the four characters that GitLab shows in its list;',
    `3. the project ${projectLabel(project)} exists on ${gitlabUrl} and is not scheduled for deletion;`,
    '4. the token is not a personal, project, group or deploy token: those are given as access_token.',
  ].join('\n');
}
