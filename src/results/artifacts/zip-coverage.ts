import { crc32 } from 'node:zlib';

import { nextTurn } from '../../base/clock.js';
import { ArchiveProblem, type ListedEntry, type WindowReader, shown } from './zip-directory.js';

/** Number of entries after which signals and deadlines are checked. */
const entriesATurn = 2000;
const headerBytes = 30;
const headerSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
/** Sizes and checksum follow the content instead of preceding it. */
const streamedFlag = 0x0008;
/** Encrypted, and streamed: flags that change where the content ends. */
const layoutFlags = 0x0001 | streamedFlag;
const max32 = 0xffffffff;
/** With the header of an entry larger than this, only `bytesAround` are read, because its content follows. */
const smallBytes = 64 * 1024;
const bytesAround = 4096;

/**
 * Checks that an archive contains what its directory lists, and nothing else: every byte before the directory
 * belongs to one of the entries, each of which says of itself what the directory says of it. Otherwise the
 * directory may lack some, and other programs may see other files.
 * @throws {ArchiveProblem} `invalid`.
 * @throws the reason of `signal` when it aborts.
 */
export async function refuseUnlisted(
  reader: WindowReader,
  archive: {
    readonly entries: readonly ListedEntry[];
    readonly directoryStart: number;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { entries, directoryStart, signal } = archive;
  const inOrder = [...entries].sort((one, other) => one.offset - other.offset);
  let at = 0;
  for (const [index, entry] of inOrder.entries()) {
    if (index % entriesATurn === 0) await nextTurn();
    signal.throwIfAborted();
    if (entry.offset !== at) throw unlisted(entry.offset - at);
    const contentEnd = endOfContent(reader, entry);
    at = inOrder[index + 1]?.offset ?? directoryStart;
    refuseOtherRest(reader, entry, { contentEnd, next: at });
  }
  if (at !== directoryStart) throw unlisted(directoryStart - at);
}

function unlisted(bytes: number): ArchiveProblem {
  return new ArchiveProblem('invalid', `it has ${bytes} bytes that are in no file that its directory lists`);
}

/** The position after the content of an entry, whose header must say the same as the directory. */
function endOfContent(reader: WindowReader, entry: ListedEntry): number {
  const { record } = entry;
  const isStreamed = (record.flags & streamedFlag) !== 0;
  const ahead = aheadOf(entry);
  const header = Buffer.from(read(reader, entry, { at: entry.offset, bytes: headerBytes, ahead }));
  const nameBytes = header.readUInt16LE(26);
  const extraBytes = header.readUInt16LE(28);
  const at = entry.offset + headerBytes;
  const name = read(reader, entry, { at, bytes: nameBytes, ahead });
  const isSame =
    header.readUInt32LE(0) === headerSignature &&
    (header.readUInt16LE(6) & layoutFlags) === (record.flags & layoutFlags) &&
    header.readUInt16LE(8) === record.method &&
    nameBytes === record.nameBytes &&
    crc32(name) === record.nameChecksum;
  if (!isSame) throw ambiguous(entry);
  const extra = Buffer.from(read(reader, entry, { at: at + nameBytes, bytes: extraBytes, ahead }));
  const sizes = largeSizes(extra, [header.readUInt32LE(22), header.readUInt32LE(18)]);
  const stated = [header.readUInt32LE(14), ...sizes];
  const listed = [entry.crc32, entry.bytes, entry.packedBytes];
  const mayDiffer = (value: number | undefined): boolean => isStreamed && (value === 0 || value === max32);
  if (!listed.every((value, index) => value === stated[index] || mayDiffer(stated[index])))
    throw ambiguous(entry);
  return at + nameBytes + extraBytes + entry.packedBytes;
}

/** Both sizes, from the extra field for large ones where the header says so. */
function largeSizes(extra: Buffer, sizes: readonly [number, number]): readonly number[] {
  const largeField = 1;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== largeField) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = 0;
    return sizes.map((size) => {
      if (size !== max32 || next + 8 > field.length) return size;
      next += 8;
      return Number(field.readBigUInt64LE(next - 8));
    });
  }
  return sizes;
}

/** Between an entry and the next there is nothing, or what describes a streamed one in the same way. */
function refuseOtherRest(
  reader: WindowReader,
  entry: ListedEntry,
  { contentEnd: at, next }: { readonly contentEnd: number; readonly next: number },
): void {
  const bytes = next - at;
  if (bytes === 0) return;
  const isStreamed = (entry.record.flags & streamedFlag) !== 0;
  if (!isStreamed || ![12, 16, 20, 24].includes(bytes)) throw unlisted(bytes);
  const rest = Buffer.from(read(reader, entry, { at, bytes, ahead: aheadOf(entry) }));
  const hasSignature = bytes === 16 || bytes === 24;
  const [checksum, size] = hasSignature ? [4, 8] : [0, 4];
  const isLarge = bytes >= 20;
  const sizeAt = (offset: number): number =>
    isLarge ? Number(rest.readBigUInt64LE(offset)) : rest.readUInt32LE(offset);
  const isSame =
    (!hasSignature || rest.readUInt32LE(0) === descriptorSignature) &&
    rest.readUInt32LE(checksum) === entry.crc32 &&
    sizeAt(size) === entry.packedBytes &&
    sizeAt(size + (isLarge ? 8 : 4)) === entry.bytes;
  if (!isSame) throw ambiguous(entry);
}

function aheadOf({ packedBytes }: ListedEntry): number | undefined {
  return packedBytes > smallBytes ? bytesAround : undefined;
}

function read(
  reader: WindowReader,
  entry: ListedEntry,
  { at, bytes, ahead }: { readonly at: number; readonly bytes: number; readonly ahead: number | undefined },
): Buffer {
  try {
    return reader.bytesAt(at, bytes, ahead);
  } catch (error) {
    throw new ArchiveProblem('invalid', `${shown(entry)} is cut off`, error);
  }
}

function ambiguous(entry: ListedEntry): ArchiveProblem {
  return new ArchiveProblem('invalid', `${shown(entry)} is described in two different ways`);
}
