import { describe, expect, test } from '@jest/globals';

import type { ActionInput } from '../../../../src/simulator/runner/action-metadata.js';
import {
  exampleRun,
  inputEnvironment,
  inputVariableName,
  runnerEnvironment,
  stateEnvironment,
} from '../../../../src/simulator/runner/step-environment.js';

function input(row: Partial<ActionInput> & { readonly name: string }): ActionInput {
  return { description: '', required: false, default: undefined, deprecationMessage: undefined, ...row };
}

describe('inputVariableName', () => {
  test.each([
    { give: 'project_id', want: 'INPUT_PROJECT_ID' },
    { give: 'gitlab-url', want: 'INPUT_GITLAB-URL' },
    { give: 'two words', want: 'INPUT_TWO_WORDS' },
  ])('returns $want for $give', ({ give, want }) => {
    expect(inputVariableName(give)).toBe(want);
  });
});

describe('inputEnvironment', () => {
  const declared = [input({ name: 'ref', required: true }), input({ name: 'wait', default: 'false' })];

  test.each([
    {
      name: 'gives defaults where the key is absent, and an empty text where there is no default',
      give: {},
      want: { environment: { INPUT_REF: '', INPUT_WAIT: 'false' }, warnings: [] },
    },
    {
      name: 'lets an empty text suppress the default',
      give: { wait: '' },
      want: { environment: { INPUT_REF: '', INPUT_WAIT: '' }, warnings: [] },
    },
    {
      name: 'knows an input in any case',
      give: { Ref: 'main' },
      want: { environment: { INPUT_REF: 'main', INPUT_WAIT: 'false' }, warnings: [] },
    },
    {
      name: 'passes an undeclared input on, with a warning',
      give: { reff: 'main' },
      want: {
        environment: { INPUT_REF: '', INPUT_WAIT: 'false', INPUT_REFF: 'main' },
        warnings: ["Input 'reff' is not declared by this action, which knows: ref, wait"],
      },
    },
  ])('$name', ({ give, want }) => {
    expect(inputEnvironment({ given: give, declared })).toEqual(want);
  });

  test('warns of a deprecated input only when it is used', () => {
    const deprecated = [input({ name: 'host', deprecationMessage: 'use gitlab_url' })];
    expect(inputEnvironment({ given: {}, declared: deprecated }).warnings).toEqual([]);
    expect(inputEnvironment({ given: { host: 'x' }, declared: deprecated }).warnings).toEqual([
      "Input 'host' is deprecated: use gitlab_url",
    ]);
  });
});

test('the state keeps the case of its names', () => {
  expect(stateEnvironment({ pipelineId: '257' })).toEqual({ STATE_pipelineId: '257' });
});

describe('runnerEnvironment', () => {
  const folders = { workspace: '/w', temp: '/t', toolCache: '/c', action: '/a', eventFile: '/t/event.json' };
  const files = { output: '/f/o', state: '/f/s', env: '/f/e', path: '/f/p', summary: '/f/m' };

  test.each([
    { ref: 'refs/heads/feature/x', platform: 'linux', want: ['feature/x', 'branch', 'Linux'] },
    { ref: 'refs/tags/v1', platform: 'darwin', want: ['v1', 'tag', 'macOS'] },
    { ref: 'refs/pull/7/merge', platform: 'win32', want: ['7/merge', 'branch', 'Windows'] },
  ])('has the parts of $ref and the system $platform', ({ ref, platform, want }) => {
    const environment = runnerEnvironment({ run: { ...exampleRun, ref }, folders, files, platform });
    const told = [environment.GITHUB_REF_NAME, environment.GITHUB_REF_TYPE, environment.RUNNER_OS];
    expect(told).toEqual(want);
  });

  test('has the files and folders of the step', () => {
    expect(runnerEnvironment({ run: exampleRun, folders, files, platform: 'linux' })).toMatchObject({
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: '/f/o',
      GITHUB_STATE: '/f/s',
      GITHUB_ENV: '/f/e',
      GITHUB_PATH: '/f/p',
      GITHUB_STEP_SUMMARY: '/f/m',
      GITHUB_WORKSPACE: '/w',
      RUNNER_TEMP: '/t',
      GITHUB_REPOSITORY: exampleRun.repository,
      GITHUB_REPOSITORY_OWNER: 'octo-org',
      GITHUB_SHA: exampleRun.sha,
    });
  });
});
