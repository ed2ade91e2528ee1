import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test as plainTest } from '@jest/globals';

import { tokens } from '../support/one-project.js';
import { withTemporaryFolder } from '../support/temporary-folder.js';
import { specimenOf, tellOnHost, type HostStory } from './support/arriving.js';
import { runAction } from './support/run-action.js';
import { runCommand } from './support/run-command.js';
import { testsAtOnce } from './support/tests-at-once.js';

/** Every way to end before there is a run. */
const wrongLines: readonly (readonly string[])[] = [
  ['run', '--nope'],
  ['run', '--ref'],
  ['run', '--token-file', 'nowhere'],
  ['run', '--output-file', 'x.unknown'],
  ['run', '--output-file', 'out.json', '--output-format', 'yaml'],
  ['run', '--timeout', 'soon'],
  ['run', '--gitlab-url', 'not a url'],
  ['tokens', 'make'],
  ['rnu'],
  ['-run'],
];

const shellFiles = {
  drone: 'gitlab-trigger.env',
  woodpecker: 'gitlab-trigger.env',
  travis: 'gitlab-trigger.env',
  'aws-codebuild': 'gitlab-trigger.env',
  'google-cloud-build': 'gitlab-trigger.env',
  'gitlab-ci': 'gitlab-trigger.env',
  jenkins: 'gitlab-trigger.properties',
} as const satisfies Partial<Record<HostStory['host'], string>>;

const former = "export TRIGGERED_PIPELINE_ID='1'\nexport TRIGGERED_OUTCOME='success'\n";

describe("a run that ends early leaves nothing of an earlier run in the host's file", () => {
  const test = testsAtOnce();

  for (const words of wrongLines) {
    test(`with ${words.join(' ')}`, async () => {
      const seen: string[] = [];
      const { exitCode } = await runCommand({
        words,
        environment: { DRONE: 'true' },
        prepare: (folder) => writeFile(join(folder, 'gitlab-trigger.env'), former),
        inspect: async (folder) => void seen.push(await readFile(join(folder, 'gitlab-trigger.env'), 'utf8')),
      });
      expect([exitCode, seen]).toEqual([2, ['']]);
    });
  }

  test('without any command', async () => {
    const seen: string[] = [];
    const { exitCode } = await runCommand({
      words: [],
      environment: { DRONE: 'true' },
      prepare: (folder) => writeFile(join(folder, 'gitlab-trigger.env'), former),
      inspect: async (folder) => void seen.push(await readFile(join(folder, 'gitlab-trigger.env'), 'utf8')),
    });
    expect([exitCode, seen]).toEqual([2, ['']]);
  });

  for (const words of [
    ['help'],
    ['run', '--help'],
    ['--version'],
    ['snippet', 'gitlab'],
    ['completion', 'zsh'],
  ]) {
    test(`with ${words.join(' ')}, which is no run, it touches nothing`, async () => {
      const seen: string[] = [];
      const { exitCode } = await runCommand({
        words,
        environment: { DRONE: 'true', GITLAB_TRIGGER_OUTPUT_FILE: 'out.json' },
        prepare: async (folder) => {
          await writeFile(join(folder, 'gitlab-trigger.env'), former);
          await writeFile(join(folder, 'out.json'), former);
        },
        inspect: async (folder) => {
          for (const name of ['gitlab-trigger.env', 'out.json'])
            seen.push(await readFile(join(folder, name), 'utf8'));
        },
      });
      expect([exitCode, seen]).toEqual([0, [former, former]]);
    });
  }

  for (const [host, name] of Object.entries(shellFiles) as [HostStory['host'], string][]) {
    test(`on ${host}, where it cannot be replaced, nothing is started`, async () => {
      const { exitCode, stdout } = await runCommand({
        // Nobody listens there.
        words: ['run', '--gitlab-url', 'http://127.0.0.1:9', '--project-id', '1', '--ref', 'main'],
        environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger },
        environmentIn: specimenOf(host).environment,
        prepare: async (folder) => {
          await mkdir(join(folder, name, 'full'), { recursive: true });
        },
      });
      expect(exitCode).toBe(2);
      expect(stdout).toContain('is there already and cannot be replaced, so nothing was started');
    });
  }

  // The administrator may write anywhere.
  const asUser = process.getuid?.() === 0 ? plainTest.skip : test;
  asUser('in a folder that is read-only, nothing is started', async () => {
    const { exitCode, stdout, requests } = await tellOnHost({
      host: 'woodpecker',
      words: ['run'],
      prepareFolder: async (folder) => {
        await writeFile(join(folder, 'gitlab-trigger.env'), former);
        await chmod(folder, 0o500);
      },
    });
    expect([exitCode, requests, stdout.includes('EACCES')]).toEqual([2, [], true]);
  });
});

describe('variables that an earlier call of the same build set are removed', () => {
  const test = testsAtOnce();

  for (const host of ['circleci', 'teamcity', 'bitrise'] as const) {
    test(`on ${host}, whatever is wrong with this run`, async () => {
      const { exitCode, outputs } = await tellOnHost({
        host,
        words: ['run', '--nope'],
        environment: { TRIGGERED_OUTCOME: 'success', TRIGGERED_VALUE_image: 'app:1', TRIGGERED_BY: '' },
        prepareFolder: async (folder) => {
          if (host !== 'circleci') return;
          await writeFile(
            join(folder, 'bash_env'),
            "export TRIGGERED_OUTCOME='success' TRIGGERED_VALUE_image='app:1'\n",
          );
        },
      });
      expect([exitCode, outputs.outcome ?? '', outputs.value_image ?? '']).toEqual([2, '', '']);
    });
  }
});

describe('files that a command line names', () => {
  const test = testsAtOnce();
  const flags = ['--output-file', 'out.json', '--summary-file=report.md', '--junit-file', 'tests.xml'];

  for (const { name, words, environment } of [
    { name: 'with a wrong flag', words: ['run', ...flags, '--nope'], environment: {} },
    { name: 'with an unreadable file', words: ['run', ...flags, '--token-file', 'nowhere'], environment: {} },
    { name: 'with no command', words: flags, environment: {} },
    { name: 'with a wrong input', words: ['wait', ...flags, '--pipeline-id', 'x'], environment: {} },
    {
      name: 'from the environment, with a wrong flag',
      words: ['run', '--nope'],
      environment: {
        GITLAB_TRIGGER_OUTPUT_FILE: 'out.json',
        GITLAB_TRIGGER_SUMMARY_FILE: 'report.md',
        GITLAB_TRIGGER_JUNIT_FILE: 'tests.xml',
      },
    },
  ]) {
    test(`contain nothing of an earlier run, ${name}`, async () => {
      let left: readonly (string | undefined)[] = [];
      const { exitCode } = await runCommand({
        words,
        environment,
        prepare: async (folder) => {
          for (const file of ['out.json', 'report.md', 'tests.xml'])
            await writeFile(join(folder, file), 'former');
        },
        inspect: (folder) => {
          left = ['out.json', 'report.md', 'tests.xml'].map((file) => textIn(folder, file));
          return Promise.resolve();
        },
      });
      expect(exitCode).toBe(2);
      expect(left.map((text) => text?.includes('former') ?? false)).toEqual([false, false, false]);
      expect(left[2]).toBeUndefined();
    });
  }

  test('in a folder of outputs are removed, including values, and other files stay', async () => {
    let left: readonly (string | undefined)[] = [];
    const names = ['outcome', 'value_IMAGE', 'other', 'value_x.txt'];
    const { exitCode } = await runCommand({
      words: ['run', '--output-file', 'out/', '--nope'],
      prepare: async (folder) => {
        await mkdir(join(folder, 'out'));
        for (const name of names) await writeFile(join(folder, 'out', name), 'former');
      },
      inspect: (folder) => {
        left = names.map((name) => textIn(join(folder, 'out'), name));
        return Promise.resolve();
      },
    });
    expect([exitCode, left]).toEqual([2, [undefined, undefined, 'former', 'former']]);
  });

  test('in a folder that is no folder of outputs stay', async () => {
    let left: string | undefined;
    const { exitCode } = await runCommand({
      words: ['run', '--output-file', '.', '--nope'],
      prepare: (folder) => writeFile(join(folder, 'status'), 'theirs'),
      inspect: (folder) => {
        left = textIn(folder, 'status');
        return Promise.resolve();
      },
    });
    expect([exitCode, left]).toEqual([2, 'theirs']);
  });

  test('keep their mode', async () => {
    let mode = 0;
    await runCommand({
      words: ['run', '--output-file', 'out.json', '--nope'],
      prepare: (folder) => writeFile(join(folder, 'out.json'), 'former', { mode: 0o640 }),
      inspect: async (folder) => {
        mode = (await stat(join(folder, 'out.json'))).mode & 0o777;
      },
    });
    expect(mode).toBe(0o640);
  });
});

describe('the file of test results', () => {
  const test = testsAtOnce();

  for (const folder of [undefined, 'wait'] as const) {
    test(`contains nothing of an earlier run when the inputs of ${folder ?? 'the action'} are wrong`, async () => {
      await withTemporaryFolder(async (work) => {
        const place = join(work, 'tests.xml');
        await writeFile(place, 'former');
        const inputs = folder === undefined ? { wait: 'maybe' } : { pipeline_id: 'none' };
        const { exitCode } = await runAction({
          ...(folder === undefined ? {} : { folder }),
          with: { project_id: 'group/app', junit_file: place, ...inputs },
        });
        expect([exitCode, existsSync(place)]).toEqual([2, false]);
      });
    });
  }
});

function textIn(folder: string, name: string): string | undefined {
  const place = join(folder, name);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}
