import { statSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { tellOnHost, type HostTold } from './support/arriving.js';
import { tellCommand } from './support/command-story.js';
import { deployScenario } from './support/managing.js';
import { testsAtOnce } from './support/tests-at-once.js';

const rotate = ['tokens', 'rotate', '--description', 'deploys', '--delete-old', 'always'];
const create = ['tokens', 'create', '--description', 'new'];
const small = `trap '' XFSZ; ulimit -f 0; exec "$@"`;

/** What was not only read: `DELETE triggers/2`. */
function changesOf(requests: readonly string[]): readonly string[] {
  return requests
    .filter((line) => !line.startsWith('GET '))
    .map((line) => line.replace('/api/v4/projects/group%2Fapp/', ''));
}

async function onFullDisk(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<HostTold> {
  return await tellOnHost({ host: 'github-actions', words, scenario: deployScenario(), environment });
}

describe('a new token whose output reaches no later step', () => {
  const test = testsAtOnce();

  for (const words of [rotate, create]) {
    test(`is not created if that is known before: ${words[1] ?? ''}`, async () => {
      const { exitCode, stdout, requests } = await onFullDisk(words, { GITHUB_OUTPUT: '/nowhere/output' });
      expect([exitCode, requests]).toEqual([2, []]);
      expect(stdout).toContain('There is no place for the new token');
    });
  }

  test('does not cause the old one to be deleted', async () => {
    const { exitCode, stdout, requests } = await onFullDisk(rotate, { GITHUB_OUTPUT: '/dev/full' });
    expect([exitCode, requests.filter((line) => line.startsWith('DELETE'))]).toEqual([6, []]);
    expect(stdout).toContain('[rotation_unfinished]');
    expect(stdout).toContain('No store has the new token 2; token 1 "deploys" works as before.');
    expect(stdout).toContain('Or delete token 2 (operation: delete, trigger_id: 2)');
  });

  test('is deleted again after create', async () => {
    const { exitCode, stdout, requests } = await onFullDisk(create, { GITHUB_OUTPUT: '/dev/full' });
    expect([exitCode, changesOf(requests)]).toEqual([6, ['POST triggers', 'DELETE triggers/2']]);
    expect(stdout).toContain('no store could take it, so it was deleted again [token_not_stored]');
  });

  for (const { words, deleted } of [
    { words: rotate, deleted: [] },
    { words: create, deleted: ['DELETE triggers/2'] },
  ]) {
    test(`in a file on a full disk is treated the same: ${words[1] ?? ''}`, async () => {
      const { exitCode, requests } = await tellCommand({
        words: [...words, '--output-file', 'tok.env'],
        scenario: deployScenario(),
        through: small,
      });
      expect([exitCode, changesOf(requests).filter((line) => line.startsWith('DELETE'))]).toEqual([
        6,
        deleted,
      ]);
    });
  }

  test('is not lost if it has another place, but later steps miss the other outputs', async () => {
    const { exitCode, requests, files } = await onFullDisk([...rotate, '--save-to-file', 'token'], {
      GITHUB_OUTPUT: '/dev/full',
    });
    expect([exitCode, changesOf(requests).at(-1), files.token]).toEqual([
      6,
      'DELETE triggers/1',
      expect.stringMatching(/^glptt-/),
    ]);
  });

  test('is not printed as JSON, and JSON is no place for it', async () => {
    const { exitCode, requests } = await tellCommand({
      words: [...create, '--json'],
      scenario: deployScenario(),
    });
    expect([exitCode, requests]).toEqual([2, []]);
    const azure = await tellOnHost({
      host: 'azure-pipelines',
      words: [...create, '--json'],
      scenario: deployScenario(),
    });
    expect([azure.exitCode, azure.requests]).toEqual([2, []]);
  });
});

describe('a file with a token', () => {
  const test = testsAtOnce();

  for (const before of [0o644, 0o666, undefined]) {
    test(`is readable for its owner only, whatever its mode before: ${before?.toString(8) ?? 'nothing'}`, async () => {
      const seen: unknown[] = [];
      const { exitCode } = await tellCommand({
        words: [...create, '--output-file', 'tok.env'],
        scenario: deployScenario(),
        prepare: async (folder) => {
          if (before === undefined) return;
          await writeFile(join(folder, 'tok.env'), '');
          await chmod(join(folder, 'tok.env'), before);
        },
        inspect: async (folder) => {
          seen.push((statSync(join(folder, 'tok.env')).mode & 0o777).toString(8));
          seen.push(await readFile(join(folder, 'tok.env'), 'utf8'));
        },
      });
      expect([exitCode, seen]).toEqual([0, ['600', expect.stringContaining('token=glptt-')]]);
    });
  }

  test('in a folder of outputs is readable for its owner only, and the others keep their mode', async () => {
    const seen: string[] = [];
    await tellCommand({
      words: [...create, '--output-file', 'out/'],
      scenario: deployScenario(),
      through: 'umask 0; mkdir out; touch out/token; exec "$@"',
      inspect: (folder) => {
        seen.push((statSync(join(folder, 'out', 'token')).mode & 0o777).toString(8));
        return Promise.resolve();
      },
    });
    expect(seen).toEqual(['600']);
  });

  test('of the host that does not exist yet is readable for its owner only', async () => {
    const seen: string[] = [];
    const { exitCode, outputs } = await tellOnHost({
      host: 'circleci',
      words: create,
      scenario: deployScenario(),
      through: 'umask 0; "$@"; code=$?; stat -c %a bash_env > mode; exit $code',
    }).then((details) => {
      seen.push(details.files.mode ?? '');
      return details;
    });
    expect([exitCode, seen, outputs.token]).toEqual([0, ['600\n'], expect.stringMatching(/^glptt-/)]);
  });
});
