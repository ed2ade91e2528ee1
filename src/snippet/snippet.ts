import { stringify } from 'yaml';

import type { SnippetRequest, SpecInput, SpecInputType } from '../model/requests.js';

type GitLabSnippet = Pick<Extract<SnippetRequest, { readonly kind: 'gitlab' }>, 'perJob' | 'inputs'> & {
  readonly sources: readonly string[];
};

/**
 * Rules for a CI file that let triggered pipelines through, and the inputs that it declares: YAML, to begin
 * from.
 */
export function gitlabSnippet({ sources, perJob, inputs }: GitLabSnippet): string {
  const rules = sources.map((source) => `- if: $CI_PIPELINE_SOURCE == "${source}"`);
  return lines([
    ...headerLines(inputs),
    ...(perJob ? [] : workflowLines(rules)),
    'triggered:',
    ...(perJob ? ['  rules:', ...rules.map((rule) => `    ${rule}`)] : []),
    ...variableLines(inputs),
    '  script:',
    `    - echo "Started by $CI_PIPELINE_SOURCE${inputs.map(({ name }) => `, ${name} is $${variableOf(name)}`).join('')}"`,
  ]);
}

function headerLines(inputs: readonly SpecInput[]): readonly string[] {
  if (inputs.length === 0) return [];
  const hasRequired = inputs.some((input) => input.default === undefined);
  return [
    'spec:',
    '  inputs:',
    ...(hasRequired
      ? ['    # One without a default has to be given to every pipeline, also to that of a push.']
      : []),
    ...inputs.flatMap(inputLines),
    '---',
  ];
}

function inputLines({ name, type, default: value }: SpecInput): readonly string[] {
  return [
    `    ${name}:`,
    `      type: ${type}`,
    ...(value === undefined ? [] : [`      default: ${JSON.stringify(value)}`]),
    ...(type === 'string'
      ? ['      # regex: or options: keep out what does not belong into the CI file.']
      : []),
  ];
}

function workflowLines(rules: readonly string[]): readonly string[] {
  return [
    'workflow:',
    '  rules:',
    ...rules.map((rule) => `    ${rule}`),
    '    # Everything else starts no pipeline. Add what should, for example:',
    '    # - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    '',
  ];
}

/** GitLab puts the text of an input into the file; in a variable, a script can quote it. */
function variableLines(inputs: readonly SpecInput[]): readonly string[] {
  if (inputs.length === 0) return [];
  return [
    '  variables:',
    ...inputs.map(({ name, type }) => `    ${variableOf(name)}: ${placeOf(name, type)}`),
  ];
}

/** In quotes, because a variable is a text; a list is JSON, which has double quotes itself. */
function placeOf(name: string, type: SpecInputType): string {
  const place = `$[[ inputs.${name} ]]`;
  return type === 'array' ? `'${place}'` : `"${place}"`;
}

function variableOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

type GitHubSnippet = Extract<SnippetRequest, { readonly kind: 'github' }>;

/** A job of a GitHub workflow that starts the pipeline: YAML. Its tokens come from secrets. */
export function githubSnippet({ step, tokenSecret, accessTokenSecret }: GitHubSnippet): string {
  const secret = (name: string): string => `\${{ secrets.${name} }}`;
  const given = new Map(step.map(([name, text]) => [name, valueOf(text)]));
  // Where the pipeline is comes first, then with what.
  const places = ['gitlab_url', 'project_id', 'ref'].filter((name) => given.has(name));
  const rest = [...given].filter(([name]) => !places.includes(name));
  const inputs = {
    ...Object.fromEntries(places.map((name) => [name, given.get(name)])),
    token: secret(tokenSecret),
    ...(accessTokenSecret === undefined ? {} : { access_token: secret(accessTokenSecret) }),
    ...Object.fromEntries(rest),
  };
  const job = {
    'runs-on': 'ubuntu-latest',
    permissions: {},
    steps: [{ id: 'gitlab', uses: 'OWNER/gitlab-trigger@v1', with: inputs }],
  };
  return stringify({ jobs: { gitlab: job } }, { lineWidth: 0 });
}

/** As a person would write it: true and 42 without quotes. */
function valueOf(text: string): string | number | boolean {
  const word = text.trim();
  if (word === 'true' || word === 'false') return word === 'true';
  return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : text;
}
