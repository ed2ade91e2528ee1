import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { environmentReads } from './support/environment-reads.js';

/**
 * All that `dist/` reads of its environment, and what for. Whoever may set a variable of a job writes these,
 * so each has to be harmless in the hands of a stranger, or is somebody's whom we trust: a switch of a
 * package that prints or sends something is neither, and is taken out in `scripts/bundle.js`.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  'inputs, each checked as one': [
    'INPUT_*',
    'PLUGIN_*',
    '(computed) `${pluginPrefix}${input.toUpperCase()}`',
    '(computed) `${start.right}${exact.toUpperCase()}`',
    '(computed) variableOf(input)',
    '(computed) variableOf(name)',
  ],
  'which CI this is': [
    'ACT',
    'BITRISE_IO',
    'BUILDER_OUTPUT',
    'BUILDKITE',
    'CI',
    'CIRCLECI',
    'DRONE',
    'FORGEJO_ACTIONS',
    'GITEA_ACTIONS',
    'GITHUB_ACTIONS',
    'GITLAB_CI',
    'TF_BUILD',
    'TRAVIS',
  ],
  'what this CI says of the run, by the tables in src/hosts, and its own places for outputs': [
    '(computed) name',
    '(computed) variable',
    'AGENT_OS',
    'AGENT_TEMPDIRECTORY',
    'BASH_ENV',
    'BITBUCKET_PIPELINES_VARIABLES_PATH',
    'BUILDKITE_JOB_ID',
    'BUILDKITE_STEP_KEY',
    'CI_DEBUG_TRACE',
    'CI_PROJECT_DIR',
    'CI_SCRIPT',
    'DRONE_SCRIPT',
    'GITHUB_EVENT_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITLAB_TRIGGER_TEKTON_RESULTS',
    'RUNNER_DEBUG',
    'STATE_*',
    'TMPDIR',
  ],
  'what a terminal can show': [
    'FORCE_COLOR',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'NO_COLOR',
    'TERM',
    'TERM_PROGRAM',
    'WT_SESSION',
  ],
  'what started the process: nohup keeps SIGHUP away': ['_'],
  'the way to GitLab, and what would show tokens on it': [
    'HTTPS_PROXY',
    'HTTP_PROXY',
    'NODE_DEBUG',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
  ],
  'the whole of it, to be read by these names or given to a program of the CI without the secrets': [
    '(whole) flavourIn(process.env)',
    '(whole) Object.entries(process.env)',
    '(whole) env:environment',
    '(whole) environment:process.env',
    '(whole) outputUseOf(words,process.env)',
  ],
  'functions of @actions/core that nothing calls': [
    '(computed) SUMMARY_ENV_VAR',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'GITHUB_*',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'PATH',
  ],
  'where the simulated GitLab of the action keeps its files, and the runner that it ends with': [
    'RUNNER_TEMP',
    'RUNNER_TRACKING_ID',
  ],
  'the simulator and the demo, which know no secret': [
    '(computed) inputVariableName(input.name)',
    '(computed) inputVariableName(name)',
  ],
};

const folder = join(import.meta.dirname, '..', '..', 'dist');
const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
);

test('what dist/ reads of its environment is known', () => {
  const reads = new Set(
    scripts.flatMap((name) => environmentReads(readFileSync(join(folder, name), 'utf8'))),
  );
  expect([...reads].sort()).toEqual(Object.values(known).flat().sort());
});

describe('the search for reads of the environment', () => {
  test.each([
    { code: `if (process.env.DEBUG) print();`, want: ['DEBUG'] },
    { code: `if (process.env?.DEBUG) print();`, want: ['DEBUG'] },
    { code: `process['env']['A B'];`, want: ['A B'] },
    { code: 'process.env[`DEBUG_${name}`];', want: ['DEBUG_*'] },
    { code: 'process.env[`${name}`];', want: ['(computed) `${name}`'] },
    { code: `process.env[name];`, want: ['(computed) name'] },
    { code: `const { DEBUG, level: L } = process.env;`, want: ['DEBUG', 'level'] },
    { code: `const { env } = process; env.DEBUG;`, want: ['(whole) env', 'DEBUG'] },
    { code: `const { env: all } = process;`, want: ['(whole) env: all'] },
    { code: `var node_process = require('process'); node_process.env.LOG_TOKENS;`, want: ['LOG_TOKENS'] },
    { code: `external_node_process_namespaceObject.env.A;`, want: ['A'] },
    { code: `globalThis.process.env.A || global.process.env.B;`, want: ['A', 'B'] },
    {
      code: `import { env as e } from 'node:process';`,
      want: [`(whole) import { env as e } from 'node:process';`],
    },
    { code: `process.env[(0,flag/* variableOf */.Q)(input)];`, want: ['(computed) variableOf(input)'] },
    { code: `'DEBUG' in process.env;`, want: [`(whole) 'DEBUG' in process.env`] },
    { code: `Object.keys(process.env);`, want: ['(whole) Object.keys(process.env)'] },
    { code: `({ environment }) => environment.DEBUG;`, want: ['DEBUG'] },
    { code: `function f({ NODE_DEBUG = '', other }) {}`, want: ['NODE_DEBUG'] },
    { code: `({ CI_JOB_ID: job }) => job;`, want: ['CI_JOB_ID'] },
    { code: `means.environment[name];`, want: ['(computed) name'] },
    { code: `// process.env.DEBUG\nprocessed.env.A; 'process.env.B';`, want: ['A'] },
    { code: `job.env; const env = [1]; env.length;`, want: [] },
  ])('finds in $code: $want', ({ code, want }) => {
    expect(environmentReads(code)).toEqual(want);
  });
});
