import { readFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import {
  type ArchiveEntry,
  ArchiveProblem,
  WindowReader,
  readDirectory,
} from '../../src/results/artifacts/zip-directory.js';
import { zipArchive } from '../../src/simulator/gitlab/state/zip-archive.js';
import { withTemporaryFolder } from '../support/temporary-folder.js';

interface RecordedArchive {
  readonly source: string;
  readonly zip_base64: string;
  readonly entries: readonly {
    readonly name_bytes_hex: string;
    readonly utf8_flag: boolean;
    readonly mode: string;
  }[];
}

const file = join(import.meta.dirname, '..', 'fixtures', 'recorded', 'archives.json');
const archives = JSON.parse(readFileSync(file, 'utf8')) as readonly RecordedArchive[];

async function entriesIn(
  archive: Buffer,
  {
    signal,
    onBegin,
  }: { readonly signal: AbortSignal; readonly onBegin?: () => void } = new AbortController(),
): Promise<readonly ArchiveEntry[]> {
  return await withTemporaryFolder(async (folder) => {
    const path = join(folder, 'archive.zip');
    await writeFile(path, archive);
    const handle = await open(path);
    try {
      onBegin?.();
      const { entries } = await readDirectory(new WindowReader(handle.fd), { bytes: archive.length, signal });
      return entries;
    } finally {
      await handle.close();
    }
  });
}

/** The kind that the mode of Unix says. */
function kindOf(mode: string): ArchiveEntry['kind'] {
  const kinds: Readonly<Record<string, ArchiveEntry['kind']>> = { '4': 'folder', '10': 'file', '12': 'link' };
  return kinds[mode.slice(2, -4)] ?? 'special';
}

test('there are archives', () => {
  expect(archives.length).toBeGreaterThan(2);
});

describe.each(archives)('the recorded archive of $source', ({ zip_base64, entries }) => {
  test('has the names that GitLab shows: UTF-8 where the bytes are UTF-8', async () => {
    const read = await entriesIn(Buffer.from(zip_base64, 'base64'));
    const names = entries.map(({ name_bytes_hex }) => Buffer.from(name_bytes_hex, 'hex'));
    const isUtf8 = (bytes: Buffer): boolean => Buffer.from(bytes.toString('utf8')).equals(bytes);
    expect(
      read.map(({ name }, index) => (isUtf8(names[index] ?? Buffer.alloc(0)) ? name : 'not UTF-8')),
    ).toEqual(names.map((bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : 'not UTF-8')));
    expect(read.map(({ kind }) => kind)).toEqual(entries.map(({ mode }) => kindOf(mode)));
    expect(new Set(read.map(({ name }) => name)).size).toBe(entries.length);
  });
});

describe('reading a directory', () => {
  test('stops as soon as a signal arrives', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const members = Array.from({ length: 10_000 }, (_, index) => ({ name: `a/${index}`, content: '' }));
    const archive = zipArchive(members);
    const onBegin = (): void => void setImmediate(() => stop.abort(reason));
    await expect(entriesIn(archive, { signal: stop.signal, onBegin })).rejects.toBe(reason);
  });

  test('is refused if its names are endless', async () => {
    const members = Array.from({ length: 300 }, (_, index) => ({
      name: `${index}${'x'.repeat(60_000)}`,
      content: '',
    }));
    const refusal = new ArchiveProblem('unsafe', 'the names in it are too long');
    await expect(entriesIn(zipArchive(members))).rejects.toEqual(refusal);
  });
});

describe('an archive name without the flag for UTF-8', () => {
  /** An archive of one empty file; `system` is what made it, by its number. */
  function archiveOf(name: Buffer, system: number): Buffer {
    const directory = Buffer.alloc(46);
    directory.writeUInt32LE(0x02014b50, 0);
    directory.writeUInt16LE(system * 256 + 30, 4);
    directory.writeUInt16LE(name.length, 28);
    const record = Buffer.alloc(30);
    record.writeUInt32LE(0x04034b50, 0);
    record.writeUInt16LE(name.length, 26);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(directory.length + name.length, 12);
    end.writeUInt32LE(record.length + name.length, 16);
    return Buffer.concat([record, name, directory, name, end]);
  }

  const [dos, unix, ntfs, macos] = [0, 3, 10, 19];
  const utf8 = Buffer.from('✓ü');

  test.each([
    { name: 'is UTF-8 from Unix', give: archiveOf(utf8, unix), want: '✓ü' },
    { name: 'is UTF-8 from macOS', give: archiveOf(utf8, macos), want: '✓ü' },
    { name: 'is code page 437 from DOS', give: archiveOf(utf8, dos), want: 'Γ£ô├╝' },
    { name: 'is code page 437 from Windows', give: archiveOf(utf8, ntfs), want: 'Γ£ô├╝' },
    {
      name: 'is code page 437 where it cannot be UTF-8',
      give: archiveOf(Buffer.from('a\xe9', 'latin1'), unix),
      want: 'aΘ',
    },
    {
      name: 'is code page 437 where it is UTF-8 cut off',
      give: archiveOf(utf8.subarray(0, 4), unix),
      want: 'Γ£ô├',
    },
    { name: 'keeps a mark at its beginning', give: archiveOf(Buffer.from('\ufeffa'), unix), want: '\ufeffa' },
    { name: 'is what it was where it is ASCII', give: archiveOf(Buffer.from('a.txt'), unix), want: 'a.txt' },
  ])('$name', async ({ give, want }) => {
    expect((await entriesIn(give)).map(({ name }) => name)).toEqual([want]);
  });
});
