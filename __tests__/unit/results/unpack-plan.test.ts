import { describe, expect, test } from '@jest/globals';

import type { FileNaming } from '../../../src/base/file-naming.js';
import { ArchiveProblem, type ArchiveEntry } from '../../../src/results/archive-entry.js';
import { pathMatcher } from '../../../src/results/path-glob.js';
import { planUnpacking, type UnpackRequest } from '../../../src/results/unpack-plan.js';

const recordBytes = 100;

/** Entries one behind the other, each ten bytes long. */
function entries(...given: readonly (string | Partial<ArchiveEntry>)[]): readonly ArchiveEntry[] {
  return given.map((one, index): ArchiveEntry => {
    const changes = typeof one === 'string' ? { name: one } : one;
    return {
      name: '',
      kind: changes.name?.endsWith('/') === true ? 'folder' : 'file',
      isExecutable: false,
      offset: index * recordBytes,
      packedBytes: 10,
      bytes: 10,
      crc32: 0,
      packing: 'stored',
      ...changes,
    };
  });
}

function plan(given: readonly ArchiveEntry[], changes: Partial<UnpackRequest> = {}) {
  const { folders, files, links, bytes, unwritable, alike } = planUnpacking({
    entries: given,
    archiveBytes: 10_000,
    wants: () => true,
    naming: 'posix',
    ...changes,
  });
  const paths = (planned: typeof files): readonly string[] => planned.map(({ path }) => path);
  return { folders, files: paths(files), links: paths(links), bytes, unwritable, alike };
}

const nothing = { folders: [], files: [], links: [], bytes: 0, unwritable: [], alike: [] };

describe('what is unpacked of an archive', () => {
  test('is all of it, files in the order in which they lie', () => {
    const given = entries(
      { name: 'b', offset: 500 },
      'a/',
      { name: 'a/c', offset: 200 },
      { name: 'l', kind: 'link' },
    );

    expect(plan(given)).toEqual({ ...nothing, folders: ['a'], files: ['a/c', 'b'], links: ['l'], bytes: 40 });
  });

  test('is what is wanted', () => {
    const given = entries('dist/', 'dist/a.tgz', 'dist/b.txt', 'x/', 'x/y');

    expect(plan(given, { wants: pathMatcher('dist/*.tgz') })).toEqual({
      ...nothing,
      files: ['dist/a.tgz'],
      bytes: 10,
    });
    expect(plan(given, { wants: pathMatcher('dist/') })).toEqual({
      ...nothing,
      folders: ['dist'],
      files: ['dist/a.tgz', 'dist/b.txt'],
      bytes: 30,
    });
  });

  test.each<{ naming: FileNaming; files: readonly string[]; lost: readonly string[] }>([
    { naming: 'posix', files: ['A', 'a', 'con', 'u\u0308', '\u00fc', 'xy:z'], lost: [] },
    { naming: 'macos', files: ['A', 'con', 'u\u0308', 'xy:z'], lost: ['a', '\u00fc'] },
    { naming: 'windows', files: ['A', 'u\u0308'], lost: ['con', 'xy:z', 'a', '\u00fc'] },
  ])('is what $naming can have', ({ naming, files, lost }) => {
    const read = plan(entries('A', 'a', 'con', 'u\u0308', '\u00fc', 'xy:z'), { naming });

    expect([read.files, read.unwritable.map(({ name }) => name), read.alike]).toEqual([
      files,
      lost,
      naming === 'posix'
        ? [
            ['A', 'a'],
            ['u\u0308', '\u00fc'],
          ]
        : [],
    ]);
  });
});

describe('an archive is refused', () => {
  const unsafe: {
    name: string;
    give: readonly ArchiveEntry[];
    why: string;
    changes?: Partial<UnpackRequest>;
  }[] = [
    {
      name: 'a path upwards',
      give: entries('ok', '../x'),
      why: '"../x" cannot be unpacked: its path leads upwards',
    },
    {
      name: 'even when it is not wanted',
      give: entries('ok', '/x'),
      why: '"/x" cannot be unpacked: its path is absolute',
      changes: { wants: (path) => path === 'ok' },
    },
    {
      name: 'a device',
      give: entries({ name: 'tty', kind: 'special' }),
      why: '"tty" cannot be unpacked: it is neither a file, a folder nor a link',
    },
    {
      name: 'a way through a link',
      give: entries('l/x', { name: 'l', kind: 'link' }),
      why: '"l/x" cannot be unpacked: its path leads through a link',
    },
    {
      name: 'a deep way through a link',
      give: entries({ name: 'a/l', kind: 'link' }, 'a/b', 'a/l/c/d'),
      why: '"a/l/c/d" cannot be unpacked: its path leads through a link',
    },
    {
      name: 'a way through a link that is another name elsewhere',
      give: entries({ name: 'L', kind: 'link' }, 'l/x'),
      why: '"l/x" cannot be unpacked: its path leads through a link',
      changes: { naming: 'macos' },
    },
    {
      name: 'entries that share bytes',
      give: entries('a', { name: 'b', offset: 20 }),
      why: '"b" lies within another entry',
    },
    {
      name: 'one that would become too much',
      give: entries({ name: 'bomb', bytes: 3_000_000_000 }),
      why: '10000 bytes would become 3000000000, more than 200 times as many',
    },
  ];

  test.each(unsafe)('as unsafe: $name', ({ give, why, changes }) => {
    expect(() => plan(give, changes)).toThrow(new ArchiveProblem('unsafe', why));
  });

  test.each([
    { name: 'two entries of a name', give: entries('a', 'a'), why: 'it has two entries "a"' },
    { name: 'a file and a folder of a name', give: entries('a', 'a/'), why: 'it has two entries "a"' },
    {
      name: 'a file that is a folder for another',
      give: entries('a', 'a/b'),
      why: '"a" is a file and a folder in it',
    },
    {
      name: 'one that speaks of more than there is',
      give: entries({ name: 'a', packedBytes: 20_000 }),
      why: 'its directory speaks of more than there is',
    },
  ])('as broken: $name', ({ give, why }) => {
    expect(() => plan(give)).toThrow(new ArchiveProblem('invalid', why));
  });

  test('not for much that is wanted only in part, nor for a little that grows', () => {
    const given = entries({ name: 'bomb', bytes: 3_000_000_000 }, { name: 'a', bytes: 900_000_000 });

    expect(plan(given, { wants: (path) => path === 'a' }).bytes).toBe(900_000_000);
  });

  test('not for folders that are listed twice, or a link beside a name that is alike', () => {
    expect(plan(entries('a/', 'a/', { name: 'L', kind: 'link' }, 'l/x')).folders).toEqual(['a', 'a']);
  });
});
