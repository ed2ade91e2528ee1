import { describe, expect, jest, test } from '@jest/globals';

import type { FileNaming } from '../../../../src/base/files.js';
import { pathMatcher } from '../../../../src/results/artifacts/plan.js';
import { type UnpackRequest, planUnpacking } from '../../../../src/results/artifacts/unpack-plan.js';
import { type ArchiveEntry, ArchiveProblem } from '../../../../src/results/artifacts/zip-directory.js';

// Much is done at once where many tests run: none of these is about speed.
jest.setTimeout(60_000);

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

async function plan(given: readonly ArchiveEntry[], changes: Partial<UnpackRequest> = {}) {
  const { folders, files, links, bytes, unwritable, alike } = await planUnpacking({
    entries: given,
    archiveBytes: 10_000,
    wants: () => true,
    naming: 'posix',
    signal: new AbortController().signal,
    ...changes,
  });
  const paths = (planned: typeof files): readonly string[] => planned.map(({ path }) => path);
  return { folders, files: paths(files), links: paths(links), bytes, unwritable, alike };
}

const nothing = { folders: [], files: [], links: [], bytes: 0, unwritable: [], alike: [] };

describe('the plan for an archive', () => {
  test('contains everything, with files in their order in the archive', async () => {
    const given = entries(
      { name: 'b', offset: 500 },
      'a/',
      { name: 'a/c', offset: 200 },
      { name: 'l', kind: 'link' },
    );

    expect(await plan(given)).toEqual({
      ...nothing,
      folders: ['a'],
      files: ['a/c', 'b'],
      links: ['l'],
      bytes: 40,
    });
  });

  test('contains what is requested', async () => {
    const given = entries('dist/', 'dist/a.tgz', 'dist/b.txt', 'x/', 'x/y');

    expect(await plan(given, { wants: pathMatcher('dist/*.tgz') })).toEqual({
      ...nothing,
      files: ['dist/a.tgz'],
      bytes: 10,
    });
    expect(await plan(given, { wants: pathMatcher('dist/') })).toEqual({
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
  ])('contains what $naming allows', async ({ naming, files, lost }) => {
    const read = await plan(entries('A', 'a', 'con', 'u\u0308', '\u00fc', 'xy:z'), { naming });

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

describe('the folders that paths imply', () => {
  /** So many paths of `a/a/…/f`, each below a folder of its own. */
  function deep(count: number, depth: number): readonly ArchiveEntry[] {
    return entries(...Array.from({ length: count }, (_, index) => `${index}/${'a/'.repeat(depth)}f`));
  }
  const tooMany = new ArchiveProblem('unsafe', 'it has more than 100000 files and folders');
  const archiveBytes = 100_000 * recordBytes;

  test.each([
    { name: 'few and deep', give: () => deep(60, 1890) },
    { name: 'many and shallow', give: () => deep(25_001, 2) },
    {
      name: 'one a file',
      give: () => entries(...Array.from({ length: 50_001 }, (_, index) => `${index}/f`)),
    },
    {
      name: 'with dots and slashes between',
      give: () => entries(...Array.from({ length: 150 }, (_, index) => `${index}/${'./a//'.repeat(700)}f`)),
    },
    {
      name: 'folders alone',
      give: () => entries(...Array.from({ length: 60 }, (_, index) => `${index}/${'a/'.repeat(1890)}`)),
    },
    {
      name: 'links alone',
      give: () => deep(60, 1890).map((entry): ArchiveEntry => ({ ...entry, kind: 'link' })),
    },
    { name: 'wanted or not', give: () => deep(60, 1890), wants: () => false },
  ])('are refused if there are too many, $name', async ({ give, wants = () => true }) => {
    await expect(plan(give(), { archiveBytes, wants })).rejects.toThrow(tooMany);
  });

  test.each([
    { name: 'as many as entries may be', give: () => deep(25_000, 2), files: 25_000 },
    {
      name: 'the same folders for many files',
      give: () => entries(...Array.from({ length: 20_000 }, (_, index) => `${'a/'.repeat(20)}${index}`)),
      files: 20_000,
    },
  ])('are allowed: $name', async ({ give, files }) => {
    expect((await plan(give(), { archiveBytes })).files).toHaveLength(files);
  });

  test('count once if they are listed repeatedly', async () => {
    const again = Array.from({ length: 99_999 }, (_, index) => `a/${'./'.repeat(index % 7)}b/`);
    expect((await plan(entries(...again, 'a/b/c'), { archiveBytes })).files).toEqual(['a/b/c']);
  });
});

test('signals are handled while an archive of many entries is planned', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  setImmediate(() => setImmediate(() => stop.abort(reason)));
  const given = entries(...Array.from({ length: 20_000 }, (_, index) => `a/${index}`));
  await expect(plan(given, { archiveBytes: 1e9, signal: stop.signal })).rejects.toBe(reason);
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
      why: '"../x" cannot be unpacked: its path contains ".."',
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

  test.each(unsafe)('as unsafe: $name', async ({ give, why, changes }) => {
    await expect(plan(give, changes)).rejects.toThrow(new ArchiveProblem('unsafe', why));
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
      why: 'its directory lists more than the archive contains',
    },
  ])('as broken: $name', async ({ give, why }) => {
    await expect(plan(give)).rejects.toThrow(new ArchiveProblem('invalid', why));
  });

  test('not if much of it is only requested in part, nor if a little expands', async () => {
    const given = entries({ name: 'bomb', bytes: 3_000_000_000 }, { name: 'a', bytes: 900_000_000 });

    expect((await plan(given, { wants: (path) => path === 'a' })).bytes).toBe(900_000_000);
  });

  test('not for folders that are listed twice, or a link beside a similar name', async () => {
    expect((await plan(entries('a/', 'a/', { name: 'L', kind: 'link' }, 'l/x'))).folders).toEqual(['a', 'a']);
  });
});
