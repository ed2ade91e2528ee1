import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { systemCodeOf } from '../../../src/base/files.js';
import { type HoldMeans, holdFolder } from '../../../src/hosts/files/held-folder.js';
import { processFiles } from '../../../src/hosts/system.js';
import { createFolderTree } from '../../../src/results/artifacts/folder-tree.js';

let folder = '';
const before = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-held-')));
  process.chdir(folder);
  mkdirSync('outside');
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

/** Windows has neither modes nor, for everybody, links. */
const onPosix = process.platform === 'win32' ? describe.skip : describe;
const meansHere: readonly HoldMeans[] = process.platform === 'linux' ? ['handle', 'name'] : ['name'];

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return systemCodeOf(error);
  }
}

/** Moves a folder away, and lays a link to another one in its place. */
function swap(place: string): void {
  renameSync(place, 'taken');
  symlinkSync(join(folder, 'outside'), place);
}

onPosix.each(meansHere)('a folder that is held by %s', (means) => {
  test('is made with those above it, and a folder in it with its mode', () => {
    const held = holdFolder('a/b/c', { means });
    held.make('private', 0o700).close();
    writeFileSync(`${held.path()}/file`, 'x');
    expect(readFileSync('a/b/c/file', 'utf8')).toBe('x');
    expect(statSync('a/b/c/private').mode & 0o777).toBe(0o700);
    expect([held.isAt('a/b/c'), held.isAt('a/b'), held.isAt('nowhere')]).toEqual([true, false, false]);
    held.close();
    held.close();
  });

  test.each([
    { swapped: 'place', path: 'place' },
    { swapped: 'place/in', path: 'place/in' },
    { swapped: 'above', path: 'above/place' },
  ])('gets nothing outside when $swapped is replaced by a link', ({ swapped, path }) => {
    const held = holdFolder(path, { means });
    const inner = held.make('inner');
    swap(swapped);
    const written = codeOf(() => writeFileSync(`${inner.path()}/file`, 'x'));
    codeOf(() => held.enter('more').close());
    expect(readdirSync('outside')).toEqual([]);
    expect([written, held.isAt(path)]).toEqual([means === 'name' ? 'ESTALE' : undefined, false]);
    inner.close();
    held.close();
  });

  test('opens and enters no link, and no file', () => {
    const held = holdFolder('place', { means });
    symlinkSync(join(folder, 'outside'), 'place/link');
    symlinkSync('nowhere', 'place/lost');
    writeFileSync('place/file', '');
    for (const name of ['link', 'lost', 'file']) {
      expect(codeOf(() => held.open(name))).toBe('ENOTDIR');
      expect(codeOf(() => held.enter(name))).toBe('ENOTDIR');
      expect(codeOf(() => held.make(name))).toBe('EEXIST');
    }
    expect(existsSync('nowhere')).toBe(false);
    held.close();
  });

  test('is behind no link of a checkout, and may be behind those of the host', () => {
    symlinkSync('outside', 'link');
    expect(codeOf(() => holdFolder('link', { means }))).toBe('ELOOP');
    expect(codeOf(() => holdFolder('link/new', { means }))).toBe('ELOOP');
    expect(readdirSync('outside')).toEqual([]);
    const held = holdFolder('link/new', { means, links: 'followed' });
    writeFileSync(`${held.path()}/file`, '');
    expect(readdirSync('outside/new')).toEqual(['file']);
    held.close();
  });

  test('need not be readable', () => {
    mkdirSync('place');
    chmodSync('place', 0o333);
    const held = holdFolder('place', { means });
    writeFileSync(`${held.path()}/file`, 'x');
    chmodSync('place', 0o755);
    expect(readdirSync('place')).toEqual(['file']);
    held.close();
  });
});

onPosix.each(meansHere)('a tree of folders that are held by %s', (means) => {
  const names = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `${index % 7}/${'d/'.repeat(index % 50)}${index}`);

  test('makes more folders than it holds, each once', () => {
    const root = holdFolder('root', { means });
    const tree = createFolderTree(root);
    for (const path of names(500)) writeFileSync(tree.at(path), path);
    tree.make('0/d/empty');
    tree.verify();
    tree.close();
    for (const path of names(500)) expect(readFileSync(join('root', path), 'utf8')).toBe(path);
    expect(readdirSync('root/0/d/empty')).toEqual([]);
    root.close();
  });

  // Where case does not count, `A` and `a` are one.
  test('takes a folder that is there', () => {
    mkdirSync('root/a', { recursive: true });
    const root = holdFolder('root', { means });
    const tree = createFolderTree(root);
    tree.make('a');
    writeFileSync(tree.at('a/file'), 'x');
    tree.close();
    root.close();
    expect(readdirSync('root/a')).toEqual(['file']);
  });

  test('makes none where it is not to', () => {
    const root = holdFolder('root', { means });
    const tree = createFolderTree(root, 'an_error');
    expect(codeOf(() => tree.at('a/file'))).toMatch(/^(?:ENOENT|ENOTDIR)$/);
    expect(readdirSync('root')).toEqual([]);
    tree.close();
    root.close();
  });

  test.each(['root/a', 'root/a/b'])('notices that %s has been replaced', (place) => {
    const root = holdFolder('root', { means });
    const tree = createFolderTree(root);
    writeFileSync(tree.at('a/b/file'), 'x');
    writeFileSync(tree.at('other/file'), 'x');
    swap(place);
    expect(codeOf(() => tree.verify())).toMatch(/^(?:ESTALE|ENOTDIR)$/);
    tree.close();
    root.close();
  });
});

onPosix('an error of a file', () => {
  test('names the path that the user knows', () => {
    mkdirSync('taken/out.json', { recursive: true });
    expect(() => processFiles.replace('taken/out.json', 'x')).toThrow(join(folder, 'taken'));
    expect(() => processFiles.replace('taken/out.json', 'x')).not.toThrow('/proc/');
  });
});
