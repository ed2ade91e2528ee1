import { expect, test } from '@jest/globals';

import { endlessScript, inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { runCommand, type CommandRequest, type CommandResult } from './support/run-command.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const secretsInEnvironment = {
  GITLAB_TRIGGER_TOKEN: tokens.trigger,
  GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
};

interface Story {
  readonly words: readonly string[];
  readonly scenario?: ReturnType<typeof oneProject>;
  readonly onOutput?: CommandRequest['onOutput'];
}

async function tell(story: Story): Promise<CommandResult & { readonly requests: readonly string[] }> {
  return await withSimulator({ scenario: story.scenario ?? oneProject() }, async ({ url, requests }) => {
    const { project_id: project = '', ref = '' } = inputsFor(url);
    const [command = 'run', ...words] = story.words;
    const where = [
      '--gitlab-url',
      url,
      '--project-id',
      project,
      ...(command === 'run' ? ['--ref', ref] : []),
    ];
    const result = await runCommand({
      words: [command, ...where, ...words],
      environment: secretsInEnvironment,
      onOutput: story.onOutput,
    });
    return { ...result, requests: requestLines(requests) };
  });
}

test('run starts a pipeline with the token of the environment', async () => {
  const { exitCode, stdout, stderr, requests } = await tell({ words: ['run'] });
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Pipeline 257 (#1) https://gitlab.example.com/group/app/-/pipelines/257');
  expect(stdout).not.toContain('::');
  expect(requests).toEqual(['POST /api/v4/projects/group%2Fapp/trigger/pipeline']);
});

test.each([
  { result: 'success', exitCode: 0 },
  { result: 'failed', exitCode: 1 },
] as const)('run --wait ends with $exitCode for $result', async ({ result, exitCode }) => {
  const scenario = oneProject({ ci: valid(quickScript(result)) });
  const run = await tell({ words: ['run', '--wait'], scenario });
  expect([run.exitCode, run.stderr]).toEqual([exitCode, '']);
  expect(run.stdout).toContain(`Pipeline 257 ${result === 'success' ? 'passed' : 'failed'}`);
});

test('a stopped command cancels its pipeline', async () => {
  let isStopped = false;
  const run = await tell({
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

test('wrong flags are told before anything is sent', async () => {
  const run = await tell({ words: ['run', '--waitt'] });
  expect([run.exitCode, run.requests]).toEqual([2, []]);
  expect(run.stdout).toContain('Did you mean --wait?');
});
