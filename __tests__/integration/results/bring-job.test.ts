import { chmod, link, mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { holdFolder } from '../../../src/hosts/files/held-folder.js';
import type { OwnPlace } from '../../../src/base/files.js';
import type { Clock } from '../../../src/base/clock.js';
import type { FailedReply, Reply } from '../../../src/gitlab/responses/reply.js';
import type { DownloadRest, DownloadSink } from '../../../src/gitlab/streams.js';
import { TransportFault } from '../../../src/http/transport.js';
import { jobPathLines } from '../../../src/inputs/job-lines.js';
import { downloadArtifacts } from '../../../src/results/artifacts/download-artifacts.js';
import { downloadRetries } from '../../../src/results/artifacts/download.js';
import type { ArtifactEvent, ArtifactSource, BringCall } from '../../../src/results/artifacts/plan.js';
import type { JobTree } from '../../../src/results/find-job.js';
import { type ZipMember, zipArchive } from '../../../src/simulator/gitlab/state/zip-archive.js';
import { treeIn, withTemporaryFolder } from '../../support/temporary-folder.js';

/** Time passes only while somebody sleeps. */
function sleepersClock(): Clock & { readonly slept: number[] } {
  let nowMs = 0;
  const slept: number[] = [];
  return {
    slept,
    nowMs: () => nowMs,
    epochMs: () => Date.UTC(2026, 0, 1) + nowMs,
    schedule: (delayMs, callback) => {
      slept.push(delayMs);
      nowMs += delayMs;
      queueMicrotask(callback);
      return () => undefined;
    },
  };
}

function lost(): FailedReply {
  const fault = new TransportFault({ kind: 'truncated', reached: 'maybe', message: 'the connection broke' });
  return { kind: 'fault', fault };
}

function stalled(): FailedReply {
  const fault = new TransportFault({ kind: 'timeout', reached: 'maybe', message: 'no complete answer' });
  return { kind: 'fault', fault };
}

function tooLong(): FailedReply {
  const fault = new TransportFault({
    kind: 'too_large',
    reached: 'maybe',
    message: 'the answer is too long',
  });
  return { kind: 'fault', fault };
}

function refused(status: number, texts: readonly string[] = []): FailedReply {
  return { kind: 'refused', refusal: { status, speaker: 'gitlab', shape: 'message', texts, hints: {} } };
}

/** What a server does with one request for an archive. */
type Answer = (rest: DownloadRest | undefined, sink: DownloadSink) => FailedReply | 'done' | Promise<'done'>;

const validator = '"one"';

/** The whole archive, or the rest that is asked for. */
function send(archive: Buffer): Answer {
  return (rest, sink) => {
    const fromByte = rest?.validator === validator ? rest.fromByte : 0;
    sink.begin({ fromByte, totalBytes: archive.length, validator });
    for (let at = fromByte; at < archive.length; at += 1000)
      void sink.write(archive.subarray(at, Math.min(at + 1000, archive.length)));
    return 'done';
  };
}

/** So many bytes of it, then the line breaks. */
function cutAfter(archive: Buffer, bytes: number, mark: string | undefined = validator): Answer {
  return (rest, sink) => {
    const fromByte = rest?.validator === mark ? rest.fromByte : 0;
    sink.begin({ fromByte, totalBytes: archive.length, validator: mark });
    void sink.write(archive.subarray(fromByte, fromByte + bytes));
    return lost();
  };
}

interface Given {
  readonly lines?: string;
  readonly answers?: readonly Answer[];
  readonly archive?: Buffer;
  readonly members?: readonly ZipMember[];
  readonly files?: Readonly<Record<string, string>>;
  readonly naming?: BringCall['naming'];
  /** Paths below the temporary folder. */
  readonly own?: readonly OwnPlace[];
  readonly redact?: (text: string) => string;
  readonly prepare?: (into: string) => Promise<unknown>;
  readonly signal?: AbortSignal;
  readonly job?: Partial<JobTree['jobs'][number]['job']>;
  /** Below the temporary folder; `out` when absent. */
  readonly into?: string;
}

async function bring(given: Given) {
  return await withTemporaryFolder(async (folder) => {
    const into = join(folder, given.into ?? 'out');
    await given.prepare?.(into);
    const clock = sleepersClock();
    const events: ArtifactEvent[] = [];
    const rests: (DownloadRest | undefined)[] = [];
    const archive = given.archive ?? zipArchive(given.members ?? []);
    const answers = [...(given.answers ?? [send(archive)])];
    const gitlab: ArtifactSource = {
      streamArchive: async ({ rest }, sink): Promise<Reply<{ readonly bytes: number }>> => {
        rests.push(rest);
        const next = answers.shift();
        if (next === undefined) throw new Error('one request more than expected');
        const answer = await next(rest, sink);
        return answer === 'done' ? { kind: 'ok', value: { bytes: archive.length }, hints: {} } : answer;
      },
      streamArtifactFile: ({ path }, sink): Promise<Reply<{ readonly bytes: number }>> => {
        const content = given.files?.[path];
        if (content === undefined) return Promise.resolve(refused(404, ['404 page not found']));
        sink.begin({ fromByte: 0, totalBytes: content.length, validator: undefined });
        void sink.write(Buffer.from(content));
        return Promise.resolve({ kind: 'ok', value: { bytes: content.length }, hints: {} });
      },
    };
    const lines = jobPathLines({ paths: 'optional' })(given.lines ?? 'build');
    if (lines.kind !== 'ok') throw new Error(JSON.stringify(lines));
    const job = {
      id: 7,
      name: 'build',
      stage: 'build',
      status: 'success',
      allowFailure: false,
      webUrl: 'https://gitlab.example.com/j/7',
      artifacts: [{ fileType: 'archive', bytes: archive.length }],
      ...given.job,
    };
    const tree: JobTree = { pipeline: { id: 1, projectId: 42 }, jobs: [{ job }], bridges: [] };
    const signal = given.signal ?? new AbortController().signal;
    const errors = await downloadArtifacts(
      { gitlab, clock, random: () => 1, onEvent: (event) => events.push(event) },
      {
        lines: lines.value,
        tree,
        into,
        holdFolder,
        naming: given.naming ?? 'posix',
        own: (given.own ?? []).map(({ what, path }) => ({ what, path: join(folder, path) })),
        redact: given.redact ?? ((text) => text),
        signal,
      },
    );
    return {
      errors: errors.map(({ code, why }) => `${code}: ${why ?? ''}`),
      tree: await treeIn(folder),
      events: events.map(({ kind }) => kind),
      allEvents: events,
      rests,
      slept: clock.slept,
    };
  });
}

const twoFiles = [
  { name: 'dist/app', content: '#!/bin/sh\n', mode: 0o100755 },
  { name: 'dist/readme.txt', content: 'read me' },
];

describe('the artifacts of a job are downloaded', () => {
  test('unchanged, and nothing else', async () => {
    const members = [
      ...twoFiles,
      { name: 'empty/' },
      { name: 'suid', content: 'x', mode: 0o104711 },
      { name: 'read-only', content: 'r', mode: 0o100444 },
      { name: 'lib/libx.so', mode: 0o120777, content: 'libx.so.1' },
      { name: 'lib/libx.so.1', content: 'so' },
      { name: 'back\\slash ✓.txt', content: 'b' },
      { name: 'stored', content: 's', claims: { method: 0 } },
    ];
    const { errors, tree, events } = await bring({ members });

    expect({ errors, tree, events }).toEqual({
      errors: [],
      events: ['collected'],
      tree: {
        'out/build/dist/app': 'x #!/bin/sh\n',
        'out/build/dist/readme.txt': 'read me',
        'out/build/empty/': '/',
        'out/build/suid': 'x x',
        'out/build/read-only': 'r',
        'out/build/lib/libx.so': '→ libx.so.1',
        'out/build/lib/libx.so.1': 'so',
        'out/build/back\\slash ✓.txt': 'b',
        'out/build/stored': 's',
      },
    });
  });

  test('without special permissions', async () => {
    await withTemporaryFolder(async () => {
      const modes = await bringAndLook([{ name: 'suid', content: 'x', mode: 0o107777 }], 'suid');
      expect(modes & 0o7000).toBe(0);
    });
  });

  test('in part, as the lines say', async () => {
    const lines = 'build:dist/*.txt\nbuild:missing/**?';
    const { errors, tree, events, allEvents } = await bring({ members: twoFiles, lines });

    expect({ errors, tree, events }).toEqual({
      errors: [],
      tree: { 'out/build/dist/readme.txt': 'read me' },
      events: ['collected', 'passed_over'],
    });
    expect(allEvents[1]).toMatchObject({
      failure: { why: 'No file in the archive matches missing/**; it has dist/app, dist/readme.txt.' },
    });
  });

  test('one by one, if only files are named', async () => {
    const files = { 'a/b.env': 'A=1\n', 'c.txt': 'c' };
    const { errors, tree, rests } = await bring({ files, lines: 'build:a/b.env\nbuild:./c.txt' });

    expect({ errors, tree, archives: rests.length }).toEqual({
      errors: [],
      tree: { 'out/build/a/b.env': 'A=1\n', 'out/build/c.txt': 'c' },
      archives: 0,
    });
  });

  test('over those of an earlier run, and beside other files', async () => {
    const prepare = async (into: string): Promise<void> => {
      await mkdir(join(into, 'build', 'dist'), { recursive: true });
      await writeFile(join(into, 'build', 'dist', 'app'), 'old');
      await chmod(join(into, 'build', 'dist', 'app'), 0o444);
      await writeFile(join(into, 'build', 'dist', 'mine'), 'mine');
      await symlink('/etc/passwd', join(into, 'build', 'dist', 'readme.txt'));
    };
    const { errors, tree } = await bring({ members: twoFiles, prepare });

    expect({ errors, tree }).toEqual({
      errors: [],
      tree: {
        'out/build/dist/app': 'x #!/bin/sh\n',
        'out/build/dist/mine': 'mine',
        'out/build/dist/readme.txt': 'read me',
      },
    });
  });

  test('also if there are none in the archive', async () => {
    const { errors, tree } = await bring({ members: [] });

    expect({ errors, tree }).toEqual({ errors: [], tree: { 'out/build/': '/' } });
  });
});

async function bringAndLook(members: readonly ZipMember[], path: string): Promise<number> {
  let mode = 0;
  await withTemporaryFolder(async (folder) => {
    const archive = zipArchive(members);
    const answer = send(archive);
    const lines = jobPathLines({ paths: 'optional' })('build');
    if (lines.kind !== 'ok') throw new Error('unreadable');
    const job = { id: 7, name: 'build', stage: 's', status: 'success', allowFailure: false, webUrl: 'x' };
    await downloadArtifacts(
      {
        gitlab: {
          streamArchive: async ({ rest }, sink) => {
            await answer(rest, sink);
            return { kind: 'ok', value: { bytes: 0 }, hints: {} };
          },
          streamArtifactFile: () => Promise.reject(new Error('not asked')),
        },
        clock: sleepersClock(),
        random: () => 1,
        onEvent: () => undefined,
      },
      {
        lines: lines.value,
        tree: { pipeline: { id: 1, projectId: 42 }, jobs: [{ job }], bridges: [] },
        into: folder,
        holdFolder,
        naming: 'posix',
        own: [],
        redact: (text) => text,
        signal: new AbortController().signal,
      },
    );
    mode = (await stat(join(folder, 'build', path))).mode;
  });
  return mode;
}

describe('a file that the step writes itself', () => {
  const prepare = async (into: string): Promise<void> => {
    await mkdir(join(into, 'build', 'dist'), { recursive: true });
    await writeFile(join(into, 'build', 'dist', 'app'), 'ours');
    await symlink(into, join(into, '..', 'alias'));
  };

  test.each<{ name: string; given: Given }>([
    { name: 'by an archive', given: { members: twoFiles } },
    { name: 'by a part of an archive', given: { members: twoFiles, lines: 'build:dist/*' } },
    { name: 'by a single file', given: { files: { 'dist/app': 'theirs' }, lines: 'build:dist/app' } },
    { name: 'by a link', given: { members: [{ name: 'dist/app', mode: 0o120777, content: 'x' }] } },
    { name: 'by a folder', given: { members: [{ name: 'dist/app/x', content: 'x' }] } },
    {
      name: 'through another name of the folder',
      given: { members: twoFiles, own: [{ what: 'junit_file', path: 'alias/build/dist/app' }] },
    },
  ])('is not replaced $name, and nothing else is placed', async ({ given }) => {
    const own = [{ what: 'junit_file', path: 'out/build/dist/app' }];
    const { errors, tree } = await bring({ own, prepare, ...given });

    expect(errors).toEqual(['artifacts_not_written: build/dist/app: this step writes junit_file there.']);
    const { alias: _alias, ...others } = tree;
    expect(others).toEqual({ 'out/build/dist/app': 'ours' });
  });

  test.each(['OUT/build/dist/app', 'out/Build/dist/app', 'out/BUILD/dist/app'])(
    'is not replaced where case does not count: %s',
    async (path) => {
      const { errors } = await bring({
        members: twoFiles,
        naming: 'macos',
        own: [{ what: 'junit_file', path }],
      });
      const [, ...names] = path.split('/');
      expect(errors).toEqual([
        `artifacts_not_written: ${names.join('/')}: this step writes junit_file there.`,
      ]);
    },
  );

  test('is not replaced by another name that the system has for it', async () => {
    const { errors, tree } = await bring({
      members: [{ name: 'dist/JUNIT~1.XML', content: 'theirs' }],
      own: [{ what: 'junit_file', path: 'out/build/dist/junit-report.xml' }],
      prepare: async (into) => {
        const folder = join(into, 'build', 'dist');
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'junit-report.xml'), 'ours');
        await link(join(folder, 'junit-report.xml'), join(folder, 'JUNIT~1.XML'));
      },
    });
    expect(errors).toEqual([
      'artifacts_not_written: build/dist/JUNIT~1.XML: this step writes junit_file there.',
    ]);
    expect(tree['out/build/dist/JUNIT~1.XML']).toBe('ours');
  });

  test.each<{ name: string; path: string; want: readonly string[] }>([
    { name: 'that is written later', path: 'out/build/dist/app', want: ['build/dist/app'] },
    { name: 'in place of the folder of the job', path: 'out/build', want: ['build'] },
    { name: 'beside the artifacts', path: 'out/build/dist/other', want: [] },
    { name: 'in a folder of another job', path: 'out/other/dist/app', want: [] },
    { name: 'below a file of the artifacts', path: 'out/build/dist/app/x', want: ['build/dist/app/x'] },
    { name: 'elsewhere', path: 'elsewhere/build/dist/app', want: [] },
  ])('counts only where they meet: $name', async ({ path, want }) => {
    const { errors } = await bring({ members: twoFiles, own: [{ what: 'output_file', path }] });
    expect(errors).toEqual(
      want.map((place) => `artifacts_not_written: ${place}: this step writes output_file there.`),
    );
  });
});

describe('the links in an archive', () => {
  test('that lead out are omitted and reported, and nothing is written through one', async () => {
    const members = [
      { name: 'up', mode: 0o120777, content: '../../outside' },
      { name: 'root', mode: 0o120777, content: '/etc/passwd' },
      { name: 'tricky', mode: 0o120777, content: 'here/../../outside' },
      { name: 'here', mode: 0o120777, content: '.' },
      { name: 'long', mode: 0o120777, content: 'x/'.repeat(3000) },
      { name: 'ok', content: 'ok' },
    ];
    const { errors, tree, allEvents } = await bring({ members });

    expect({ errors, tree }).toEqual({
      errors: [],
      tree: { 'out/build/here': '→ .', 'out/build/ok': 'ok' },
    });
    expect(allEvents[1]).toMatchObject({ kind: 'links_left_out', names: ['up', 'root', 'tricky', 'long'] });
  });

  test('that take the place of a folder cause a conflict', async () => {
    const prepare = async (into: string): Promise<void> => {
      await mkdir(join(into, 'build'), { recursive: true });
      await mkdir(join(into, '..', 'elsewhere'));
      await symlink(join(into, '..', 'elsewhere'), join(into, 'build', 'dist'));
    };
    const { errors, tree } = await bring({ members: twoFiles, prepare });

    expect(errors).toEqual(['artifacts_not_written: build/dist: something that is no folder is in the way.']);
    expect(tree['elsewhere/']).toBe('/');
  });
});

const one = [{ name: 'a.txt', content: 'a'.repeat(2000) }];
const whole = zipArchive(one);

describe('nothing of an archive is unpacked', () => {
  test.each<{ name: string; give: Given; want: RegExp }>([
    {
      name: 'with a path upwards',
      give: { members: [...one, { name: '../x' }] },
      want: /^artifacts_unsafe: In the archive: "\.\.\/x" cannot be unpacked: its path contains "\.\."\.$/,
    },
    {
      name: 'with a path upwards in the front record only',
      give: { members: [{ ...one[0], name: 'a.txt', claims: { localName: '../x' } }, { name: '../b' }] },
      want: /^artifacts_unsafe/,
    },
    { name: 'with an absolute path', give: { members: [{ name: '/etc/x' }] }, want: /its path is absolute/ },
    {
      name: 'with a drive letter',
      give: { members: [{ name: 'C:\\x' }] },
      want: /its path begins with a drive letter/,
    },
    {
      name: 'with a share of Windows',
      give: { members: [{ name: '\\\\server\\x' }] },
      want: /its path is absolute/,
    },
    {
      name: 'with a device',
      give: { members: [{ name: 'tty', mode: 0o020666 }] },
      want: /^artifacts_unsafe: .*neither a file, a folder nor a link/,
    },
    { name: 'with a pipe', give: { members: [{ name: 'fifo', mode: 0o010666 }] }, want: /^artifacts_unsafe/ },
    {
      name: 'with a way through its own link',
      give: {
        members: [
          { name: 'l', mode: 0o120777, content: '..' },
          { name: 'l/x', content: 'x' },
        ],
      },
      want: /its path leads through a link/,
    },
    {
      name: 'with entries that share bytes',
      give: { members: [...one, { name: 'b', content: 'b', claims: { offset: 0 } }] },
      want: /^artifacts_unsafe: .*lies within another entry/,
    },
    {
      name: 'that says it becomes 4 GB',
      give: { members: [{ name: 'bomb', content: 'x', claims: { uncompressedBytes: 4_000_000_000 } }] },
      want: /^artifacts_unsafe: .*more than 200 times as many/,
    },
    {
      name: 'that becomes more than it says',
      give: {
        members: [{ name: 'bomb', content: Buffer.alloc(8_000_000), claims: { uncompressedBytes: 10 } }],
      },
      want: /^artifacts_invalid: .*the content of "bomb" is broken/,
    },
    {
      name: 'that becomes more than it says, slowly',
      give: {
        members: [
          { name: 'bomb', content: Buffer.alloc(8_000_000), claims: { uncompressedBytes: 1_000_000 } },
        ],
      },
      want: /^artifacts_invalid: .*"bomb" has another length/,
    },
    {
      name: 'that becomes less than it says',
      give: { members: [{ name: 'a', content: 'a', claims: { uncompressedBytes: 2 } }] },
      want: /^artifacts_invalid: .*"a" has another length/,
    },
    {
      name: 'with a wrong checksum',
      give: { members: [{ name: 'a', content: 'a', claims: { crc32: 1 } }] },
      want: /^artifacts_invalid: .*"a" has another checksum/,
    },
    {
      name: 'with a wrong checksum in a large file',
      give: { members: [{ name: 'a', content: Buffer.alloc(2_000_000, 'ab'), claims: { crc32: 1 } }] },
      want: /^artifacts_invalid: .*"a" has another checksum/,
    },
    {
      name: 'with broken content',
      give: {
        members: [{ name: 'a', content: 'no deflate', claims: { flags: 0 } }],
        archive: brokenContent(),
      },
      want: /^artifacts_invalid: .*is broken/,
    },
    {
      name: 'that is encrypted',
      give: { members: [{ name: 'a', content: 'a', claims: { flags: 1 } }] },
      want: /^artifacts_invalid: .*encrypted or packed in an unknown way/,
    },
    {
      name: 'that is packed in another way',
      give: { members: [{ name: 'a', content: 'a', claims: { method: 12 } }] },
      want: /encrypted or packed in an unknown way|directory cannot be read/,
    },
    {
      name: 'that is cut off',
      give: { archive: whole.subarray(0, whole.length - 10) },
      want: /^artifacts_invalid: .*directory cannot be read/,
    },
    {
      name: 'that is empty',
      give: { archive: Buffer.alloc(0) },
      want: /^artifacts_invalid: .*directory cannot be read/,
    },
    {
      name: 'that is a page',
      give: { archive: Buffer.from('<html>no zip</html>') },
      want: /^artifacts_invalid: .*directory cannot be read/,
    },
    {
      name: 'whose directory lies outside',
      give: { archive: withEnd((end) => end.writeUInt32LE(0xfffffff0, 16)) },
      want: /^artifacts_invalid/,
    },
    {
      name: 'whose directory names more entries than there are',
      give: { archive: withEnd((end) => end.writeUInt16LE(60_000, 10)) },
      want: /^artifacts_invalid/,
    },
    {
      name: 'that says it has millions of entries',
      give: { archive: zip64Liar(5_000_000n) },
      want: /^artifacts_unsafe: .*more than 100000 entries/,
    },
    {
      name: 'whose 64-bit size is more than there is',
      give: {
        members: [
          {
            name: 'a',
            content: 'a',
            claims: {
              compressedBytes: 0xffffffff,
              uncompressedBytes: 0xffffffff,
              extra: zip64Extra(1n, 1n << 40n),
            },
          },
        ],
      },
      want: /^artifacts_(?:unsafe|invalid)/,
    },
    {
      name: 'whose front record is none',
      give: { members: [...one, { name: 'b', content: 'b', claims: { offset: 60 + 30 } }] },
      want: /^artifacts_/,
    },
    {
      name: 'with two entries of a name',
      give: { members: [...one, ...one] },
      want: /^artifacts_invalid: .*two entries "a.txt"/,
    },
    { name: 'with a NUL in a name', give: { members: [{ name: 'a\0b' }] }, want: /NUL/ },
    {
      name: 'with another name in a field of its own',
      give: { members: [{ name: 'good.txt', claims: { extra: unicodePath('good.txt', '../evil') } }] },
      want: /its path contains "\.\."/,
    },
  ])('$name', async ({ give, want }) => {
    const { errors, tree } = await bring(give);

    expect(errors).toEqual([expect.stringMatching(want)]);
    expect(tree).toEqual({ 'out/': '/' });
  });
});

function brokenContent(): Buffer {
  const archive = zipArchive([{ name: 'a', content: 'a'.repeat(1000) }]);
  archive.fill(0xff, 31, 40);
  return archive;
}

function withEnd(change: (end: Buffer) => void): Buffer {
  const archive = Buffer.from(whole);
  change(archive.subarray(archive.length - 22));
  return archive;
}

function zip64Extra(bytes: bigint, packedBytes: bigint): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(bytes, 4);
  extra.writeBigUInt64LE(packedBytes, 12);
  return extra;
}

function zip64Liar(entries: bigint): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(entries, 32);
  record.writeBigUInt64LE(0n, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([record, locator, end]);
}

function unicodePath(name: string, other: string): Buffer {
  const text = Buffer.from(other);
  const extra = Buffer.alloc(9);
  extra.writeUInt16LE(0x7075, 0);
  extra.writeUInt16LE(5 + text.length, 2);
  extra.writeUInt8(1, 4);
  extra.writeUInt32LE(crc32(Buffer.from(name)), 5);
  return Buffer.concat([extra, text]);
}

describe('the download of an archive', () => {
  const large = zipArchive([
    {
      name: 'noise',
      content: Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * index * 31) & 255)),
      claims: { method: 0 },
    },
  ]);

  test('resumes after interruptions as long as each attempt makes progress', async () => {
    const answers = [...Array.from({ length: 8 }, () => cutAfter(large, 1000)), send(large)];
    const { errors, rests, slept, events } = await bring({ archive: large, answers });

    expect(errors).toEqual([]);
    expect(rests.map((rest) => rest?.fromByte)).toEqual([
      undefined,
      1000,
      2000,
      3000,
      4000,
      5000,
      6000,
      7000,
      8000,
    ]);
    expect(new Set(slept)).toEqual(new Set([downloadRetries.firstPauseMs]));
    expect(events.at(-1)).toBe('collected');
  });

  test('starts over if the server does not identify the version', async () => {
    const answers = [cutAfter(large, 1000, ''), send(large)].map((answer, index): Answer => {
      if (index > 0) return answer;
      return (_rest, sink) => {
        sink.begin({ fromByte: 0, totalBytes: undefined, validator: undefined });
        void sink.write(large.subarray(0, 1000));
        return lost();
      };
    });
    const { errors, rests, tree } = await bring({ archive: large, answers });

    expect([errors, rests, Object.keys(tree)]).toEqual([[], [undefined, undefined], ['out/build/noise']]);
  });

  test('starts over if the rest belongs to another archive', async () => {
    const answers: Answer[] = [
      cutAfter(zipArchive(twoFiles), 100),
      (_rest, sink) => send(large)(undefined, sink),
    ];
    const { errors, tree } = await bring({ archive: large, answers });

    expect([errors, Object.keys(tree)]).toEqual([[], ['out/build/noise']]);
  });

  test('is repeated if the halves do not belong together', async () => {
    const other = Buffer.from(large);
    other.fill(0, 100, 2000);
    const { errors, rests, tree } = await bring({
      archive: large,
      answers: [cutAfter(other, 3000), send(large), send(large)],
    });

    expect([errors, rests.length, Object.keys(tree)]).toEqual([[], 3, ['out/build/noise']]);
  });

  test('requests the whole archive if there is no rest', async () => {
    const answers: Answer[] = [cutAfter(large, large.length), () => refused(416), send(large)];
    const { errors, rests } = await bring({ archive: large, answers });

    expect([errors, rests.map((rest) => rest?.fromByte)]).toEqual([[], [undefined, large.length, undefined]]);
  });

  test.each<{ name: string; brings: (attempt: number) => number; mark: string | undefined; want: number }>([
    { name: 'a byte each time', brings: () => 1, mark: validator, want: downloadRetries.attempts },
    {
      name: 'a byte each time, from the start',
      brings: () => 1,
      mark: undefined,
      want: downloadRetries.attempts,
    },
    {
      name: 'a little less than enough',
      brings: () => 64 * 1024 - 1,
      mark: validator,
      want: downloadRetries.attempts,
    },
    {
      name: 'enough once, and then nothing',
      brings: (attempt) => (attempt === 3 ? 64 * 1024 : 0),
      mark: validator,
      want: 3 + downloadRetries.attempts - 1,
    },
  ])('is given up when it stalls: $name', async ({ brings, mark, want }) => {
    const answers = Array.from({ length: want }, (_, index): Answer => {
      return (rest, sink) => {
        sink.begin({
          fromByte: mark === undefined ? 0 : (rest?.fromByte ?? 0),
          totalBytes: 1e9,
          validator: mark,
        });
        void sink.write(Buffer.alloc(brings(index + 1)));
        return stalled();
      };
    });
    const { errors, slept } = await bring({ answers });

    expect(errors).toEqual([expect.stringContaining('no complete answer')]);
    expect(slept).toHaveLength(want - 1);
  });

  test('is given up after several attempts without progress', async () => {
    const answers = Array.from({ length: downloadRetries.attempts }, (): Answer => () => refused(503));
    const { errors, slept, events, tree } = await bring({ answers });

    expect([errors, slept, events, tree]).toEqual([
      ['server_error: GitLab answered 503'],
      [2000, 4000, 8000, 16_000, 20_000],
      Array.from({ length: 5 }, () => 'interrupted'),
      { 'out/': '/' },
    ]);
  });

  test.each([
    { status: 401, code: 'unauthorized' },
    { status: 403, code: 'forbidden' },
    { status: 404, code: 'artifact_missing' },
  ])('is not retried after $status', async ({ status, code }) => {
    const { errors } = await bring({ answers: [() => refused(status)] });

    expect(errors).toEqual([expect.stringMatching(`^${code}: `)]);
  });

  test('ends when much more arrives than GitLab listed', async () => {
    const limits: number[] = [];
    const answers: Answer[] = [
      (rest, sink) => {
        limits.push(sink.maxBytes);
        return send(large)(rest, sink);
      },
    ];
    await bring({ archive: large, answers, job: { artifacts: [{ fileType: 'archive', bytes: 5000 }] } });

    expect(limits).toEqual([5000 + 1024 * 1024]);
  });

  /** Some of an answer that is longer than it may be. */
  const flood =
    (mark: string | undefined): Answer =>
    (rest, sink) => {
      sink.begin({ fromByte: rest?.fromByte ?? 0, totalBytes: undefined, validator: mark });
      void sink.write(Buffer.alloc(100_000));
      return tooLong();
    };

  test.each([
    { name: 'from the start', mark: undefined },
    { name: 'with a validator', mark: validator },
  ])('is given up at the third answer in a row that is too long: $name', async ({ mark }) => {
    const { errors, rests } = await bring({ answers: [flood(mark), flood(mark), flood(mark)] });

    expect(errors).toEqual([expect.stringMatching(/^response_too_large: /)]);
    // What follows a flood is not its rest.
    expect(rests).toEqual([undefined, undefined, undefined]);
  });

  test('arrives after two answers that are too long, and starts from its first byte', async () => {
    const answers = [flood(validator), flood(validator), send(large)];
    const { errors, tree } = await bring({ archive: large, answers });

    expect([errors, Object.keys(tree)]).toEqual([[], ['out/build/noise']]);
  });

  test('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const answers: Answer[] = [
      (_rest, sink) => {
        sink.begin({ fromByte: 0, totalBytes: large.length, validator });
        void sink.write(large.subarray(0, 1000));
        stop.abort(reason);
        throw reason;
      },
    ];
    await withTemporaryFolder(async () => {
      await expect(bring({ archive: large, answers, signal: stop.signal })).rejects.toBe(reason);
    });
  });
});

describe('a missing artifact', () => {
  test.each<{ name: string; give: Given; want: string }>([
    {
      name: 'an unknown job',
      give: { lines: 'biuld' },
      want: 'result_job_not_found: The pipeline has no job of that name.',
    },
    {
      name: 'a job that has not ended',
      give: { job: { status: 'running' } },
      want: 'artifact_missing: The job has not ended: its status is running.',
    },
    {
      name: 'no artifacts',
      give: { job: { artifacts: [] } },
      want: 'artifact_missing: The job left no artifacts behind; it has ended with the status success.',
    },
    {
      name: 'expired ones',
      give: { job: { artifacts: [], artifactsExpireAt: '2025-12-24T00:00:00Z' } },
      want: 'artifact_missing: The artifacts of the job expired at 2025-12-24T00:00:00Z.',
    },
    {
      name: 'a file',
      give: { lines: 'build:none.txt' },
      want: 'artifact_missing: The job has artifacts, but not this file.',
    },
    {
      name: 'a fitting file',
      give: { lines: 'build:*.md', members: twoFiles },
      want: 'artifact_missing: No file in the archive matches *.md; it has dist/app, dist/readme.txt.',
    },
  ])('is reported: $name', async ({ give, want }) => {
    const required = await bring(give);
    const optional = await bring({ ...give, lines: `${give.lines ?? 'build'}?` });

    expect([required.errors, required.events]).toEqual([[want], []]);
    expect([optional.errors, optional.events]).toEqual([[], ['passed_over']]);
  });

  test('is a failure also for an optional line if it is corrupt', async () => {
    const { errors } = await bring({ archive: Buffer.from('x'), lines: 'build?' });

    expect(errors).toEqual([expect.stringMatching(/^artifacts_invalid/)]);
  });

  test('includes files whose names this system cannot store', async () => {
    const { errors, tree } = await bring({
      members: [...one, { name: 'a:1', content: '' }].map((each) => ({
        ...each,
        name: each.name === 'a:1' ? 'aa:1' : each.name,
      })),
      naming: 'windows',
    });

    expect(errors).toEqual(['artifacts_not_written: "aa:1": Windows does not allow its name.']);
    expect(Object.keys(tree)).toEqual(['out/build/a.txt']);
  });
});

describe('a folder that cannot be written', () => {
  test('is reported: a file in its place', async () => {
    const prepare = (into: string): Promise<unknown> => writeFile(into, 'a file');
    const { errors } = await bring({ members: one, prepare });

    expect(errors).toEqual([
      expect.stringMatching(
        /^artifacts_not_written: (?:a file is where a folder should be: ENOTDIR|something of that name is there already: EEXIST)/,
      ),
    ]);
  });

  test('is reported: a folder in place of a file', async () => {
    const prepare = (into: string): Promise<unknown> =>
      mkdir(join(into, 'build', 'a.txt'), { recursive: true });
    const { errors } = await bring({ members: one, prepare });

    expect(errors).toEqual(['artifacts_not_written: build/a.txt: a folder is in the way.']);
  });

  test('is reported: a full disk', async () => {
    const full: Answer = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    const { errors, tree } = await bring({ answers: [full] });

    expect(errors).toEqual(['artifacts_not_written: no space left on the disk: ENOSPC']);
    expect(tree).toEqual({ 'out/': '/' });
  });
});
