import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { packing } from './support/archives.js';
import { tellOnHost } from './support/arriving.js';
import { jobsScenario } from './support/bringing.js';
import { tellCommand } from './support/command-story.js';
import { testsAtOnce } from './support/tests-at-once.js';

const scenario = jobsScenario(packing({ 'a.env': 'A=1\n' }));
/** Every reader of a host takes it. */
const untouched = 'untouched=1\n';
const quick = ['run', '--wait', '--poll-interval', '1s'];

/** Lays a file of somebody else's beside the working copy's, and links that lead there. */
function trap(...links: readonly string[]): (folder: string) => Promise<void> {
  return async (folder) => {
    await mkdir(join(folder, 'home'));
    await writeFile(join(folder, 'home', 'victim'), untouched);
    for (const name of links) {
      const target = name.endsWith('/') ? 'home' : 'home/victim';
      await symlink(join(folder, target), join(folder, name.replace(/\/$/, '')));
    }
  };
}

function homeIn(seen: (string | readonly string[])[]): (folder: string) => Promise<void> {
  return async (folder) => {
    seen.push(readFileSync(join(folder, 'home', 'victim'), 'utf8'), await readdir(join(folder, 'home')));
  };
}

describe('a symbolic link that came with a checkout is not followed', () => {
  const test = testsAtOnce();

  for (const { words, links, want } of [
    { words: ['--output-file', 'out.json'], links: ['out.json'], want: 'output_file is a symbolic link' },
    { words: ['--output-file', 'sub/out.json'], links: ['sub/'], want: 'output_file is a symbolic link' },
    { words: ['--output-file', 'out/'], links: ['out/'], want: 'output_file is a symbolic link' },
    { words: ['--summary-file', 'r.md'], links: ['r.md'], want: 'summary_file is a symbolic link' },
    { words: ['--junit-file', 't.xml'], links: ['t.xml'], want: 'junit_file is a symbolic link' },
    { words: ['--junit-file', 'sub/t.xml'], links: ['sub/'], want: 'junit_file is a symbolic link' },
    {
      words: ['--artifacts', 'pack', '--artifacts-path', 'a'],
      links: ['a/'],
      want: 'artifacts_path is a symbolic link',
    },
    {
      words: ['--artifacts', 'pack'],
      links: ['gitlab-artifacts/'],
      want: 'artifacts_path is a symbolic link',
    },
    {
      words: ['--artifacts', 'pack', '--artifacts-path', 'a/b'],
      links: ['a/'],
      want: 'artifacts_path is a symbolic link',
    },
  ] as const) {
    test(`by ${words.join(' ')} where ${links.join(' ')} is one`, async () => {
      const seen: (string | readonly string[])[] = [];
      const { exitCode, stdout, requests } = await tellCommand({
        words: [...quick, ...words],
        scenario,
        prepare: trap(...links),
        inspect: homeIn(seen),
      });
      expect([exitCode, requests, seen]).toEqual([2, [], [untouched, ['victim']]]);
      expect(stdout).toContain(want);
    });
  }

  test('by save_to_file in a folder that is one', async () => {
    const seen: (string | readonly string[])[] = [];
    const { exitCode, stdout, requests } = await tellCommand({
      words: ['tokens', 'create', '--description', 'x', '--save-to-file', 'sub/token'],
      prepare: trap('sub/'),
      inspect: homeIn(seen),
    });
    expect([exitCode, requests, seen]).toEqual([2, [], [untouched, ['victim']]]);
    expect(stdout).toContain('is a symbolic link, which is not followed');
  });

  for (const [host, name] of [
    ['drone', 'gitlab-trigger.env'],
    ['gitlab-ci', 'gitlab-trigger.env'],
    ['jenkins', 'gitlab-trigger.properties'],
    ['google-cloud-build', 'gitlab-trigger.env'],
  ] as const) {
    test(`by ${host}, whose file is one`, async () => {
      const seen: string[] = [];
      const { exitCode, stdout, requests, files } = await tellOnHost({
        host,
        words: ['run'],
        prepareFolder: trap(name),
      });
      seen.push(files['home/victim'] ?? '');
      expect([exitCode, requests, seen]).toEqual([2, [], [untouched]]);
      expect(stdout).toContain('It is a symbolic link, or leads through one');
    });
  }

  test('when it leads nowhere yet', async () => {
    const { exitCode, files } = await tellOnHost({
      host: 'drone',
      words: ['run'],
      prepareFolder: async (folder) => await symlink(join(folder, 'new'), join(folder, 'gitlab-trigger.env')),
    });
    expect([exitCode, files]).toEqual([2, {}]);
  });
});

describe('files of the host, and links above the working folder, are left to the host', () => {
  const test = testsAtOnce();

  for (const [host, name] of [
    ['github-actions', 'output'],
    ['circleci', 'bash_env'],
  ] as const) {
    test(`a link of ${host} is followed`, async () => {
      const { exitCode, outputs } = await tellOnHost({
        host,
        words: ['run'],
        prepareFolder: async (folder) => {
          await writeFile(join(folder, 'elsewhere'), '');
          execFileSync('ln', ['-sf', join(folder, 'elsewhere'), join(folder, name)]);
        },
      });
      expect([exitCode, outputs.pipeline_id]).toEqual([0, '257']);
    });
  }

  test('a working folder behind a link is a folder', async () => {
    const { exitCode } = await tellCommand({
      words: ['run', '--output-file', 'out.json'],
      prepare: async (folder) => {
        await mkdir(join(folder, 'real'));
        await symlink('real', join(folder, 'linked'));
      },
      through: 'cd linked && exec "$@"',
    });
    expect(exitCode).toBe(0);
  });
});

describe('a path that is not a file', () => {
  const test = testsAtOnce();

  // No device of the machine: whoever runs this as root, against a program that would replace one, has it no
  // longer.
  for (const path of ['/dev/stdout', '/dev/stderr', '/dev/fd/1', 'pipe', 'way-to-pipe']) {
    for (const flag of ['--output-file', '--summary-file', '--junit-file']) {
      test(`such as ${path} is refused for ${flag}`, async () => {
        const format = flag === '--output-file' ? ['--output-format', 'json'] : [];
        const { exitCode, stdout, requests } = await tellCommand({
          words: [...quick, flag, path, ...format],
          prepare: async (folder) => {
            execFileSync('mkfifo', [join(folder, 'pipe')]);
            await symlink('pipe', join(folder, 'way-to-pipe'));
          },
        });
        expect([exitCode, requests]).toEqual([2, []]);
        expect(stdout).toMatch(/has to be a file|is a symbolic link/);
      });
    }
  }

  test('standard output is not mistaken for the file that it is redirected to', async () => {
    const seen: string[] = [];
    const { exitCode } = await tellCommand({
      words: ['run', '--output-file', '/dev/stdout', '--output-format', 'json'],
      through: 'exec "$@" > log',
      inspect: (folder) => {
        seen.push(readFileSync(join(folder, 'log'), 'utf8'));
        return Promise.resolve();
      },
    });
    expect([exitCode, seen]).toEqual([2, [expect.stringContaining('output_file is a symbolic link')]]);
  });
});

describe('a file with another name for the same content', () => {
  const test = testsAtOnce();

  test('keeps its content', async () => {
    const seen: unknown[] = [];
    await tellCommand({
      words: ['run', '--output-file', 'out.json'],
      prepare: async (folder) => {
        await writeFile(join(folder, 'other'), untouched);
        await link(join(folder, 'other'), join(folder, 'out.json'));
      },
      inspect: (folder) => {
        seen.push(readFileSync(join(folder, 'other'), 'utf8'), statSync(join(folder, 'other')).nlink);
        return Promise.resolve();
      },
    });
    expect(seen).toEqual([untouched, 1]);
  });

  test('is not affected by a draft with a predicted name', async () => {
    const seen: (string | readonly string[])[] = [];
    const { exitCode } = await tellCommand({
      words: ['run', '--output-file', 'out.json'],
      // The number of the process is known here beforehand.
      through: 'ln -s "$PWD/home/victim" ".out.json.$$.tmp"; exec "$@"',
      prepare: trap(),
      inspect: homeIn(seen),
    });
    expect([exitCode, seen]).toEqual([0, [untouched, ['victim']]]);
  });
});
