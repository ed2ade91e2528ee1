/** Bytes of an archive; valid until the next call. */
export interface BytesReader {
  readonly bytesAt: (position: number, length: number) => Buffer;
}

/** Where the directory of an archive lies. */
export interface ZipEnd {
  readonly directoryStart: number;
  readonly directoryEnd: number;
}

const endRecordBytes = 22;
const longestComment = 0xffff;
const [endSignature, end64Signature, locatorSignature] = [0x06054b50, 0x06064b50, 0x07064b50];
const [max16, max32] = [0xffff, 0xffffffff];
const locatorBytes = 20;

/**
 * Reads the records at the end of an archive. Readers of archives choose different ones, and each of several
 * fields in them; so `undefined` unless all say the same, and nothing lies between them and the directory.
 */
export function readEnd(reader: BytesReader, archiveBytes: number): ZipEnd | undefined {
  const at = endRecordAt(reader, archiveBytes);
  if (at === undefined) return undefined;
  const record = Buffer.from(reader.bytesAt(at, endRecordBytes));
  const [disk, directoryDisk] = [record.readUInt16LE(4), record.readUInt16LE(6)];
  const [entriesHere, entries] = [record.readUInt16LE(8), record.readUInt16LE(10)];
  const [bytes, start] = [record.readUInt32LE(12), record.readUInt32LE(16)];
  const large = largeEnd(reader, at);
  if (large === 'contradictory') return undefined;
  const stated = large ?? { at, entries, bytes, start };
  const agrees =
    [disk, directoryDisk].every((number) => isEither(number, 0, max16)) &&
    [entriesHere, entries].every((number) => isEither(number, stated.entries, max16)) &&
    isEither(bytes, stated.bytes, max32) &&
    isEither(start, stated.start, max32);
  const directoryEnd = stated.start + stated.bytes;
  if (!agrees || directoryEnd !== stated.at) return undefined;
  // Without the larger record, these are numbers like any other.
  if (large === undefined && (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries)) return undefined;
  return { directoryStart: stated.start, directoryEnd };
}

function isEither(number: number, stated: number, instead: number): boolean {
  return number === stated || number === instead;
}

/** The last record whose comment ends with the archive. */
function endRecordAt(reader: BytesReader, archiveBytes: number): number | undefined {
  const tailBytes = Math.min(endRecordBytes + longestComment, archiveBytes);
  const tail = reader.bytesAt(archiveBytes - tailBytes, tailBytes);
  for (let at = tailBytes - endRecordBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const isLast = at + endRecordBytes + tail.readUInt16LE(at + 20) === tailBytes;
    return isLast ? archiveBytes - tailBytes + at : undefined;
  }
  return undefined;
}

interface LargeEnd {
  /** Where the record begins. */
  readonly at: number;
  readonly entries: number;
  readonly bytes: number;
  readonly start: number;
}

/** The record for large archives, right before its locator and the end record at `endAt`. */
function largeEnd(reader: BytesReader, endAt: number): LargeEnd | 'contradictory' | undefined {
  const locatorAt = endAt - locatorBytes;
  if (locatorAt < 0) return undefined;
  const locator = Buffer.from(reader.bytesAt(locatorAt, locatorBytes));
  if (locator.readUInt32LE(0) !== locatorSignature) return undefined;
  const at = Number(locator.readBigUInt64LE(8));
  const least = 56;
  if (at > locatorAt - least) return 'contradictory';
  const record = Buffer.from(reader.bytesAt(at, least));
  const fits = at + 12 + Number(record.readBigUInt64LE(4)) === locatorAt;
  const [entriesHere, entries, bytes, start] = [24, 32, 40, 48].map((offset) =>
    Number(record.readBigUInt64LE(offset)),
  );
  const onOneDisk =
    locator.readUInt32LE(4) === 0 &&
    locator.readUInt32LE(16) <= 1 &&
    record.readUInt32LE(16) === 0 &&
    record.readUInt32LE(20) === 0;
  const isWhole = record.readUInt32LE(0) === end64Signature && fits && onOneDisk && entriesHere === entries;
  if (!isWhole || entries === undefined || bytes === undefined || start === undefined) return 'contradictory';
  return { at, entries, bytes, start };
}
