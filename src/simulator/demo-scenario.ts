import type { PipelineScript } from './gitlab/state/pipeline-script.js';
import type { Scenario } from './gitlab/state/scenario.js';

/** The tokens of the demo; they are valid nowhere else. */
export const demoTokens = {
  trigger: 'glptt-0000000000000000000000000000000000000000',
  access: 'glpat-00000000000000000000',
} as const;

const unitLog = [
  'section_start:1767225600:step_script\r\u001b[0K\u001b[0KExecuting "step_script" stage of the job script',
  '$ npm test',
  '  \u001b[32m✓\u001b[0m adds two numbers (3 ms)',
  '  \u001b[32m✓\u001b[0m takes nothing for zero (1 ms)',
  '  \u001b[31m✗\u001b[0m rounds half to even',
  '    expected \u001b[32m2\u001b[0m, received \u001b[31m3\u001b[0m',
  '      at src/round.test.ts:14:22',
  '2 passed, 1 failed',
  'section_end:1767225605:step_script\r\u001b[0K',
  '\u001b[31;1mERROR: Job failed: exit code 1\u001b[0;m',
  '',
].join('\n');

const smokeTests: PipelineScript = {
  stages: ['smoke'],
  createdForMs: 100,
  jobs: [
    {
      name: 'api',
      stage: 'smoke',
      durationMs: 1200,
      artifacts: [
        {
          fileType: 'archive',
          filename: 'artifacts.zip',
          files: { 'preview.env': 'IMAGE_TAG=1.4.2\nPREVIEW_URL=https://preview.example.com\n' },
        },
      ],
    },
    { name: 'web', stage: 'smoke', queuedMs: 300, durationMs: 1500 },
  ],
};

/**
 * Builds, tests, and runs a child pipeline of smoke tests. One unit test fails; the linter fails and is
 * allowed to.
 */
export const failingScript: PipelineScript = {
  stages: ['build', 'test', 'deploy'],
  createdForMs: 600,
  jobs: [
    {
      name: 'compile: [linux]',
      stage: 'build',
      queuedMs: 700,
      durationMs: 1800,
      log: '$ make linux\nJob succeeded\n',
    },
    {
      name: 'compile: [windows]',
      stage: 'build',
      queuedMs: 900,
      durationMs: 2400,
      log: '$ make windows\nJob succeeded\n',
    },
    {
      name: 'lint',
      stage: 'test',
      durationMs: 900,
      result: 'failed',
      allowFailure: true,
      log: 'src/round.ts:3:1 missing docstring\n',
    },
    {
      name: 'unit',
      stage: 'test',
      durationMs: 2600,
      result: 'failed',
      failureReason: 'script_failure',
      log: unitLog,
      coverage: 87.5,
    },
    { name: 'publish', stage: 'deploy', durationMs: 1200 },
  ],
  bridges: [{ name: 'smoke', stage: 'test', strategy: 'depend', downstream: { script: smokeTests } }],
  tests: [
    {
      name: 'unit',
      cases: [
        { name: 'adds two numbers', status: 'success', executionTime: 0.003 },
        { name: 'takes nothing for zero', status: 'success', executionTime: 0.001 },
        {
          name: 'rounds half to even',
          status: 'failed',
          executionTime: 0.002,
          file: 'src/round.test.ts',
          systemOutput: 'expected 2, received 3\n  at src/round.test.ts:14:22',
        },
      ],
    },
  ],
};

/** A GitLab with one private project, whose pipeline takes about ten seconds and fails. */
export const demoScenario: Scenario = {
  users: [{ username: 'ada', name: 'Ada' }],
  projects: [
    {
      id: 42,
      path: 'group/app',
      visibility: 'private',
      members: { ada: 'maintainer' },
      refs: [{ name: 'main' }],
      triggers: [{ token: demoTokens.trigger, owner: 'ada', description: 'demo' }],
      ci: { kind: 'valid', script: failingScript },
    },
  ],
  accessTokens: [{ token: demoTokens.access, user: 'ada', scopes: ['api'] }],
};
