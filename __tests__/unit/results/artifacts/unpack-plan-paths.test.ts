import { describe, expect, test } from '@jest/globals';

import type { FileNaming } from '../../../../src/base/files.js';
import { entryPathOf, staysInside } from '../../../../src/results/artifacts/unpack-plan.js';

const systems: readonly FileNaming[] = ['posix', 'macos', 'windows'];

describe('the path of an archive entry', () => {
  test.each([
    { give: 'a/b.txt', want: 'a/b.txt' },
    { give: './a//b/', want: 'a/b' },
    { give: 'näme ✓ 配置', want: 'näme ✓ 配置' },
    { give: '...', want: '...', not: 'windows' },
    { give: 'a\\b', want: 'a\\b', not: 'windows' },
    { give: 'report 10:15.log', want: 'report 10:15.log', not: 'windows' },
    { give: 'src/aux/con.c', want: 'src/aux/con.c', not: 'windows' },
    { give: 'dot.', want: 'dot.', not: 'windows' },
    { give: 'a/CONIN$', want: 'a/CONIN$', not: 'windows' },
    { give: 'conout$.log', want: 'conout$.log', not: 'windows' },
    { give: 'LPT¹ .txt', want: 'LPT¹ .txt', not: 'windows' },
    { give: 'conin/con$', want: 'conin/con$' },
    { give: 'two\nlines', want: 'two\nlines', not: 'windows' },
    { give: 'auxiliary/console', want: 'auxiliary/console' },
  ])('$give is valid', ({ give, want, not }) => {
    for (const naming of systems) {
      expect([naming, entryPathOf(give, naming)]).toEqual([
        naming,
        naming === not
          ? { kind: 'unwritable', why: 'Windows does not allow its name' }
          : { kind: 'path', path: want },
      ]);
    }
  });

  test.each([
    { give: '/etc/passwd', why: 'its path is absolute' },
    { give: '\\\\server\\share\\x', why: 'its path is absolute' },
    { give: '//server/share', why: 'its path is absolute' },
    { give: 'C:\\x', why: 'its path begins with a drive letter' },
    { give: 'c:x', why: 'its path begins with a drive letter' },
    { give: '../x', why: 'its path contains ".."' },
    { give: 'a/../../x', why: 'its path contains ".."' },
    { give: 'a/..', why: 'its path contains ".."' },
    { give: 'a\\..\\..\\x', why: 'its path contains ".."' },
    { give: 'a/..\\x', why: 'its path contains ".."' },
    { give: 'a\0b', why: 'it has a NUL in its name' },
    { give: '', why: 'it has no name' },
    { give: './', why: 'it has no name' },
  ])('$give is hostile', ({ give, why }) => {
    for (const naming of systems) expect(entryPathOf(give, naming)).toEqual({ kind: 'hostile', why });
  });

  test.each(['x'.repeat(256), '✓'.repeat(90), `${'a/'.repeat(2100)}x`])(
    'that is too long is reported, not tried',
    (give) => {
      expect(entryPathOf(give, 'posix')).toEqual({ kind: 'unwritable', why: 'its name is too long' });
    },
  );
});

describe('a link in an archive', () => {
  test.each([
    { folder: '', target: 'a' },
    { folder: '', target: './a/b' },
    { folder: 'lib', target: '../bin/app' },
    { folder: 'a/b', target: '../../c' },
    { folder: 'a/b', target: '../..' },
    { folder: '', target: '.' },
  ])('stays inside: $folder → $target', ({ folder, target }) => {
    expect(staysInside(folder, target)).toBe(true);
  });

  test.each([
    { folder: '', target: '..' },
    { folder: '', target: '/etc/passwd' },
    { folder: 'lib', target: '../../x' },
    { folder: 'a/b', target: 'c/../../../../x' },
    // Where `d` leads is not known, so neither is what is above it.
    { folder: '', target: 'd/../x' },
    { folder: '', target: 'C:/x' },
    { folder: '', target: '..\\x' },
    { folder: '', target: 'a\0b' },
    { folder: '', target: '' },
  ])('leads out: $folder → $target', ({ folder, target }) => {
    expect(staysInside(folder, target)).toBe(false);
  });
});
