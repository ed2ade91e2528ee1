import { projectLabel } from '../model/addresses.js';
import type { SpecInput, TriggerRequest } from '../model/requests.js';
import { gitlabSnippet } from './snippet.js';

/** What the page is made of, beside the request. */
export interface PlanParts {
  /** A script; absent if it would be too long to copy. */
  readonly call: string | undefined;
  /** GitLab's answer, with ids of an example. */
  readonly answer: { readonly source: string };
  readonly secretsFolder: string;
}

/** Everything for one case, on one page in Markdown; no token is in it. */
export function planPage(request: TriggerRequest, { call, answer, secretsFolder }: PlanParts): string {
  const { project, ref, connection, pipelineInputs } = request;
  const rules = gitlabSnippet({
    sources: [answer.source],
    perJob: false,
    inputs: Object.entries(pipelineInputs).map(([name, value]) => specInputOf(name, value)),
  });
  return [
    `# A pipeline of ${projectLabel(project)} at ${ref}, on ${connection.gitlabUrl}`,
    '',
    '## The call',
    '',
    ...(call === undefined
      ? ['It would be too long to copy: use `gitlab-trigger run` with these inputs.', '']
      : fenced('sh', call)),
    ...(request.follow === undefined
      ? []
      : ['The call only starts the pipeline; to follow it, use `gitlab-trigger run` with these inputs.', '']),
    '## Rules for .gitlab-ci.yml',
    '',
    ...fenced('yaml', rules),
    '## Tokens',
    '',
    ...checklist(request, secretsFolder).map((line) => `- [ ] ${line}`),
    '',
    '## The answer',
    '',
    'GitLab answers with 201 and JSON such as this, and more; the numbers and the commit are those of an example.',
    '',
    ...fenced('json', JSON.stringify(answer, null, 2)),
  ].join('\n');
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text.replace(/\n$/, ''), fence, ''];
}

function specInputOf(name: string, value: unknown): SpecInput {
  const kind = Array.isArray(value) ? 'array' : typeof value;
  const type = kind === 'number' || kind === 'boolean' || kind === 'array' ? kind : 'string';
  return { name, type, default: undefined };
}

/** What has to be true of tokens before the first call, for this case alone. */
function checklist(request: TriggerRequest, secretsFolder: string): readonly string[] {
  const { credentials, follow, supersede, variables, feedback } = request;
  const sends = Object.keys(variables).length > 0;
  const acts =
    follow !== undefined &&
    (follow.cancelOn.size > 0 || follow.onManual === 'play' || follow.retryFailed !== undefined);
  const cancels = supersede || acts;
  return [
    ...startLines(request, secretsFolder),
    ...(follow === undefined && !supersede
      ? []
      : [
          cancels
            ? 'An access token with the scope `api`, role Developer, is there to follow and to cancel.'
            : 'An access token with the scope `read_api`, role Reporter, is there to follow a private project.',
        ]),
    ...(supersede ? ['That access token is of a Maintainer, or of the owner of the trigger token.'] : []),
    ...(sends
      ? [
          'The user who starts the pipeline has the role that the project requires in **Settings > CI/CD > Variables**.',
          'No value of a variable is a secret.',
        ]
      : []),
    ...(feedback === undefined ? [] : ['A GitHub token may write the comment or the status.']),
    ...(credentials.kind === 'trigger' && credentials.tokenKind === 'job_token'
      ? []
      : ['It is written down who rotates the token and when; the token is rotated when its owner leaves.']),
    '`gitlab-trigger check` with the same inputs finds nothing.',
  ];
}

function startLines({ credentials, ref }: TriggerRequest, folder: string): readonly string[] {
  if (credentials.kind === 'access') {
    return [
      `An access token with the scope \`api\`, role Developer, is in \`${folder}/access-token\`, mode 600.`,
      `Its user may push or merge to ${ref}, if that is protected.`,
    ];
  }
  if (credentials.tokenKind === 'job_token') {
    return [
      'The project of the job is on the allowlist of this one (**Settings > CI/CD > Job token permissions**).',
      'The user of the job has the role Developer here.',
    ];
  }
  return [
    'A Maintainer made a trigger token for this caller alone (**Settings > CI/CD > Pipeline trigger tokens**).',
    `It is in \`${folder}/token\`, mode 600, and nowhere else: in no URL, argument, variable or repository.`,
    `Its owner has the role Developer, and may push or merge to ${ref}, if that is protected.`,
    'If it leaks, it is deleted: its expiry alone does not stop it.',
  ];
}
