import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { actionWrappers, shellWrappers } from '../support/wrappers/all-wrappers.js';
import type {
  EndedStep,
  Environment,
  Project,
  ShellStep,
  ShellWrapper,
} from '../support/wrappers/wrapper.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { writeEndlessProgram } from './support/host-programs.js';
import { allWays, lay } from './support/hostile-checkout.js';
import { pathsIn, withSite } from './support/launch-site.js';
import { runAction } from './support/run-action.js';
import {
  hostileCommit,
  programsOf,
  runShell,
  runWrapper,
  startShell,
  type StepStop,
  stopShell,
  withProject,
  type WrapperRun,
} from './support/run-wrapper.js';
import { writeTexts } from './support/start-registry.js';
import type { RunningSimulator } from './support/start-simulator.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

const test = testsAtOnce();

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

/**
 * Of these, the file has everything in its commands, or the host hands it over by other names; elsewhere the
 * host puts the variables of the step on top.
 */
const ambientWins = ['woodpecker', 'aws-codebuild', 'bitbucket-pipelines', 'travis', 'buildkite', 'bitrise'];

/** What others may set, where they can set variables of a build. */
const theirs: Environment = {
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

/** The step of a host in a checkout and with variables that are as malicious as they can be. */
function among(theirOwn: Environment, { environment, ...rest }: ShellStep, host: string): ShellStep {
  const isOnTop = ambientWins.includes(host);
  return {
    ...rest,
    environment: isOnTop ? { ...environment, ...theirOwn } : { ...theirOwn, ...environment },
  };
}

interface Hostile extends WrapperRun {
  readonly gitlab: RunningSimulator['gitlab'];
  readonly requests: RunningSimulator['requests'];
  readonly traces: readonly string[];
}

/**
 * A green pipeline, started in a hostile checkout with hostile variables: what is as it should be is so in
 * spite of them. The red one below is started among friends.
 */
async function runAmongEnemies(wrapper: ShellWrapper, takesAll: boolean): Promise<Hostile> {
  const scenario = oneProject({ ci: valid(quickScript('success')) });
  return await withSimulator({ scenario }, async ({ url, gitlab, requests }) => {
    return await withSite(undefined, wrapper.host, url, async ({ project, target, traces }) => {
      // The image has its files in itself, and its inputs from the file that names it.
      const hostile = wrapper.variant === undefined ? lay(allWays, target) : {};
      writeTexts(project.folder, { 'theirs.env': 'STOLEN=1\n' });
      const icons = wrapper.icons(project);
      // Where the workspace stands for the /tmp of a container, this is the folder of the outputs, and no
      // trap.
      const isTemporary = icons.TMPDIR === project.folder;
      if (isTemporary) rmSync(join(project.folder, 'gitlab-trigger'));
      const around = { ...icons, ...hostile, ...(isTemporary ? { TMPDIR: project.folder } : {}) };
      const step = wrapper.trigger(project);
      const trigger = await runShell(takesAll ? step : among(theirs, step, wrapper.host), project, around);
      const next = wrapper.announce(project, trigger);
      const announce = next === undefined ? undefined : await runShell(next, project, icons);
      return { trigger, announce, files: pathsIn(project.folder), gitlab, requests, traces: traces() };
    });
  });
}

describe('the files of ci/, run by a shell as their host would', () => {
  for (const wrapper of shellWrappers) {
    const name = [wrapper.host, wrapper.variant].filter((part) => part !== undefined).join(' as ');
    // The others have their variables from the file that says what runs, or from who may change that.
    const takesAll =
      wrapper.variant !== undefined || /takes=all$/m.test(wrapper.trigger(specimen(wrapper.host)).script);

    test(`${name}: a green pipeline, its outputs in the next step, and nothing of what others want${takesAll ? '' : ' and set'}`, async () => {
      const run = await runAmongEnemies(wrapper, takesAll);
      const { trigger, announce, files, gitlab, requests, traces } = run;
      expect([traces, trigger]).toEqual([
        [],
        { exitCode: 0, output: expect.stringContaining('Pipeline 257 passed') },
      ]);
      expect(announce?.output).toContain(sentence('success'));
      // The commit came as it is, and no shell took it for a command.
      const ours = { ref: 'main', variables: expect.objectContaining({ IMAGE_TAG: hostileCommit }) };
      expect(gitlab.pipelines()).toEqual([expect.objectContaining(ours)]);
      expect(files).not.toContain('pwned');
      expect(secretsIn(trigger.output)).toEqual([]);
      expect(requests.filter(({ headers }) => 'x-theirs' in headers)).toEqual([]);
      expect(files).not.toContain('theirs.json');
      if (takesAll) return;
      expect(trigger.output).toContain('GITLAB_TRIGGER_REQUEST_HEADERS is not taken');
      expect(gitlab.pipelines().map(({ variables }) => Object.keys(variables).toSorted())).toEqual([
        ['IMAGE_TAG', 'TRIGGER_PAYLOAD'],
      ]);
    });

    test(`${name}: a red pipeline`, async () => {
      const scenario = oneProject({ ci: valid(quickScript('failed')) });
      await withSimulator({ scenario }, async ({ url, gitlab }) => {
        const { trigger, announce, files } = await runWrapper(wrapper, url);
        expect([trigger.exitCode, trigger.output]).toEqual([
          1,
          expect.stringContaining('Pipeline 257 failed'),
        ]);
        if (announce !== undefined) expect(announce.output).toContain(sentence('failed'));
        expect(gitlab.pipelines().map(({ variables }) => variables)).toEqual([
          expect.objectContaining({ IMAGE_TAG: hostileCommit }),
        ]);
        expect([files.includes('pwned'), secretsIn(trigger.output)]).toEqual([false, []]);
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

const signalOf = { group: 'TERM', shell: 'TERM', terminal: 'HUP' } as const;

describe('a step of ci/ whose host stops it (no terminals where there is no script of util-linux)', () => {
  /** Elsewhere the shell of the step becomes the program, and a signal arrives there. */
  const hasShellAbove = ({ host, variant }: ShellWrapper): boolean =>
    variant !== undefined || ['bitbucket-pipelines', 'travis', 'harness', 'aws-codebuild'].includes(host);

  for (const wrapper of shellWrappers) {
    const name = [wrapper.host, wrapper.variant].filter((part) => part !== undefined).join(' as ');
    for (const by of stops) {
      // Only the program itself can notice that the shell above it is gone; and one is watched to the end.
      if (
        (hasShellAbove(wrapper) && by === 'shell') ||
        wrapper.variant !== undefined ||
        wrapper.host === 'woodpecker'
      ) {
        test(`${name}: the end of its ${by} cancels the pipeline`, async () => {
          const scenario = oneProject({ ci: valid(endlessScript) });
          await withSimulator({ scenario }, async ({ url, gitlab }) => {
            await withProject(wrapper.host, url, async (project) => {
              const { exitCode, output } = await stopWhenRunning(wrapper, project, by);
              expect(gitlab.pipelines().map(({ status }) => status)).toEqual(['canceled']);
              // Nobody hears what is said where there is no terminal any longer.
              if (by === 'terminal') return;
              // A stopped step waits 3.5 s for the answer, and the machine may be slower.
              expect(output).toMatch(/was canceled with it|GitLab did not answer in time/);
              if (!hasShellAbove(wrapper)) expect(exitCode).toBe(143);
            });
          });
        });
        continue;
      }
      test(`${name}: the end of its ${by} is heard by the program, which may end as it wants`, async () => {
        await withProject(wrapper.host, 'https://gitlab.example.com', async (project) => {
          await writeEndlessProgram(programsOf(project), project.store);
          const { exitCode, output } = await stopWhenRunning(wrapper, project, by);
          expect(readFileSync(join(project.store, 'signals'), 'utf8')).toBe(`${signalOf[by]}\n`);
          if (by === 'terminal') return;
          // A shell that sees the end of its child before its own signal comes says so.
          expect(output).toMatch(/was canceled with it\n(Terminated\n)?$/);
          if (!hasShellAbove(wrapper)) expect(exitCode).toBe(143);
        });
      });
    }
  }
});

/** Runs the step that starts a pipeline, and stops it as soon as that has a job that runs. */
async function stopWhenRunning(wrapper: ShellWrapper, project: Project, by: StepStop): Promise<EndedStep> {
  const step = wrapper.trigger(project);
  const running = await startShell(step, project, wrapper.icons(project), by === 'terminal');
  let isOver = false;
  void running.ended.then(() => (isOver = true));
  await until(() => isOver || /soak +running/.test(running.output()));
  expect([isOver, running.output()]).toEqual([false, expect.any(String)]);
  stopShell(running, by);
  return await running.ended;
}
