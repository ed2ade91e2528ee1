import { closeSync, openSync, symlinkSync, write, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

import { type Clock, nextTurn } from '../../base/clock.js';
import { type HeldFolder, systemCodeOf } from '../../base/files.js';
import { mapInParallel } from '../../base/parallel.js';
import { type FolderTree, createFolderTree } from './folder-tree.js';
import { type PlannedEntry, type UnpackPlan, parentOf, staysInside } from './unpack-plan.js';
import { type ArchiveEntry, ArchiveProblem, type WindowReader, shown } from './zip-directory.js';

/** An archive during unpacking. */
export interface Unpacking {
  /** May be truncated: the file becomes shorter during unpacking. */
  readonly archive: FileHandle;
  readonly archiveBytes: number;
  readonly reader: WindowReader;
  /** A new, empty folder. */
  readonly into: HeldFolder;
  readonly signal: AbortSignal;
}

/**
 * Files up to this size are decompressed synchronously, which is several times as fast as a stream for each.
 */
const largestAtOnceBytes = 512 * 1024;
/**
 * Larger files are processed two at a time: one is decompressed while the other is written. Each holds a few
 * chunks of this size.
 */
const largeAtOnce = 2;
const pieceBytes = 64 * 1024;
/** Maximum delay of signals while small files are written. */
const turnMs = 25;
/** No system allows a longer target. */
const longestTargetBytes = 4096;

/**
 * Unpacks the planned entries, and verifies length and checksum of every file. Returns the links that were
 * skipped because they lead out of the folder or this system did not allow them.
 * @throws {ArchiveProblem} when the content does not match the directory.
 * @throws the reason of `signal` when it aborts, and errors of the system unchanged; files unpacked so far
 *   stay.
 */
export async function unpack(
  { clock }: { readonly clock: Pick<Clock, 'nowMs'> },
  unpacking: Unpacking,
  plan: UnpackPlan,
): Promise<{ readonly skippedLinks: readonly string[] }> {
  const tree = createFolderTree(unpacking.into);
  try {
    return await unpackInto(clock, { ...unpacking, tree }, plan);
  } finally {
    tree.close();
  }
}

/** With the folders that it makes. */
interface UnpackingTo extends Unpacking {
  readonly tree: FolderTree;
}

async function unpackInto(
  clock: Pick<Clock, 'nowMs'>,
  unpacking: UnpackingTo,
  plan: UnpackPlan,
): Promise<{ readonly skippedLinks: readonly string[] }> {
  const { tree, signal } = unpacking;
  const large: PlannedEntry[] = [];
  let turnEndMs = clock.nowMs() + turnMs;
  /** Lets signals be handled between two entries. */
  const takeTurn = async (): Promise<void> => {
    if (clock.nowMs() >= turnEndMs) {
      await nextTurn();
      turnEndMs = clock.nowMs() + turnMs;
    }
    signal.throwIfAborted();
  };
  for (const folder of plan.folders) {
    await takeTurn();
    tree.make(folder);
  }
  for (const planned of plan.files) {
    await takeTurn();
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
    if (target === undefined || !makeLink(tree.at(planned.path), target))
      skippedLinks.push(planned.entry.name);
  }
  tree.verify();
  return { skippedLinks };
}

/**
 * An entry that is compressed to nothing cannot be read as a stream. The synchronous path reports it as
 * corrupt.
 */
function isLarge({ bytes, packedBytes }: ArchiveEntry): boolean {
  return packedBytes > 0 && Math.max(bytes, packedBytes) > largestAtOnceBytes;
}

/**
 * Never overwrites: in a new folder, an existing file is another entry whose name this system treats as
 * equal.
 */
const newFile = 'wx';

/** The umask of the process applies. Other permissions in the archive are ignored. */
function modeOf({ isExecutable }: ArchiveEntry): number {
  return isExecutable ? 0o777 : 0o666;
}

function writeSmall(unpacking: UnpackingTo, { path, entry }: PlannedEntry): void {
  const content = contentOf(unpacking, entry);
  const fd = openSync(unpacking.tree.at(path), newFile, modeOf(entry));
  try {
    for (let written = 0; written < content.length;) written += writeSync(fd, content, written);
  } finally {
    closeSync(fd);
  }
}

/** The verified content of a small entry; valid until the next call. */
function contentOf({ reader, archiveBytes }: Unpacking, entry: ArchiveEntry): Buffer {
  const start = contentStart({ reader, archiveBytes }, entry);
  const packed = reader.bytesAt(start, entry.packedBytes);
  const content = entry.packing === 'deflated' ? inflated(packed, entry) : packed;
  refuseIfOther(entry, content.length, crc32(content));
  return content;
}

function inflated(packed: Buffer, entry: ArchiveEntry): Buffer {
  try {
    // One byte more than expected shows that there is more.
    return inflateRawSync(packed, { maxOutputLength: entry.bytes + 1 });
  } catch (error) {
    throw brokenContent(entry, error);
  }
}

/**
 * The position after the local header of an entry. Its extra field may have another length than in the
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

/**
 * Works from the end of the archive to its beginning and truncates what is done. So the system need not write
 * unneeded data to disk, and the disk need not hold it together with the files.
 */
async function writeAllLarge(unpacking: UnpackingTo, large: readonly PlannedEntry[]): Promise<void> {
  const order = large.toReversed();
  const done = new Set<PlannedEntry>();
  /** All entries before this index are done. */
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

const writeTo = promisify(write);

async function writeLarge(unpacking: UnpackingTo, { path, entry }: PlannedEntry): Promise<void> {
  const { archive, tree, signal } = unpacking;
  const start = contentStart(unpacking, entry);
  // Opened at once, because the next call of the tree may close the folder of this path.
  const target = openSync(tree.at(path), newFile, modeOf(entry));
  let bytes = 0;
  let checksum = 0;
  const take = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > entry.bytes) refuseIfOther(entry, bytes, checksum);
      checksum = crc32(piece, checksum);
      for (let written = 0; written < piece.length;) {
        written += (await writeTo(target, piece, written)).bytesWritten;
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
    closeSync(target);
  }
}

/** Each chunk is valid until the next one is requested, which the stream does after it has consumed it. */
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

/** The target of a link; `undefined` if it leads out of the folder or is no valid target. */
function targetOf(unpacking: Unpacking, { path, entry }: PlannedEntry): string | undefined {
  if (entry.bytes > longestTargetBytes || entry.packedBytes > largestAtOnceBytes) return undefined;
  const target = contentOf(unpacking, entry).toString('utf8');
  return staysInside(parentOf(path), target) ? target : undefined;
}

/** Whether the link was created. Links come last, so that nothing is written through one. */
function makeLink(path: string, target: string): boolean {
  try {
    symlinkSync(target, path);
    return true;
  } catch (error) {
    // Windows allows links only for some users.
    if (['EPERM', 'ENOTSUP'].includes(systemCodeOf(error) ?? '')) return false;
    throw error;
  }
}
