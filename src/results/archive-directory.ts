import { fromRandomAccessReader, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';

import { cleanLine } from '../base/foreign-text.js';
import { ArchiveProblem, type ArchiveEntry } from './archive-entry.js';
import type { WindowReader } from './window-reader.js';

/** Some times more than the largest trees that people keep as artifacts; the directory of so many is read in about a second. */
export const mostEntries = 100_000;

/**
 * Reads the directory at the end of an archive of so many `bytes`. What it says of an entry is checked when the entry is unpacked.
 * @throws {ArchiveProblem} `invalid` for anything that is no whole archive, `unsafe` when it has too many entries.
 */
export async function readDirectory(reader: WindowReader, bytes: number): Promise<readonly ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  try {
    const zip = await openZip(reader, bytes);
    if (zip.entryCount > mostEntries) throw tooMany();
    for await (const entry of zip.eachEntry()) {
      if (entries.length === mostEntries) throw tooMany();
      entries.push(entryOf(entry));
    }
  } catch (error) {
    if (error instanceof ArchiveProblem) throw error;
    throw new ArchiveProblem('invalid', `its directory cannot be read: ${wordsOf(error)}`, error);
  }
  return entries;
}

function tooMany(): ArchiveProblem {
  return new ArchiveProblem('unsafe', `it has more than ${mostEntries} entries`);
}

function wordsOf(error: unknown): string {
  return cleanLine(error instanceof Error ? error.message : String(error), 200);
}

function openZip(reader: WindowReader, bytes: number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, bytes, options, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

const packings = new Map<number, ArchiveEntry['packing']>([
  [0, 'stored'],
  [8, 'deflated'],
]);

function entryOf(entry: Entry): ArchiveEntry {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
  const mode = unixModeOf(entry);
  return {
    name,
    kind: kindOf(entry, { name, mode }),
    isExecutable: (mode & 0o111) !== 0,
    offset: entry.relativeOffsetOfLocalHeader,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc32: entry.crc32,
    packing: entry.isEncrypted() ? 'unreadable' : (packings.get(entry.compressionMethod) ?? 'unreadable'),
  };
}

/** Type and permissions, where the archive was made by a system that has them. */
function unixModeOf({ versionMadeBy, externalFileAttributes }: Entry): number {
  const [unix, macos] = [3, 19];
  const system = versionMadeBy >>> 8;
  return system === unix || system === macos ? externalFileAttributes >>> 16 : 0;
}

function kindOf(
  { externalFileAttributes }: Entry,
  { name, mode }: { readonly name: string; readonly mode: number },
): ArchiveEntry['kind'] {
  const dosFolder = 0x10;
  switch (mode & 0o170000) {
    case 0:
      return name.endsWith('/') || (mode === 0 && (externalFileAttributes & dosFolder) !== 0)
        ? 'folder'
        : 'file';
    case 0o040000:
      return 'folder';
    case 0o100000:
      return name.endsWith('/') ? 'folder' : 'file';
    case 0o120000:
      return name.endsWith('/') ? 'special' : 'link';
    default:
      return 'special';
  }
}
