import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { linkOnWay } from '../../../src/hosts/foreign-links.js';
import { checkSecretFile, writeSecretFile } from '../../../src/hosts/secret-file.js';
import { appendText, processFiles, replaceHostText } from '../../../src/hosts/system.js';

let folder = '';
let umask = 0;
const before = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-files-')));
  process.chdir(folder);
  // The most careless user there is.
  umask = process.umask(0);
});

afterEach(() => {
  process.umask(umask);
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** Windows has neither modes nor, for everybody, links. */
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a link on the way', () => {
  test.each([
    { place: 'link', want: 'link' },
    { place: 'folder/deep/file', want: 'folder/deep' },
    { place: './folder/../link', want: 'link' },
    { place: 'folder/file', want: undefined },
    { place: 'nothing/at/all', want: undefined },
    { place: '/dev/stdin/..', want: undefined },
    // Above the working folder, the machine has its own.
    { place: '../elsewhere/through/file', want: undefined },
    { place: '.', want: undefined },
  ])('a file at $place is $want', ({ place, want }) => {
    mkdirSync('work/folder', { recursive: true });
    mkdirSync('elsewhere');
    symlinkSync('.', 'elsewhere/through');
    symlinkSync('/nowhere', 'work/link');
    symlinkSync('/tmp', 'work/folder/deep');
    process.chdir('work');
    expect(linkOnWay(place)).toBe(want === undefined ? undefined : join(folder, 'work', want));
  });

  test('a link counts for every operation', () => {
    mkdirSync('home');
    writeFileSync('home/victim', 'untouched');
    symlinkSync('home', 'sub');
    symlinkSync('home/victim', 'link');
    for (const place of ['sub/victim', 'link', 'sub/new']) {
      expect(processFiles.kindOf(place)).toBe('link');
      const { read, replace, probe, remove, makeFolder } = processFiles;
      for (const work of [read, probe, remove, makeFolder])
        expect(() => work(place)).toThrow('symbolic link');
      expect(() => replace(place, 'x')).toThrow('symbolic link');
    }
    expect(() => processFiles.namesIn('sub')).toThrow('symbolic link');
    expect([readFileSync('home/victim', 'utf8'), readdirSync('home')]).toEqual(['untouched', ['victim']]);
  });
});

onPosix('a link elsewhere, as `/tmp` of macOS is one', () => {
  beforeEach(() => {
    mkdirSync('machine/real', { recursive: true });
    mkdirSync('work');
    symlinkSync('real', 'machine/link');
    process.chdir('work');
  });

  test.each(['../machine/link/file', '../machine/link/deeper/file'])(
    'leads to files of ours: %s',
    (place) => {
      processFiles.replace(place, 'a');
      processFiles.probe(place);
      expect([processFiles.kindOf(place), processFiles.read(place)]).toEqual(['file', 'a']);
      processFiles.remove(place);
      expect(processFiles.kindOf(place)).toBe('nothing');
    },
  );

  test('leads to no folder that is made by that name', () => {
    expect(() => processFiles.makeFolder('../machine/link')).toThrow('symbolic link');
  });

  test('is followed to the place of a secret', async () => {
    await checkSecretFile('../machine/link/token');
    await writeSecretFile('../machine/link/token', new Secret('a secret'));
    expect(readFileSync('../machine/real/token', 'utf8')).toBe('a secret');
  });

  test('is not followed to the place of a secret from the working folder on', async () => {
    symlinkSync('../machine/real', 'folder');
    const write = writeSecretFile('folder/token', new Secret('a secret'));
    await expect(write).rejects.toMatchObject({ code: 'token_not_stored' });
    expect(readdirSync('../machine/real')).toEqual([]);
  });
});

onPosix('a file of our own', () => {
  test('a new file is for its owner, an existing one keeps its mode, and a secret restricts it', () => {
    processFiles.replace('sub/new', 'a');
    writeFileSync('old', '');
    chmodSync('old', 0o664);
    processFiles.replace('old', 'b', 'open');
    expect([modeOf('sub/new'), modeOf('old')]).toEqual(['600', '664']);
    processFiles.replace('old', 'c', 'secret');
    expect([modeOf('old'), readFileSync('old', 'utf8')]).toEqual(['600', 'c']);
  });

  test('a read-only file can be replaced', () => {
    writeFileSync('old', 'former', { mode: 0o444 });
    processFiles.replace('old', '');
    expect([readFileSync('old', 'utf8'), modeOf('old')]).toEqual(['', '444']);
  });

  test('a file leaves no draft, also when its place is taken', () => {
    mkdirSync('taken');
    expect(() => processFiles.replace('taken', 'x')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    processFiles.probe('new');
    expect([readdirSync('.'), existsSync('new')]).toEqual([['taken'], false]);
  });

  test('a file with the longest possible name has a draft, too', () => {
    const name = 'n'.repeat(255);
    processFiles.replace(name, 'x');
    expect(readFileSync(name, 'utf8')).toBe('x');
  });

  test('a file has half of a character as the system writes it', () => {
    processFiles.replace('half', '\ud83e');
    expect(readFileSync('half', 'utf8')).toBe('\ufffd');
  });
});

onPosix("a file of the host's", () => {
  test('a file behind a link can be appended to, and a new one is for its owner', () => {
    writeFileSync('real', 'a\n');
    symlinkSync('real', 'link');
    appendText('link', 'b\n');
    appendText('new', 'c\n');
    expect([readFileSync('real', 'utf8'), lstatSync('link').isSymbolicLink(), modeOf('new')]).toEqual([
      'a\nb\n',
      true,
      '600',
    ]);
  });

  test('a file behind a link can be replaced', () => {
    writeFileSync('real', 'a');
    symlinkSync('real', 'link');
    replaceHostText('link', 'b');
    expect([readFileSync('real', 'utf8'), lstatSync('link').isSymbolicLink()]).toEqual(['b', true]);
  });

  test('a file may be a device, whose errors are reported', () => {
    expect(() => appendText('/dev/full', 'x')).toThrow('ENOSPC');
  });
});

/**
 * There, Linux refuses a folder as if the one above it did not exist; Node's own `recursive` never returns.
 */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a place where the system makes no folder', () => {
  const works: Readonly<Record<string, (place: string) => void>> = {
    'for a file': (place) => processFiles.replace(place, 'x'),
    'for a file that is only tried': processFiles.probe,
    'for a folder': processFiles.makeFolder,
    'for a file of the host': (place) => replaceHostText(place, 'x'),
  };

  function codeOf(work: () => void): unknown {
    try {
      work();
      return undefined;
    } catch (error) {
      return (error as { readonly code?: unknown }).code;
    }
  }

  test.each(Object.keys(works))('%s is an error at once', (name) => {
    for (const place of ['/proc/gitlab-trigger/a', '/proc/gitlab-trigger/a/b/c', '/proc/self/x/y']) {
      expect(codeOf(() => works[name]?.(place))).toBe('ENOENT');
    }
  });

  test('below a file is one too', () => {
    writeFileSync('file', '');
    expect(codeOf(() => processFiles.makeFolder('file'))).toBe('ENOTDIR');
    expect(codeOf(() => processFiles.makeFolder('file/a'))).toBe('ENOTDIR');
  });
});
