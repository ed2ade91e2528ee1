import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { runAction, runPost } from './support/run-action.js';
import { runCommand } from './support/run-command.js';
import type { RunningSimulator } from './support/start-simulator.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

// Most tests of this folder run `dist/` in their own process, which costs a quarter of starting one. That
// they may is shown here: a run gives the same in both.

interface Story {
  readonly name: string;
  readonly scenario?: Scenario;
}

interface ActionStory extends Story {
  readonly folder?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface CommandStory extends Story {
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const failing = oneProject({ ci: valid(quickScript('failed', { log: 'one\ntwo\n' })) });
const withPast = oneProject({
  pastPipelines: [{ ref: 'main', user: 'ada', startedAgoMs: 60_000, script: quickScript('failed') }],
});
const past = { project_id: 'group/app', pipeline_id: '257', access_token: tokens.api } as const;

const actions: readonly ActionStory[] = [
  { name: 'a start' },
  { name: 'a start with a file of outputs', with: { output_file: 'out/values.json', wait: 'false' } },
  // No token of zeros: pieces of it are masked, and an id of a request has zeros in it, too.
  { name: 'a refused start', with: { token: 'glptt-9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e2d1c0b' } },
  { name: 'an input that is wrong', with: { timeout: 'soon', wait: 'true' } },
  { name: 'a pipeline that fails', scenario: failing, with: { wait: 'true', access_token: tokens.api } },
  { name: 'the action wait', scenario: withPast, folder: 'wait', with: past },
  { name: 'the action cancel', scenario: withPast, folder: 'cancel', with: past },
  {
    name: 'the action tokens',
    folder: 'tokens',
    with: { project_id: 'group/app', access_token: tokens.api, operation: 'list' },
  },
];

const commands: readonly CommandStory[] = [
  { name: 'run', words: ['run'] },
  { name: 'run with a wait and JSON', words: ['run', '--wait', '--json'], scenario: failing },
  { name: 'run with files', words: ['run', '--output-file', 'a/values.json', '--summary-file', 'b.md'] },
  { name: 'a flag that does not exist', words: ['run', '--wiat'] },
  { name: 'wait', words: ['wait', '--pipeline-id', '257'], scenario: withPast },
  { name: 'check', words: ['check'] },
  { name: 'plan', words: ['plan'] },
  { name: 'snippet', words: ['snippet', 'curl'] },
  { name: 'completion', words: ['completion', 'bash'] },
  { name: 'help', words: ['help'] },
  { name: 'version', words: ['--version'] },
  { name: 'run on a CI', words: ['run'], environment: { CI: 'true', CIRCLECI: 'true' } },
];

/** What differs between two runs of the same story: ports, times, temporary folders and random names. */
function withoutChance(text: string): string {
  return text
    .replace(/127\.0\.0\.1(?::|%3A)\d+/g, 'HOST')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'TIME')
    .replace(/\/[^\s"]*gitlab-trigger-(?:e2e|command)-\w+/g, 'FOLDER')
    .replace(/ghadelimiter_[\w-]+/g, 'DELIMITER')
    .replace(/\b[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}\b/g, 'UUID')
    .replace(/\b01[\dA-Z]{24}\b/g, 'REQUEST')
    .replace(/\b1\.[\da-z]{12,}\b/g, 'RUN')
    .replace(/\b1\d{12}\b/g, 'MOMENT')
    .replace(/(elapsed_ms\W+)\d+/g, '$1LASTING')
    .replace(/\d\d:\d\d {2}/g, 'AFTER  ')
    .replace(/\b\d+(?:\.\d+)?(?:ms|s)\b/g, 'LASTING');
}

/** Some are sent at the same time; how often the run asks whether anything has changed is up to the clock. */
function sentIn(requests: RunningSimulator['requests']): readonly string[] {
  return requestLines(requests)
    .filter((line) => line !== 'POST /api/graphql')
    .sort();
}

describe('an action gives the same in the process of the tests and in one of its own', () => {
  async function tell(
    { scenario = oneProject(), folder, with: inputs }: ActionStory,
    nodePath: string | undefined,
  ): Promise<unknown> {
    const workDir = await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-e2e-')));
    try {
      return await withSimulator({ scenario, pace: 'of_who_follows' }, async ({ url, requests }) => {
        const { gitlab_url } = inputsFor(url);
        const base = folder === undefined ? inputsFor(url) : { gitlab_url: gitlab_url ?? '' };
        const request = { nodePath, folder, workDir, with: { ...base, poll_interval: '1s', ...inputs } };
        const main = await runAction(request);
        const post = folder === undefined ? await runPost(request, main) : undefined;
        const written = inputs?.output_file;
        const file =
          written === undefined
            ? undefined
            : await readFile(join(workDir, 'work', 'repo', 'repo', written), 'utf8').catch(() => 'absent');
        return withoutChance(
          JSON.stringify(
            {
              main: { ...main, durationMs: 0 },
              post: { ...post, durationMs: 0 },
              file,
              sent: sentIn(requests),
            },
            undefined,
            2,
          ),
        );
      });
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
  }

  for (const story of actions) {
    test(story.name, async () => {
      const [own, shared] = [await tell(story, process.execPath), await tell(story, undefined)];
      expect(shared).toEqual(own);
    });
  }
});

describe('a command gives the same in the process of the tests and in one of its own', () => {
  async function tell(
    { scenario = oneProject(), words, environment }: CommandStory,
    nodePath: string | undefined,
  ): Promise<unknown> {
    return await withSimulator({ scenario, pace: 'of_who_follows' }, async ({ url, requests }) => {
      const { project_id: project = '', ref = '' } = inputsFor(url);
      const files: string[] = [];
      const result = await runCommand({
        nodePath,
        words,
        environment: {
          GITLAB_TRIGGER_GITLAB_URL: url,
          GITLAB_TRIGGER_PROJECT_ID: project,
          GITLAB_TRIGGER_REF: ref,
          GITLAB_TRIGGER_TOKEN: tokens.trigger,
          GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
          ...environment,
        },
        inspect: async (folder) => {
          for (const name of ['a/values.json', 'b.md'])
            files.push(await readFile(join(folder, name), 'utf8').catch(() => 'absent'));
        },
      });
      return withoutChance(JSON.stringify({ result, files, sent: sentIn(requests) }, undefined, 2));
    });
  }

  for (const story of commands) {
    test(story.name, async () => {
      const [own, shared] = [await tell(story, process.execPath), await tell(story, undefined)];
      expect(shared).toEqual(own);
    });
  }
});
