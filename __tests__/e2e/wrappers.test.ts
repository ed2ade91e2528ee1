import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { actionWrappers, shellWrappers } from '../support/wrappers/all-wrappers.js';
import type { Project } from '../support/wrappers/wrapper.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { runAction } from './support/run-action.js';
import {
  hostileCommit,
  runShell,
  runWrapper,
  startShell,
  type StepStop,
  stopShell,
  withProject,
  type WrapperRun,
} from './support/run-wrapper.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

const test = testsAtOnce();

interface Told extends WrapperRun {
  readonly variables: readonly Readonly<Record<string, string>>[];
}

async function tell(wrapper: (typeof shellWrappers)[number], result: 'success' | 'failed'): Promise<Told> {
  const scenario = oneProject({ ci: valid(quickScript(result)) });
  return await withSimulator({ scenario }, async ({ url, gitlab }) => {
    const run = await runWrapper(wrapper, url);
    return { ...run, variables: gitlab.pipelines().map(({ variables }) => variables) };
  });
}

/** A project that nobody runs, to read its files. */
function specimen(host: string): Project {
  const read = (path: string): string =>
    readFileSync(join(import.meta.dirname, '..', '..', 'ci', host, path), 'utf8');
  return {
    read,
    secrets: { token: 't', accessToken: 'a' },
    commit: 'c',
    folder: '/workspace',
    store: '/store',
  };
}

const sentence = (outcome: string): string =>
  `Pipeline 257 ended as ${outcome}, see https://gitlab.example.com/group/app/-/pipelines/257`;

/** Lines with a token in them, but for those that tell the agent of Azure Pipelines what to hide. */
function secretsIn(output: string): readonly string[] {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('##vso[task.setsecret]'))
    .filter((line) => [tokens.trigger, tokens.api].some((token) => line.includes(token)));
}

describe('the files of ci/, run by a shell as their host would', () => {
  for (const wrapper of shellWrappers) {
    const name = [wrapper.host, wrapper.variant].filter((part) => part !== undefined).join(' as ');

    test(`${name}: a green pipeline, its outputs in the next step`, async () => {
      const { trigger, announce, files, variables } = await tell(wrapper, 'success');
      expect([trigger.exitCode, trigger.output]).toEqual([0, expect.stringContaining('Pipeline 257 passed')]);
      expect(announce?.output).toContain(sentence('success'));
      // The commit came as it is, and no shell took it for a command.
      expect(variables).toEqual([expect.objectContaining({ IMAGE_TAG: hostileCommit })]);
      expect(files).not.toContain('pwned');
      expect(secretsIn(trigger.output)).toEqual([]);
    });

    test(`${name}: a red pipeline`, async () => {
      const { trigger, announce } = await tell(wrapper, 'failed');
      expect([trigger.exitCode, trigger.output]).toEqual([1, expect.stringContaining('Pipeline 257 failed')]);
      if (announce !== undefined) expect(announce.output).toContain(sentence('failed'));
    });
  }
});

/**
 * Of these, the file has everything in its commands, or the host hands it over by other names; elsewhere the
 * host puts the variables of the step on top.
 */
const ambientWins = ['woodpecker', 'aws-codebuild', 'bitbucket-pipelines', 'travis', 'buildkite', 'bitrise'];

describe('the files of ci/, where others may set variables of a build', () => {
  for (const wrapper of shellWrappers.filter(({ variant }) => variant === undefined)) {
    const step = wrapper.trigger(specimen(wrapper.host));
    // The others have their variables from the file that says what runs, or from who may change that.
    if (/takes=all$/m.test(step.script)) continue;

    test(`${wrapper.host} takes its own inputs, and no others`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url, requests, gitlab }) => {
        await withProject(wrapper.host, url, async (project) => {
          await writeFile(join(project.folder, 'theirs.env'), 'STOLEN=1\n');
          const theirs = {
            GITLAB_TRIGGER_GITLAB_URL: 'http://127.0.0.1:9',
            GITLAB_TRIGGER_PROJECT_ID: 'group/other',
            GITLAB_TRIGGER_REF: 'theirs',
            GITLAB_TRIGGER_VARIABLES: 'IMAGE_TAG=theirs',
            GITLAB_TRIGGER_REQUEST_HEADERS: 'X-Theirs: 1',
            GITLAB_TRIGGER_VARIABLES_FILE: 'theirs.env',
            GITLAB_TRIGGER_OUTPUT_FILE: 'theirs.json',
            GITLAB_TRIGGER_CA_CERTIFICATE: '-----BEGIN CERTIFICATE-----',
            GITLAB_TRIGGER_ALLOW_HTTP: 'true',
            INPUT_REQUEST_HEADERS: 'X-Theirs: 1',
            PLUGIN_REQUEST_HEADERS: 'X-Theirs: 1',
          };
          const { environment, ...rest } = wrapper.trigger(project);
          const onTop = ambientWins.includes(wrapper.host);
          const ended = await runShell(
            { ...rest, environment: onTop ? { ...environment, ...theirs } : { ...theirs, ...environment } },
            project,
            wrapper.icons(project),
          );
          expect([ended.exitCode, ended.output]).toEqual([
            0,
            expect.stringContaining('GITLAB_TRIGGER_REQUEST_HEADERS is not taken'),
          ]);
          expect(
            gitlab.pipelines().map(({ ref, variables }) => [ref, Object.keys(variables).toSorted()]),
          ).toEqual([['main', ['IMAGE_TAG', 'TRIGGER_PAYLOAD']]]);
          expect(gitlab.pipelines().map(({ variables }) => variables.IMAGE_TAG)).toEqual([hostileCommit]);
          expect(requests.filter(({ headers }) => 'x-theirs' in headers)).toEqual([]);
          expect(existsSync(join(project.folder, 'theirs.json'))).toBe(false);
        });
      });
    });
  }
});

describe('the workflows of ci/, run by a runner', () => {
  for (const wrapper of actionWrappers) {
    for (const { result, exitCode } of [
      { result: 'success', exitCode: 0 },
      { result: 'failed', exitCode: 1 },
    ] as const) {
      test(`${wrapper.host}: a pipeline that ends as ${result}`, async () => {
        const scenario = oneProject({ ci: valid(quickScript(result)) });
        await withSimulator({ scenario }, async ({ url, gitlab }) => {
          await withProject(wrapper.host, url, async (project) => {
            const step = await runAction({
              nodePath: process.execPath,
              environment: wrapper.icons(),
              ...wrapper.trigger(project),
            });
            expect(step.exitCode).toBe(exitCode);
            const announce = await runShell(wrapper.announce(project, step.outputs), project);
            expect(announce.output).toContain(sentence(result));
            expect(gitlab.pipelines().map(({ variables }) => variables)).toEqual([
              expect.objectContaining({ IMAGE_TAG: hostileCommit }),
            ]);
          });
        });
      });
    }
  }
});

/** A pseudo terminal comes from the program `script` of util-linux. */
const versionOfScript = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasTerminals = versionOfScript.status === 0 && versionOfScript.stdout.includes('util-linux');
const stops: readonly StepStop[] =
  hasTerminals || process.env.CI === 'true' ? ['group', 'shell', 'terminal'] : ['group', 'shell'];

describe('a step of ci/ whose host stops it (no terminals where there is no script of util-linux)', () => {
  for (const wrapper of shellWrappers) {
    const name = [wrapper.host, wrapper.variant].filter((part) => part !== undefined).join(' as ');
    for (const by of stops) {
      test(`${name}: the end of its ${by} cancels the pipeline`, async () => {
        const scenario = oneProject({ ci: valid(endlessScript) });
        await withSimulator({ scenario }, async ({ url, gitlab }) => {
          await withProject(wrapper.host, url, async (project) => {
            const step = wrapper.trigger(project);
            const running = await startShell(step, project, wrapper.icons(project), by === 'terminal');
            let isOver = false;
            void running.ended.then(() => (isOver = true));
            await until(() => isOver || /soak +running/.test(running.output()));
            expect([isOver, running.output()]).toEqual([false, expect.any(String)]);
            stopShell(running, by);
            const { output } = await running.ended;
            expect(gitlab.pipelines().map(({ status }) => status)).toEqual(['canceled']);
            // Nobody hears what is said where there is no terminal any longer.
            if (by !== 'terminal') expect(output).toContain('was canceled with it');
          });
        });
      });
    }
  }
});
