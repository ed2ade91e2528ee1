import type { SnippetRequest, SpecInput, SpecInputType } from '../inputs/snippet-request.js';

type GitLabSnippet = Extract<SnippetRequest, { readonly kind: 'gitlab' }>;

/** Rules for a CI file that let triggered pipelines through, and the inputs that it declares: YAML, to begin from. */
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
