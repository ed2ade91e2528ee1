import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import type { Clock } from '../../../src/base/clock.js';
import { holdFolder } from '../../../src/hosts/files/held-folder.js';
import { jobPathLines } from '../../../src/inputs/job-lines.js';
import { downloadArtifacts } from '../../../src/results/artifacts/download-artifacts.js';
import { treeIn, withTemporaryFolder } from '../../support/temporary-folder.js';

const clock: Clock = {
  nowMs: () => 0,
  epochMs: () => 0,
  schedule: (_delayMs, callback) => {
    queueMicrotask(callback);
    return () => undefined;
  },
};

/** Brings an archive whose size GitLab lists; `archives` come one request after the other. */
async function bring(
  archives: readonly Buffer[],
  { bytes, lines = 'build' }: { bytes?: number; lines?: string } = {},
) {
  return await withTemporaryFolder(async (folder) => {
    const left = [...archives];
    const read = jobPathLines({ paths: 'optional' })(lines);
    if (read.kind !== 'ok') throw new Error(JSON.stringify(read));
    const job = {
      id: 7,
      name: 'build',
      stage: 's',
      status: 'success',
      allowFailure: false,
      webUrl: 'x',
      artifacts: [{ fileType: 'archive', bytes }],
    };
    const errors = await downloadArtifacts(
      {
        gitlab: {
          streamArchive: (_call, sink) => {
            const archive = left.shift();
            if (archive === undefined) throw new Error('one request more than expected');
            sink.begin({ fromByte: 0, totalBytes: archive.length, validator: '"one"' });
            void sink.write(archive);
            return Promise.resolve({ kind: 'ok', value: { bytes: archive.length }, hints: {} });
          },
          streamArtifactFile: () => Promise.reject(new Error('not asked')),
        },
        clock,
        random: () => 1,
        onEvent: () => undefined,
      },
      {
        lines: read.value,
        tree: { pipeline: { id: 1, projectId: 42 }, jobs: [{ job }], bridges: [] },
        into: join(folder, 'out'),
        holdFolder,
        naming: 'posix',
        own: [],
        redact: (text) => text,
        signal: new AbortController().signal,
      },
    );
    return {
      errors: errors.map(({ code, why }) => `${code}: ${why}`),
      names: Object.keys(await treeIn(folder)).filter((path) => path !== 'out/'),
      left: left.length,
    };
  });
}

/** A stored file as the parts of an archive describe it. */
interface Part {
  readonly name: string;
  readonly content: string;
  readonly flags?: number;
  /** What its own header says instead. */
  readonly local?: {
    readonly name?: string;
    readonly flags?: number;
    readonly method?: number;
    readonly crc32?: number;
    readonly bytes?: number;
    readonly extra?: Buffer;
  };
  /** After the content. */
  readonly descriptor?: Buffer;
}

const streamed = 0x0008;

function headOf({ name, content, flags = 0, local = {} }: Part): Buffer {
  const isStreamed = (flags & streamed) !== 0;
  const nameBytes = Buffer.from(local.name ?? name);
  const { extra = Buffer.alloc(0), method = 0, bytes = isStreamed ? 0 : content.length } = local;
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(local.flags ?? flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(local.crc32 ?? (isStreamed ? 0 : crc32(content)), 14);
  head.writeUInt32LE(bytes, 18);
  head.writeUInt32LE(bytes, 22);
  head.writeUInt16LE(nameBytes.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, nameBytes, extra]);
}

const wholeOf = (part: Part): Buffer =>
  Buffer.concat([headOf(part), Buffer.from(part.content), part.descriptor ?? Buffer.alloc(0)]);

function listingOf({ name, content, flags = 0 }: Part, offset: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(0x0314, 4);
  record.writeUInt16LE(flags, 8);
  record.writeUInt32LE(crc32(content), 16);
  record.writeUInt32LE(content.length, 20);
  record.writeUInt32LE(content.length, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(0o100644 * 65_536, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, Buffer.from(name)]);
}

interface End {
  readonly entriesHere?: number;
  readonly entries?: number;
  readonly bytes?: number;
  readonly start?: number;
  readonly disk?: number;
  readonly comment?: Buffer;
}

function endOf(listing: { entries: number; bytes: number; start: number }, claims: End = {}): Buffer {
  const { comment = Buffer.alloc(0), disk = 0 } = claims;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(claims.entriesHere ?? claims.entries ?? listing.entries, 8);
  end.writeUInt16LE(claims.entries ?? listing.entries, 10);
  end.writeUInt32LE(claims.bytes ?? listing.bytes, 12);
  end.writeUInt32LE(claims.start ?? listing.start, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}

interface Layout {
  /** What the directory lists: all parts when absent. */
  readonly listed?: readonly number[];
  readonly end?: End;
  /** Bytes before the first part, after the last one, and before the end. */
  readonly before?: Buffer;
  readonly after?: Buffer;
  readonly late?: Buffer;
  /** The records for large archives, before the end. */
  readonly large?: End & { readonly locatorShift?: number; readonly gap?: number };
}

function archiveOf(parts: readonly Part[], layout: Layout = {}): Buffer {
  const { before = Buffer.alloc(0), after = Buffer.alloc(0), late = Buffer.alloc(0) } = layout;
  let at = before.length;
  const placed = parts.map((part) => {
    const bytes = wholeOf(part);
    const listing = listingOf(part, at);
    at += bytes.length;
    return { bytes, listing };
  });
  const start = at + after.length;
  const listings = (layout.listed ?? parts.map((_, index) => index)).map(
    (index) => placed[index]?.listing ?? Buffer.alloc(0),
  );
  const directory = Buffer.concat(listings);
  const truth = { entries: listings.length, bytes: directory.length, start };
  const recordAt = start + directory.length + late.length;
  return Buffer.concat([
    before,
    ...placed.map(({ bytes }) => bytes),
    after,
    directory,
    late,
    ...(layout.large === undefined ? [] : [largeOf(truth, recordAt, layout.large)]),
    endOf(truth, layout.end),
  ]);
}

function largeOf(
  truth: { entries: number; bytes: number; start: number },
  at: number,
  claims: NonNullable<Layout['large']>,
): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(claims.entriesHere ?? claims.entries ?? truth.entries), 24);
  record.writeBigUInt64LE(BigInt(claims.entries ?? truth.entries), 32);
  record.writeBigUInt64LE(BigInt(claims.bytes ?? truth.bytes), 40);
  record.writeBigUInt64LE(BigInt(claims.start ?? truth.start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + (claims.locatorShift ?? 0)), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, Buffer.alloc(claims.gap ?? 0), locator]);
}

function descriptorOf(
  content: string,
  form: 12 | 16 | 20 | 24,
  claims: { crc32?: number; bytes?: number } = {},
): Buffer {
  const { bytes = content.length } = claims;
  const signature = Buffer.from([0x50, 0x4b, 7, 8]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(claims.crc32 ?? crc32(content));
  const size = Buffer.alloc(form >= 20 ? 8 : 4);
  size.writeUInt32LE(bytes);
  return Buffer.concat([...(form % 8 === 0 ? [signature] : []), checksum, size, size]);
}

const [a, b, c] = ['a', 'b', 'c'].map((name): Part => ({ name, content: `the content of ${name}` })) as [
  Part,
  Part,
  Part,
];
const flowing = (descriptor: Buffer, local: Part['local'] = {}): Part => ({
  ...b,
  flags: streamed,
  descriptor,
  local,
});
const extraOf = (bytes: number): Buffer => {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeUInt32LE(bytes, 4);
  extra.writeUInt32LE(bytes, 12);
  return extra;
};
const all = ['out/build/a', 'out/build/b', 'out/build/c'];

describe('a whole archive arrives', () => {
  test.each<{ name: string; archive: Buffer }>([
    { name: 'with sizes in front', archive: archiveOf([a, b, c]) },
    { name: 'with a comment', archive: archiveOf([a, b, c], { end: { comment: Buffer.from('hi') } }) },
    { name: 'with a directory in another order', archive: archiveOf([a, b, c], { listed: [2, 0, 1] }) },
    ...([12, 16, 20, 24] as const).map((form) => ({
      name: `with sizes behind, in ${form} bytes`,
      archive: archiveOf([a, flowing(descriptorOf(b.content, form)), c]),
    })),
    {
      name: 'with sizes in front and behind',
      archive: archiveOf([
        a,
        flowing(descriptorOf(b.content, 16), { crc32: crc32(b.content), bytes: b.content.length }),
        c,
      ]),
    },
    {
      name: 'with large sizes in front',
      archive: archiveOf([a, { ...b, local: { bytes: 0xffffffff, extra: extraOf(b.content.length) } }, c]),
    },
    { name: 'with the records for large archives', archive: archiveOf([a, b, c], { large: {} }) },
    {
      name: 'with these records alone',
      archive: archiveOf([a, b, c], {
        large: {},
        end: { entries: 0xffff, bytes: 0xffffffff, start: 0xffffffff },
      }),
    },
  ])('$name', async ({ archive }) => {
    expect(await bring([archive], { bytes: archive.length })).toEqual({ errors: [], names: all, left: 0 });
  });
});

const inComment = Buffer.concat([listingOf(a, 0)]);
const fakeEnd = (archive: Buffer): Buffer => {
  const start = archive.length;
  const end = endOf({ entries: 1, bytes: inComment.length, start });
  const comment = Buffer.concat([inComment, end]);
  archive.writeUInt16LE(comment.length, archive.length - 2);
  return Buffer.concat([archive, comment]);
};

describe('nothing arrives of an archive that has more than its directory lists, or says two things', () => {
  test.each<{ name: string; archive: Buffer; lines?: string }>([
    { name: 'the last entry is not listed', archive: archiveOf([a, b, c], { listed: [0, 1] }) },
    { name: 'the first entry is not listed', archive: archiveOf([a, b, c], { listed: [1, 2] }) },
    { name: 'an entry in the middle is not listed', archive: archiveOf([a, b, c], { listed: [0, 2] }) },
    { name: 'no entry is listed', archive: archiveOf([a, b, c], { listed: [] }) },
    {
      name: 'the missing one is not among the wanted ones',
      archive: archiveOf([a, b, c], { listed: [0, 1] }),
      lines: 'build:a*',
    },
    { name: 'the count is too low', archive: archiveOf([a, b, c], { end: { entries: 2 } }) },
    { name: 'the count is none', archive: archiveOf([a, b, c], { end: { entries: 0 } }) },
    { name: 'the counts differ', archive: archiveOf([a, b, c], { end: { entriesHere: 2, entries: 3 } }) },
    {
      name: 'the count is 65,535 without a larger one',
      archive: archiveOf([a, b, c], { end: { entriesHere: 0xffff, entries: 3 } }),
    },
    { name: 'the directory is shorter', archive: archiveOf([a, b, c], { end: { bytes: 94, entries: 2 } }) },
    {
      name: 'the directory begins later',
      archive: archiveOf([a, b, c], {
        end: { entries: 2, bytes: 94, start: 3 * wholeOf(a).length + 47 },
      }),
    },
    { name: 'it is said to have parts', archive: archiveOf([a, b, c], { end: { disk: 0xffff } }) },
    {
      name: 'there is something before',
      archive: archiveOf([a, b, c], { before: Buffer.from('#!/bin/sh\n') }),
    },
    { name: 'there is an entry before', archive: archiveOf([b, c], { before: wholeOf(a) }) },
    { name: 'there is an entry after', archive: archiveOf([a, b], { after: wholeOf(c) }) },
    { name: 'a listing lies before the end', archive: archiveOf([a, b, c], { late: listingOf(a, 0) }) },
    { name: 'there is a directory in the comment', archive: fakeEnd(archiveOf([a, b, c])) },
    { name: 'the larger count is lower', archive: archiveOf([a, b, c], { large: { entries: 2 } }) },
    {
      name: 'the larger counts differ',
      archive: archiveOf([a, b, c], { large: { entriesHere: 2, entries: 3 } }),
    },
    { name: 'the larger size is lower', archive: archiveOf([a, b, c], { large: { bytes: 94, entries: 2 } }) },
    { name: 'the larger start is another', archive: archiveOf([a, b, c], { large: { start: 0 } }) },
    { name: 'the larger record lies elsewhere', archive: archiveOf([a, b, c], { large: { gap: 8 } }) },
    { name: 'the larger record is none', archive: archiveOf([a, b, c], { large: { locatorShift: -8 } }) },
    ...([12, 16, 20, 24] as const).flatMap((form) => [
      {
        name: `the size behind is another, in ${form} bytes`,
        archive: archiveOf([a, flowing(descriptorOf(b.content, form, { bytes: 3 })), c]),
      },
      {
        name: `the checksum behind is another, in ${form} bytes`,
        archive: archiveOf([a, flowing(descriptorOf(b.content, form, { crc32: 3 })), c]),
      },
    ]),
    { name: 'what is behind is too long', archive: archiveOf([a, flowing(wholeOf(c)), b]) },
    {
      name: 'there is something behind sizes in front',
      archive: archiveOf([a, { ...b, descriptor: descriptorOf(b.content, 16) }, c]),
    },
    { name: 'the name in front is another', archive: archiveOf([a, { ...b, local: { name: 'x' } }, c]) },
    { name: 'the name in front differs in case', archive: archiveOf([a, { ...b, local: { name: 'B' } }, c]) },
    { name: 'the size in front is another', archive: archiveOf([a, { ...b, local: { bytes: 3 } }, c]) },
    { name: 'the size in front is none', archive: archiveOf([a, { ...b, local: { bytes: 0 } }, c]) },
    {
      name: 'the large size in front is another',
      archive: archiveOf([a, { ...b, local: { bytes: 0xffffffff, extra: extraOf(3) } }, c]),
    },
    { name: 'the checksum in front is another', archive: archiveOf([a, { ...b, local: { crc32: 3 } }, c]) },
    { name: 'the packing in front is another', archive: archiveOf([a, { ...b, local: { method: 8 } }, c]) },
    {
      name: 'only in front it has its sizes behind',
      archive: archiveOf([a, { ...b, local: { flags: streamed } }, c]),
    },
  ])('$name', async ({ archive, lines = 'build' }) => {
    const { errors, names } = await bring([archive], { bytes: archive.length, lines });

    expect(errors).toEqual([expect.stringMatching(/^artifacts_invalid: In the archive: /)]);
    expect(names).toEqual([]);
  });
});

describe('an archive that is shorter than GitLab lists it', () => {
  const archive = archiveOf([a, b, c]);
  const half = archiveOf([a, b]);

  test('is asked for again', async () => {
    expect(await bring([half, archive], { bytes: archive.length })).toEqual({
      errors: [],
      names: all,
      left: 0,
    });
  });

  test('does not arrive', async () => {
    expect(await bring([half, half], { bytes: archive.length })).toEqual({
      errors: [
        `artifacts_invalid: In the archive: it has ${half.length} bytes, and GitLab lists it with ${archive.length}.`,
      ],
      names: [],
      left: 0,
    });
  });

  test('arrives where GitLab lists no size', async () => {
    expect((await bring([half])).names).toEqual(['out/build/a', 'out/build/b']);
  });
});
