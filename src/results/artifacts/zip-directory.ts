import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import {
  type Entry,
  RandomAccessReader,
  type ZipFile,
  fromRandomAccessReader,
  getFileNameLowLevel,
} from 'yauzl';

import { nextTurn } from '../../base/clock.js';
import { cleanLine } from '../../base/text.js';
import { type ZipEnd, readEnd } from './zip-end.js';

/** An archive entry, as the directory describes it. */
export interface ArchiveEntry {
  /** As written, including backslashes. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly isExecutable: boolean;
  /** Position of the local header before the content. */
  readonly offset: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  /** `unreadable`: encrypted, or compressed by a method that no GitLab runner uses. */
  readonly packing: 'stored' | 'deflated' | 'unreadable';
}

/** An entry as it was read, with what its own header must repeat. */
export interface ListedEntry extends ArchiveEntry {
  readonly record: {
    readonly flags: number;
    readonly method: number;
    /** Length and checksum of the name as it is written. */
    readonly nameBytes: number;
    readonly nameChecksum: number;
  };
}

/** The directory of an archive, and where it begins. */
export interface ZipDirectory {
  readonly entries: readonly ListedEntry[];
  readonly directoryStart: number;
}

/** An entry in a message: its name, in quotation marks. */
export function shown({ name }: Pick<ArchiveEntry, 'name'>): string {
  return `"${cleanLine(name, 100)}"`;
}

/** The archive cannot be used: it is corrupt or malicious. */
export class ArchiveProblem extends Error {
  readonly kind: 'invalid' | 'unsafe';

  constructor(kind: ArchiveProblem['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ArchiveProblem';
    this.kind = kind;
  }
}

/**
 * Several times the largest trees that users keep as artifacts. Reading such a directory takes about a
 * second.
 */
export const mostEntries = 100_000;
/** Total size of all names; real names have about 60 bytes on average. */
const mostNameBytes = 16 * 1024 * 1024;
/** Number of entries after which signals and deadlines are checked. */
const entriesATurn = 2000;

/**
 * Reads the directory at the end of an archive of `bytes` bytes. `refuseUnlisted` compares what it says about
 * an entry with the entry's own header; unpacking verifies the content.
 * @throws {ArchiveProblem} `invalid` when it is not a complete archive, `unsafe` when it has too many
 *   entries or too long names.
 * @throws the reason of `signal` when it aborts.
 */
export async function readDirectory(
  reader: WindowReader,
  { bytes, signal }: { readonly bytes: number; readonly signal: AbortSignal },
): Promise<ZipDirectory> {
  const entries: ListedEntry[] = [];
  let end: ZipEnd | undefined;
  let nameBytes = 0;
  let directoryBytes = 0;
  try {
    const zip = await openZip(reader, bytes);
    if (zip.entryCount > mostEntries) throw tooMany();
    for await (const entry of zip.eachEntry()) {
      if (entries.length === mostEntries) throw tooMany();
      nameBytes += entry.fileNameRaw.length;
      if (nameBytes > mostNameBytes) throw new ArchiveProblem('unsafe', 'the names in it are too long');
      entries.push({ ...entryOf(entry), record: recordOf(entry) });
      directoryBytes += lengthOf(entry);
      if (entries.length % entriesATurn === 0) await nextTurn();
      signal.throwIfAborted();
    }
    end = readEnd(reader, bytes);
    if (end === undefined || end.directoryStart + directoryBytes !== end.directoryEnd) {
      throw new ArchiveProblem('invalid', 'the records at its end contradict each other');
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ArchiveProblem) throw error;
    throw new ArchiveProblem('invalid', `its directory cannot be read: ${wordsOf(error)}`, error);
  }
  return { entries, directoryStart: end.directoryStart };
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

/** The length of its record in the directory. */
function lengthOf({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  const fixedBytes = 46;
  return fixedBytes + fileNameLength + extraFieldLength + fileCommentLength;
}

function recordOf(entry: Entry): ListedEntry['record'] {
  const { generalPurposeBitFlag: flags, compressionMethod: method, fileNameRaw } = entry;
  return { flags, method, nameBytes: fileNameRaw.length, nameChecksum: crc32(fileNameRaw) };
}

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
 * UTF-8 if the entry says so, or has a separate UTF-8 name. Otherwise the standard requires code page 437.
 * But on Unix names are bytes: packers such as Info-ZIP store them unchanged, and GitLab shows them as UTF-8
 * if they are valid UTF-8.
 */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
  if ((flags & utf8Flag) !== 0 || !isFromUnix(entry)) return name;
  // A different name comes from a separate field.
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

/** Type and permissions, if the archive was created on a system that has them. */
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

/** Enough for the headers of thousands of small files, which are read in order. */
const windowBytes = 1024 * 1024;

/**
 * Reads an archive on disk in large blocks, because reading the directory of one with many files takes many
 * small reads. Reads synchronously: what was just downloaded is still in the page cache.
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
   * Bytes of the archive; valid until the next call. Reads as many as `ahead` together with them.
   * @throws {Error} when the archive has fewer bytes there.
   */
  bytesAt(position: number, length: number, ahead = windowBytes): Buffer {
    if (length > windowBytes) return this.#large(position, length);
    if (position < this.#start || position + length > this.#start + this.#length) {
      this.#start = position;
      this.#length = readSync(this.#fd, this.#window, 0, Math.max(length, ahead), position);
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
