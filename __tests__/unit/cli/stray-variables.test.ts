import { describe, expect, test } from '@jest/globals';

import { commands } from '../../../src/cli/commands.js';
import { strayVariables } from '../../../src/cli/stray-variables.js';

const nobody = { read: () => undefined };

function straysIn(
  environment: Readonly<Record<string, string>>,
  name = 'run',
  host: { readonly read: (name: string) => string | undefined } = nobody,
): readonly string[] {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return strayVariables(environment, command, { commands, host }).map(
    (stray) => `${stray.name} -> ${stray.near ?? 'nothing'}`,
  );
}

describe('a variable that matches no input is reported with the intended one', () => {
  test.each([
    { given: 'GITLAB_TRIGGER_VARIABLE', want: 'GITLAB_TRIGGER_VARIABLES' },
    { given: 'GITLAB_TRIGGER_VARIABELS', want: 'GITLAB_TRIGGER_VARIABLES' },
    { given: 'GITLAB_TRIGGER_VARIABLES_', want: 'GITLAB_TRIGGER_VARIABLES' },
    { given: 'GITLAB_TRIGGER_PROJECT', want: 'GITLAB_TRIGGER_PROJECT_ID' },
    { given: 'GITLAB_TRIGGER_PROJECTID', want: 'GITLAB_TRIGGER_PROJECT_ID' },
    { given: 'GITLAB_TRIGGER_URL', want: 'GITLAB_TRIGGER_GITLAB_URL' },
    { given: 'GITLAB_TRIGGER_ON-MANUAL', want: 'GITLAB_TRIGGER_ON_MANUAL' },
    { given: 'GITLAB_TRIGGER_OUTPUTFILE', want: 'GITLAB_TRIGGER_OUTPUT_FILE' },
    { given: 'GITLAB_TRIGER_TOKEN', want: 'GITLAB_TRIGGER_TOKEN' },
    { given: 'GITLABTRIGGER_ACCESS_TOKEN', want: 'GITLAB_TRIGGER_ACCESS_TOKEN' },
    { given: 'GITLAB_TRIGGERS_REF', want: 'GITLAB_TRIGGER_REF' },
    { given: 'gitlab_trigger_ref', want: 'GITLAB_TRIGGER_REF' },
    { given: 'GITLAB_TRIGGER_', want: 'nothing' },
    { given: 'GITLAB_TRIGGER_BRANCH', want: 'nothing' },
    { given: `GITLAB_TRIGGER_${'X'.repeat(100_000)}`, want: 'nothing' },
  ])('$given -> $want', ({ given, want }) => {
    expect(straysIn({ [given]: 'hunter2' })).toEqual([`${given} -> ${want}`]);
  });
});

describe('no warning appears for', () => {
  test.each([
    { name: 'every input and option', environment: { GITLAB_TRIGGER_REF: 'a', GITLAB_TRIGGER_JSON: 'true' } },
    {
      name: 'inputs of other commands',
      environment: { GITLAB_TRIGGER_PIPELINE_ID: '1', GITLAB_TRIGGER_PORT: '2' },
    },
    { name: 'what counts as not given', environment: { GITLAB_TRIGGER_VARIABLE: ' ' } },
    { name: 'our own names', environment: { GITLAB_TRIGGER_TEKTON_RESULTS: '/results' } },
    {
      name: 'names of others',
      environment: {
        GITLAB_TOKEN: 'a',
        GITLAB_URL: 'b',
        GITLAB_CI_TOKEN: 'c',
        GITLAB_READER_TOKEN: 'd',
        GITHUB_TRIGGER_TOKEN: 'e',
        MY_GITLAB_TRIGGER_TOKEN: 'f',
        TRIGGERED_PIPELINE_ID: 'g',
        PLUGIN_VARIABLE: 'h',
      },
    },
    {
      name: 'settings that the host takes for nothing',
      environment: { PLUGIN_REF: 'a', PLUGIN_VARIABLE: 'b' },
    },
  ])('$name', ({ environment }) => {
    expect(straysIn(environment)).toEqual([]);
  });

  test('a name that the system accepts in any case, as Windows does', () => {
    const environment = new Proxy<Record<string, string>>(
      { Gitlab_Trigger_Ref: 'main' },
      {
        get: (target, name) =>
          (name === 'GITLAB_TRIGGER_REF' ? 'main' : Reflect.get(target, name)) as unknown,
      },
    );
    expect(straysIn(environment)).toEqual([]);
  });
});

test('a plugin also gets warnings about its settings', () => {
  const environment = { PLUGIN_REF: 'main', PLUGIN_VARIABLE: 'A=1', PLUGIN_OUTPUT_FILE: 'x.env' };
  const host = { read: (name: string) => (name === 'ref' ? 'main' : undefined) };
  expect(straysIn(environment, 'run', host)).toEqual(['PLUGIN_VARIABLE -> PLUGIN_VARIABLES']);
});

test.each(commands.map(({ name }) => name))('%s: its own variables are never called stray', (name) => {
  const command = commands.find((one) => one.name === name);
  const inputs = [...Object.keys(command?.inputs ?? {}), ...Object.keys(command?.options ?? {})];
  const environment = Object.fromEntries(
    inputs.map((input) => [`GITLAB_TRIGGER_${input.toUpperCase()}`, 'x']),
  );
  for (const other of commands) expect(straysIn(environment, other.name)).toEqual([]);
});
