import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { InputError, ResultsError } from '../../../src/base/errors.js';
import { Secret } from '../../../src/base/secret.js';
import { checkSecretFile, writeSecretFile } from '../../../src/hosts/secret-file.js';

let folder = '';
let umask = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-secret-'));
  // The most careless user there is.
  umask = process.umask(0);
});

afterEach(async () => {
  process.umask(umask);
  await rm(folder, { recursive: true, force: true });
});

const secret = new Secret('glptt-0123456789abcdef');

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

/** Windows has neither modes nor, for everybody, links. */
const onPosix = process.platform === 'win32' ? test.skip : test;

describe('writeSecretFile', () => {
  onPosix('makes a file that only its owner may read, and nothing beside it', async () => {
    const path = join(folder, 'token');
    await writeSecretFile(path, secret);
    expect([await readFile(path, 'utf8'), await modeOf(path), await readdir(folder)]).toEqual([
      'glptt-0123456789abcdef',
      '600',
      ['token'],
    ]);
  });

  onPosix('takes the place of a file that everybody may read, and of a link', async () => {
    const open = join(folder, 'open');
    await writeFile(open, 'old', { mode: 0o666 });
    const link = join(folder, 'link');
    await symlink(open, link);
    await writeSecretFile(link, secret);
    expect([(await lstat(link)).isSymbolicLink(), await modeOf(link), await readFile(open, 'utf8')]).toEqual([
      false,
      '600',
      'old',
    ]);
    await writeSecretFile(open, secret);
    expect([await modeOf(open), await readFile(open, 'utf8')]).toEqual(['600', 'glptt-0123456789abcdef']);
  });

  test('reports why it fails, shows nothing, and leaves the existing file', async () => {
    await mkdir(join(folder, 'taken'));
    const error: unknown = await writeSecretFile(join(folder, 'taken'), secret).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ResultsError);
    expect(error).toMatchObject({ code: 'token_not_stored' });
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('0123456789');
    expect(await readdir(folder)).toEqual(['taken']);
  });
});

describe('checkSecretFile', () => {
  test('accepts a new file, and one to be replaced', async () => {
    await writeFile(join(folder, 'token'), 'old');
    await checkSecretFile(join(folder, 'token'));
    await checkSecretFile(join(folder, 'other'));
    expect(await readdir(folder)).toEqual(['token']);
  });

  test.each(['missing/token', '.', 'missing/'])('refuses %s', async (path) => {
    await expect(checkSecretFile(join(folder, path))).rejects.toBeInstanceOf(InputError);
  });

  onPosix('refuses a folder that may not be written to', async () => {
    // The administrator may write anywhere.
    if (process.getuid?.() === 0) return;
    await chmod(folder, 0o500);
    await expect(checkSecretFile(join(folder, 'token'))).rejects.toThrow('EACCES');
    await chmod(folder, 0o700);
  });
});
