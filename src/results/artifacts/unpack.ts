import { closeSync, mkdirSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

import { type Clock, nextTurn } from '../../base/clock.js';
import { systemCodeOf } from '../../base/files.js';
import { mapInParallel } from '../../base/parallel.js';
import { cleanLine } from '../../base/text.js';
import { type PlannedEntry, type UnpackPlan, parentOf, staysInside } from './unpack-plan.js';
import { type ArchiveEntry, ArchiveProblem, type WindowReader } from './zip-directory.js';

/** What is being unpacked. */
export interface Unpacking {
  /** May be written to: it becomes shorter while it is unpacked. */
  readonly archive: FileHandle;
  readonly archiveBytes: number;
  readonly reader: WindowReader;
  /** A new, empty folder: nothing in it can lead elsewhere. */
  readonly into: string;
  readonly signal: AbortSignal;
}

/**
 * Files up to this size are unpacked at once and in one go, which is several times as fast as a stream for
 * each.
 */
const largestAtOnceBytes = 512 * 1024;
/**
 * Of the others two at a time: one packs out while the other is written. Each holds a few pieces of this
 * size.
 */
const largeAtOnce = 2;
const pieceBytes = 64 * 1024;
/** How long signals may have to wait while small files are written. */
const turnMs = 25;
/** No system takes a longer target. */
const longestTargetBytes = 4096;

/**
 * Unpacks what is planned, and checks length and checksum of every file. Gives the links that were left out
 * because they lead out of the folder, or because this system did not let us make them.
 * @throws {ArchiveProblem} when the content is not what the directory says.
 * @throws the reason of `signal` when it aborts, and errors of the system as they are; what was unpacked so
 *   far stays.
 */
export async function unpack(
  { clock }: { readonly clock: Pick<Clock, 'nowMs'> },
  unpacking: Unpacking,
  plan: UnpackPlan,
): Promise<{ readonly skippedLinks: readonly string[] }> {
  const { into, signal } = unpacking;
  const makeFolder = folderMaker(into);
  const large: PlannedEntry[] = [];
  let turnEndMs = clock.nowMs() + turnMs;
  /** Between two entries: signals are heard. */
  const takeTurn = async (): Promise<void> => {
    if (clock.nowMs() >= turnEndMs) {
      await nextTurn();
      turnEndMs = clock.nowMs() + turnMs;
    }
    signal.throwIfAborted();
  };
  for (const folder of plan.folders) {
    await takeTurn();
    makeFolder(folder);
  }
  for (const planned of plan.files) {
    await takeTurn();
    makeFolder(parentOf(planned.path));
    if (isLarge(planned.entry)) large.push(planned);
    else writeSmall(unpacking, planned);
  }
  const links: { planned: PlannedEntry; target: string | undefined }[] = [];
  for (const planned of plan.links) {
    await takeTurn();
    links.push({ planned, target: targetOf(unpacking, planned) });
  }
  await writeAllLarge(unpacking, large);
  const skippedLinks: string[] = [];
  for (const { planned, target } of links) {
    await takeTurn();
    makeFolder(parentOf(planned.path));
    if (target === undefined || !makeLink(join(into, planned.path), target))
      skippedLinks.push(planned.entry.name);
  }
  return { skippedLinks };
}

/** One that is packed into nothing cannot be read as a stream; at once, it is found to be broken. */
function isLarge({ bytes, packedBytes }: ArchiveEntry): boolean {
  return packedBytes > 0 && Math.max(bytes, packedBytes) > largestAtOnceBytes;
}

function folderMaker(into: string): (folder: string) => void {
  const made = new Set(['']);
  return (folder) => {
    if (made.has(folder)) return;
    mkdirSync(join(into, folder), { recursive: true });
    made.add(folder);
  };
}

/**
 * Never over something that is there: in a new folder that would be another entry whose name this system
 * takes for the same.
 */
const newFile = 'wx';

/**
 * The process's own mask takes away what it does not allow; all else that an archive says of permissions is
 * not for us.
 */
function modeOf({ isExecutable }: ArchiveEntry): number {
  return isExecutable ? 0o777 : 0o666;
}

function writeSmall(unpacking: Unpacking, { path, entry }: PlannedEntry): void {
  const content = contentOf(unpacking, entry);
  const fd = openSync(join(unpacking.into, path), newFile, modeOf(entry));
  try {
    for (let written = 0; written < content.length;) written += writeSync(fd, content, written);
  } finally {
    closeSync(fd);
  }
}

/** The whole of a small entry, checked; good until the next call. */
function contentOf({ reader, archiveBytes }: Unpacking, entry: ArchiveEntry): Buffer {
  const start = contentStart({ reader, archiveBytes }, entry);
  const packed = reader.bytesAt(start, entry.packedBytes);
  const content = entry.packing === 'deflated' ? inflated(packed, entry) : packed;
  refuseIfOther(entry, content.length, crc32(content));
  return content;
}

function inflated(packed: Buffer, entry: ArchiveEntry): Buffer {
  try {
    // One byte more than there should be is enough to see that there is more.
    return inflateRawSync(packed, { maxOutputLength: entry.bytes + 1 });
  } catch (error) {
    throw brokenContent(entry, error);
  }
}

/**
 * Behind the record in front of an entry, whose own name and fields may have another length than those of the
 * directory.
 */
function contentStart(
  { reader, archiveBytes }: Pick<Unpacking, 'reader' | 'archiveBytes'>,
  entry: ArchiveEntry,
): number {
  if (entry.packing === 'unreadable') {
    throw new ArchiveProblem('invalid', `${shown(entry)} is encrypted or packed in an unknown way`);
  }
  let record: Buffer;
  try {
    record = reader.bytesAt(entry.offset, 30);
  } catch (error) {
    throw brokenContent(entry, error);
  }
  const start = entry.offset + 30 + record.readUInt16LE(26) + record.readUInt16LE(28);
  if (record.readUInt32LE(0) !== 0x04034b50 || start + entry.packedBytes > archiveBytes)
    throw brokenContent(entry);
  return start;
}

function refuseIfOther(entry: ArchiveEntry, bytes: number, checksum: number): void {
  if (bytes !== entry.bytes)
    throw new ArchiveProblem('invalid', `${shown(entry)} has another length than its directory says`);
  if (checksum !== entry.crc32)
    throw new ArchiveProblem('invalid', `${shown(entry)} has another checksum than its directory says`);
}

function brokenContent(entry: ArchiveEntry, cause?: unknown): ArchiveProblem {
  return new ArchiveProblem('invalid', `the content of ${shown(entry)} is broken`, cause);
}

function shown({ name }: ArchiveEntry): string {
  return `"${cleanLine(name, 100)}"`;
}

/**
 * From the end of the archive to its beginning, and what is done is cut off: the system need not write to
 * disk what nobody reads again, and the disk need not hold it beside the files.
 */
async function writeAllLarge(unpacking: Unpacking, large: readonly PlannedEntry[]): Promise<void> {
  const order = large.toReversed();
  const done = new Set<PlannedEntry>();
  /** Everything before it in the order is done. */
  let open = 0;
  await mapInParallel(order, largeAtOnce, async (planned) => {
    await writeLarge(unpacking, planned);
    done.add(planned);
    let next = order[open];
    while (next !== undefined && done.has(next)) next = order[++open];
    if (next !== undefined && planned.entry.offset > next.entry.offset)
      await unpacking.archive.truncate(planned.entry.offset);
  });
}

async function writeLarge(unpacking: Unpacking, { path, entry }: PlannedEntry): Promise<void> {
  const { archive, into, signal } = unpacking;
  const start = contentStart(unpacking, entry);
  const target = await open(join(into, path), newFile, modeOf(entry));
  let bytes = 0;
  let checksum = 0;
  const take = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > entry.bytes) refuseIfOther(entry, bytes, checksum);
      checksum = crc32(piece, checksum);
      for (let written = 0; written < piece.length;) {
        written += (await target.write(piece, written)).bytesWritten;
      }
    }
  };
  const packed = piecesOf(archive, { start, bytes: entry.packedBytes });
  try {
    if (entry.packing === 'deflated') {
      await pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), take, { signal });
    } else {
      await pipeline(packed, take, { signal });
    }
    refuseIfOther(entry, bytes, checksum);
  } catch (error) {
    signal.throwIfAborted();
    throw isZlibError(error) ? brokenContent(entry, error) : error;
  } finally {
    await target.close();
  }
}

/** Each piece is good until the next is asked for, which the pipeline does once it has been used up. */
async function* piecesOf(
  archive: FileHandle,
  { start, bytes }: { readonly start: number; readonly bytes: number },
): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, bytes));
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await archive.read(piece, 0, Math.min(piece.length, bytes - at), start + at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

function isZlibError(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && code.startsWith('Z_');
}

/** Where a link leads; `undefined` when that is out of the folder, or nowhere that a link could lead. */
function targetOf(unpacking: Unpacking, { path, entry }: PlannedEntry): string | undefined {
  if (entry.bytes > longestTargetBytes || entry.packedBytes > largestAtOnceBytes) return undefined;
  const target = contentOf(unpacking, entry).toString('utf8');
  return staysInside(parentOf(path), target) ? target : undefined;
}

/** Whether the link was made. Links come last, so that nothing is written through one. */
function makeLink(path: string, target: string): boolean {
  try {
    symlinkSync(target, path);
    return true;
  } catch (error) {
    // Windows lets only some people make links.
    if (['EPERM', 'ENOTSUP'].includes(systemCodeOf(error) ?? '')) return false;
    throw error;
  }
}
