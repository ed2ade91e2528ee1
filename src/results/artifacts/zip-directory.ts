import { readSync } from 'node:fs';

import {
  type Entry,
  RandomAccessReader,
  type ZipFile,
  fromRandomAccessReader,
  getFileNameLowLevel,
} from 'yauzl';

import { nextTurn } from '../../base/clock.js';
import { cleanLine } from '../../base/text.js';

/** Something in an archive, as its directory tells. */
export interface ArchiveEntry {
  /** As written, backslashes included. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly isExecutable: boolean;
  /** Where its record in front of the content begins. */
  readonly offset: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  /** `unreadable`: encrypted, or packed in a way that no GitLab runner uses. */
  readonly packing: 'stored' | 'deflated' | 'unreadable';
}

/** The archive cannot be used: it is broken, or made to do harm. */
export class ArchiveProblem extends Error {
  readonly kind: 'invalid' | 'unsafe';

  constructor(kind: ArchiveProblem['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ArchiveProblem';
    this.kind = kind;
  }
}

/**
 * Some times more than the largest trees that people keep as artifacts; the directory of so many is read in
 * about a second.
 */
export const mostEntries = 100_000;
/** Of all names together; real ones have some 60 bytes on average. */
const mostNameBytes = 16 * 1024 * 1024;
/** After so many entries signals and deadlines are heard. */
const entriesATurn = 2000;

/**
 * Reads the directory at the end of an archive of so many `bytes`. What it says of an entry is checked when
 * the entry is unpacked.
 * @throws {ArchiveProblem} `invalid` for anything that is no whole archive, `unsafe` when it has too many
 *   entries or names without end.
 * @throws the reason of `signal` when it aborts.
 */
export async function readDirectory(
  reader: WindowReader,
  { bytes, signal }: { readonly bytes: number; readonly signal: AbortSignal },
): Promise<readonly ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  let nameBytes = 0;
  try {
    const zip = await openZip(reader, bytes);
    if (zip.entryCount > mostEntries) throw tooMany();
    for await (const entry of zip.eachEntry()) {
      if (entries.length === mostEntries) throw tooMany();
      nameBytes += entry.fileNameRaw.length;
      if (nameBytes > mostNameBytes) throw new ArchiveProblem('unsafe', 'the names in it are too long');
      entries.push(entryOf(entry));
      if (entries.length % entriesATurn === 0) await nextTurn();
      signal.throwIfAborted();
    }
  } catch (error) {
    signal.throwIfAborted();
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
  const name = nameOf(entry);
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

const utf8Flag = 0x0800;

/**
 * In UTF-8 where the entry says so, or has its name in UTF-8 beside the other one. Else the standard wants
 * code page 437; but on Unix names are bytes, which packers such as Info-ZIP store as they are and GitLab
 * shows as UTF-8 where they are that.
 */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
  if ((flags & utf8Flag) !== 0 || !isFromUnix(entry)) return name;
  // What differs comes from a field of its own.
  const isBare = name === getFileNameLowLevel(flags, fileNameRaw, [], true);
  return (isBare ? utf8In(fileNameRaw) : undefined) ?? name;
}

function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isFromUnix({ versionMadeBy }: Entry): boolean {
  const [unix, macos] = [3, 19];
  const system = versionMadeBy >>> 8;
  return system === unix || system === macos;
}

/** Type and permissions, where the archive was made by a system that has them. */
function unixModeOf(entry: Entry): number {
  return isFromUnix(entry) ? entry.externalFileAttributes >>> 16 : 0;
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

/** Enough for the records of thousands of small files; they are read in the order in which they lie. */
const windowBytes = 1024 * 1024;

/**
 * Reads an archive on disk in large pieces, because the directory of one with many files is read in many
 * small steps. Nothing is awaited: what was just downloaded is still in memory.
 */
export class WindowReader extends RandomAccessReader {
  readonly #fd: number;
  readonly #window = Buffer.allocUnsafe(windowBytes);
  #start = 0;
  #length = 0;

  constructor(fd: number) {
    super();
    this.#fd = fd;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: Error | null = null;
    try {
      this.bytesAt(position, length).copy(buffer, offset);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    callback(failure);
  }

  /**
   * Some bytes of the archive; they are good until the next call.
   * @throws {Error} when the archive has no so many there.
   */
  bytesAt(position: number, length: number): Buffer {
    if (length > windowBytes) return this.#large(position, length);
    if (position < this.#start || position + length > this.#start + this.#length) {
      this.#start = position;
      this.#length = readSync(this.#fd, this.#window, 0, windowBytes, position);
    }
    const from = position - this.#start;
    if (from + length > this.#length) throw new Error('unexpected end of the archive');
    return this.#window.subarray(from, from + length);
  }

  #large(position: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(this.#fd, buffer, filled, length - filled, position + filled);
      if (read === 0) throw new Error('unexpected end of the archive');
      filled += read;
    }
    return buffer;
  }
}
