import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { textFilesUntil } from '../../../src/hosts/text-files.js';
import { readableFile } from '../../../src/inputs/ca-certificate.js';

const textFiles = textFilesUntil(new AbortController().signal);

const before = process.cwd();
let top = '';

/** A checkout, which is the working folder, and beside it what belongs to the machine. */
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-links-')));
  for (const folder of ['co/sub', 'machine/..2026_01', 'co/.git'])
    mkdirSync(join(top, folder), { recursive: true });
  for (const file of [
    'machine/secret',
    'machine/..2026_01/token',
    'co/plain',
    'co/.git/config',
    'co/sub/plain',
  ])
    writeFileSync(join(top, file), 'A=1\n');
  const links = {
    'co/link': '../machine/secret',
    'co/folder': '../machine',
    'co/within': '.git/config',
    'co/self': '.',
    'co/dangling': '../machine/nothing',
    'machine/..data': '..2026_01',
    'machine/token': '..data/token',
    checkout: 'co',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(top, name));
  process.chdir(join(top, 'co'));
});
afterEach(() => {
  process.chdir(before);
  rmSync(top, { recursive: true, force: true });
});

/** Windows has no links for everybody. */
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a file that an input names', () => {
  test.each([
    { path: 'link' },
    { path: './sub/../link' },
    { path: 'folder/secret' },
    { path: 'folder/..data/token' },
    { path: 'within' },
    { path: 'self/plain' },
    { path: 'dangling' },
    { path: '{top}/co/link' },
    { path: '{top}/checkout/link' },
    { path: '{top}/checkout/self/plain' },
  ])('is not read through a link of the checkout: $path', async ({ path }) => {
    const place = path.replace('{top}', top);
    await expect(textFiles.readText(place)).rejects.toMatchObject({ code: 'ELOOP' });
    expect(await readableFile(textFiles, place)).toMatchObject({
      problems: [
        expect.objectContaining({
          what: expect.stringContaining('is a symbolic link, or leads through one'),
          hint: expect.stringContaining('Give the path of the file that it leads to'),
        }),
      ],
    });
  });

  test.each([
    { path: 'plain' },
    { path: 'sub/plain' },
    { path: '{top}/checkout/plain' },
    { path: '../machine/token' },
    { path: '{top}/machine/token' },
    { path: '{top}/machine/secret' },
  ])('is read where no link of the checkout is on the way: $path', async ({ path }) => {
    expect(await textFiles.readText(path.replace('{top}', top))).toBe('A=1\n');
  });

  test('is read through links of the machine where the working folder is all of it', async () => {
    process.chdir('/');
    expect(await textFiles.readText(join(top, 'machine', 'token'))).toBe('A=1\n');
  });
});
