import { crc32, deflateRawSync } from 'node:zlib';

/** A file, a folder (its name ends in a slash) or anything else of a zip archive. */
export interface ZipMember {
  /** UTF-8 unless given as bytes. */
  readonly name: string | Buffer;
  readonly content?: string | Buffer | undefined;
  /** Type and permissions as Unix has them; a file (0o100644) or a folder (0o040755) when absent. */
  readonly mode?: number | undefined;
  /** False claims of the archive, for tests of hostile archives. */
  readonly claims?: ZipClaims | undefined;
}

export interface ZipClaims {
  readonly crc32?: number | undefined;
  readonly compressedBytes?: number | undefined;
  readonly uncompressedBytes?: number | undefined;
  /** 0: stored, 8: deflated. */
  readonly method?: number | undefined;
  readonly flags?: number | undefined;
  /** The name before the content; the directory keeps the other one. */
  readonly localName?: string | Buffer | undefined;
  /** The offset of the member according to the directory. */
  readonly offset?: number | undefined;
  /** The whole field of the directory, whose high byte is the system that made it: 3 for Unix, 0 for DOS. */
  readonly versionMadeBy?: number | undefined;
  /** Extra fields of the directory. */
  readonly extra?: Buffer | undefined;
}

const utf8Flag = 0x0800;
const deflated = 8;
/** Midnight of the first day in the format. */
const firstDosDate = 0x0021;

/** A zip archive in memory, the same bytes for the same members. Up to 65,535 of them, and 4 GiB. */
export function zipArchive(members: readonly ZipMember[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, central } = recordsOf(member, offset);
    parts.push(...local);
    directory.push(...central);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, ...directory, end, Buffer.from(comment)]);
}

function recordsOf(
  { name, content = '', mode, claims = {} }: ZipMember,
  offset: number,
): { readonly local: readonly Buffer[]; readonly central: readonly Buffer[] } {
  const nameBytes = Buffer.from(name);
  const whole = Buffer.from(content);
  const isFolder = nameBytes.at(-1) === 0x2f;
  const method = claims.method ?? (isFolder || whole.length === 0 ? 0 : deflated);
  const packed = method === deflated ? deflateRawSync(whole) : whole;
  const fields = {
    flags: claims.flags ?? utf8Flag,
    method,
    crc32: claims.crc32 ?? crc32(whole),
    compressedBytes: claims.compressedBytes ?? packed.length,
    uncompressedBytes: claims.uncompressedBytes ?? whole.length,
  };
  const localName = claims.localName === undefined ? nameBytes : Buffer.from(claims.localName);
  const extra = claims.extra ?? Buffer.alloc(0);
  const front = Buffer.alloc(30);
  front.writeUInt32LE(0x04034b50, 0);
  writeFields(front, 4, fields);
  front.writeUInt16LE(localName.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(claims.versionMadeBy ?? 0x0314, 4);
  writeFields(central, 6, fields);
  central.writeUInt16LE(nameBytes.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE(((mode ?? (isFolder ? 0o040755 : 0o100644)) << 16) >>> 0, 38);
  central.writeUInt32LE(claims.offset ?? offset, 42);
  return { local: [front, localName, packed], central: [central, nameBytes, extra] };
}

interface MemberFields {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly uncompressedBytes: number;
}

/** The 22 bytes that both records of a member share. */
function writeFields(record: Buffer, at: number, fields: MemberFields): void {
  record.writeUInt16LE(20, at);
  record.writeUInt16LE(fields.flags, at + 2);
  record.writeUInt16LE(fields.method, at + 4);
  record.writeUInt16LE(firstDosDate, at + 8);
  record.writeUInt32LE(fields.crc32, at + 10);
  record.writeUInt32LE(fields.compressedBytes, at + 14);
  record.writeUInt32LE(fields.uncompressedBytes, at + 18);
}
