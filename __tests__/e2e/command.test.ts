import { expect, test } from '@jest/globals';

import { endlessScript, oneProject, quickScript, valid } from '../support/one-project.js';
import { tellCommand as tell } from './support/command-story.js';

/** What a shell sees of the command: how its process starts and ends, and a real signal. */
const nodePath = process.execPath;

test('run starts a pipeline with the token of the environment', async () => {
  const { exitCode, stdout, stderr, requests } = await tell({ nodePath, words: ['run'] });
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Pipeline 257 (#1) https://gitlab.example.com/group/app/-/pipelines/257');
  expect(stdout).not.toContain('::');
  expect(requests).toEqual([
    'GET /api/v4/projects/group%2Fapp/pipelines?per_page=1',
    'POST /api/v4/projects/group%2Fapp/trigger/pipeline',
  ]);
});

test.each([
  { result: 'success', exitCode: 0 },
  { result: 'failed', exitCode: 1 },
] as const)('run --wait ends with $exitCode for $result', async ({ result, exitCode }) => {
  const scenario = oneProject({ ci: valid(quickScript(result)) });
  const run = await tell({ nodePath, words: ['run', '--wait'], scenario });
  expect([run.exitCode, run.stderr]).toEqual([exitCode, '']);
  expect(run.stdout).toContain(`Pipeline 257 ${result === 'success' ? 'passed' : 'failed'}`);
});

test('a stopped command cancels its pipeline', async () => {
  let isStopped = false;
  const run = await tell({
    nodePath,
    words: ['run', '--wait'],
    scenario: oneProject({ ci: valid(endlessScript) }),
    onOutput: (text, stop) => {
      if (isStopped || !text.includes('running')) return;
      isStopped = true;
      stop('SIGTERM');
    },
  });
  expect(run.exitCode).toBe(143);
  expect(run.requests).toContain('POST /api/v4/projects/42/pipelines/257/cancel');
});

test('run reports wrong flags before anything is sent', async () => {
  const run = await tell({ words: ['run', '--waitt'] });
  expect([run.exitCode, run.requests]).toEqual([2, []]);
  expect(run.stdout).toContain('Did you mean --wait?');
});
