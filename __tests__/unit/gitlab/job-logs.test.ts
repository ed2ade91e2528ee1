import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import { type HttpRequest, type HttpResponse, TransportFault } from '../../../src/http/transport.js';

const call = { project: { kind: 'id', id: 42 }, jobId: 7, fromByte: 0 } as const;
const { signal } = new AbortController();
const text = { 'content-type': 'text/plain' };
const named = { ...text, 'content-disposition': 'infile; filename="7.log"' };
const preamble = '\u001b[0KRunning with gitlab-runner 17.0.0 (44feccdf)\u001b[0;m\n';

interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly pieceBytes?: number;
  readonly endsIn?: 'fault';
}

/** A client whose server answers everything with this. */
function clientOf({ headers, body, pieceBytes = 65_536, endsIn }: Answer): GitLabClient {
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    const head = { status: 200, headers };
    if (request.sink?.accepts(head) !== true) return Promise.resolve({ ...head, body });
    for (let at = 0; at < body.length; at += pieceBytes)
      request.sink.write(body.subarray(at, at + pieceBytes));
    if (endsIn === undefined) return Promise.resolve({ ...head, body: Buffer.alloc(0) });
    return Promise.reject(new TransportFault({ kind: 'truncated', reached: 'maybe', message: 'broken' }));
  };
  return createGitLabClient(
    { transport: { send: async (request) => await send(request) }, clock: { epochMs: () => 0 } },
    {
      connection: {
        apiUrl: new URL('https://gitlab.example.com/api/v4/'),
        requestTimeoutMs: 1000,
        requestHeaders: [],
      },
      accessToken: undefined,
    },
  );
}

function inWindows1251(russian: string): Buffer {
  return Buffer.from(Array.from(russian, (one) => one.charCodeAt(0) - (one >= 'А' ? 0x350 : 0)));
}

async function logOf(answer: Answer, fromByte = 0) {
  const chunks: Buffer[] = [];
  const reply = await clientOf(answer).streamTrace(
    { ...call, fromByte },
    (bytes) => chunks.push(bytes),
    signal,
  );
  return { reply, taken: Buffer.concat(chunks) };
}

describe('the log of a job', () => {
  test.each<{ name: string; disposition: string }>([
    { name: 'as GitLab names it', disposition: 'infile; filename="7.log"' },
    { name: 'without quotes', disposition: 'infile; filename=7.log' },
    { name: 'as an attachment, as some gateways demand', disposition: 'attachment; filename="7.log"' },
    { name: 'in capitals, with more', disposition: 'INFILE; FILENAME="7.log"; size=3' },
    { name: 'twice', disposition: 'infile; filename="7.log", infile; filename="7.log"' },
  ])('is what is named after the job: $name', async ({ disposition }) => {
    const headers = { ...text, 'content-disposition': disposition };
    const { reply, taken } = await logOf({ headers, body: Buffer.from('OK\n') });
    expect([reply, taken.toString()]).toEqual([{ kind: 'ok', value: { bytes: 3 }, hints: {} }, 'OK\n']);
  });

  test('may be empty where it is named', async () => {
    const { reply } = await logOf({ headers: named, body: Buffer.alloc(0) });
    expect(reply).toEqual({ kind: 'ok', value: { bytes: 0 }, hints: {} });
  });

  test.each<{ name: string; headers: Readonly<Record<string, string>>; body: string; fromByte?: number }>([
    { name: 'a text of somebody on the way', headers: text, body: 'OK' },
    { name: 'nothing', headers: text, body: '' },
    { name: 'a text without a type', headers: {}, body: 'OK' },
    { name: 'a long text', headers: text, body: 'Access denied by policy\n'.repeat(10_000) },
    { name: 'the part of a log, unnamed', headers: text, body: 'line\n', fromByte: 4096 },
    { name: 'a text that quotes a log', headers: text, body: `denied: ${preamble}` },
    {
      name: 'another file',
      headers: { ...text, 'content-disposition': 'inline; filename="a.txt"' },
      body: 'x',
    },
  ])('is not $name', async ({ headers, body, fromByte }) => {
    const { reply, taken } = await logOf({ headers, body: Buffer.from(body), pieceBytes: 100 }, fromByte);
    expect([reply, taken.length]).toEqual([
      {
        kind: 'unreadable',
        status: 200,
        why: "it does not name the job's log, as GitLab does (Content-Disposition), and does not begin like one",
        hints: {},
      },
      0,
    ]);
  });

  test.each<{ name: string; disposition: string }>([
    { name: 'another job', disposition: 'infile; filename="8.log"' },
    { name: 'a job whose ID ends alike', disposition: 'infile; filename="17.log"' },
    { name: 'a job whose ID begins alike', disposition: 'infile; filename="77.log"' },
  ])('is not that of $name, as a cache may mistake it', async ({ disposition }) => {
    const headers = { ...text, 'content-disposition': disposition };
    const { reply, taken } = await logOf({ headers, body: Buffer.from(preamble) });
    expect([reply, taken.length]).toMatchObject([
      { kind: 'unreadable', why: 'the body is the log of another job' },
      0,
    ]);
  });

  test.each<{ name: string; start: string }>([
    { name: 'the line of the runner', start: preamble },
    { name: 'its line of 2017', start: 'Running with gitlab-ci-multi-runner 9.5.0 (413da38)\n' },
    { name: 'a timestamp', start: `2026-09-26T10:42:49.140026Z 00O ${preamble}` },
    {
      name: 'a section',
      start: '2024-05-14T11:19:20.000000Z 00O section_start:1790419369:prepare_executor\r\n',
    },
  ])('is read whole where a proxy removes the name, by $name', async ({ start }) => {
    const body = Buffer.from(start + 'line\n'.repeat(1000));
    const { reply, taken } = await logOf({ headers: text, body, pieceBytes: 7 });
    expect([reply, taken.equals(body)]).toEqual([
      { kind: 'ok', value: { bytes: body.length, provenByStart: true }, hints: {} },
      true,
    ]);
  });

  const log = Buffer.from(`${preamble}${'line 1\n'.repeat(300)}`);
  const noise = Buffer.from(
    Array.from({ length: 600 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
  );

  test.each<{ name: string; body: Buffer; format: string; fromByte?: number }>([
    { name: 'gzip', body: gzipSync(log), format: 'gzip' },
    { name: 'gzip twice', body: gzipSync(gzipSync(log)), format: 'gzip' },
    { name: 'gzip of nothing', body: gzipSync(''), format: 'gzip' },
    { name: 'gzip of a part', body: gzipSync(log), format: 'gzip', fromByte: 4096 },
    { name: 'zlib', body: deflateSync(log), format: 'zlib' },
    { name: 'zlib, weakly', body: deflateSync(log, { level: 1 }), format: 'zlib' },
    { name: 'zlib, strongly', body: deflateSync(log, { level: 9 }), format: 'zlib' },
    { name: 'zstd', body: Buffer.concat([Buffer.from('28b52ffd', 'hex'), noise]), format: 'zstd' },
    { name: 'raw deflate', body: deflateRawSync(noise), format: 'an unknown format' },
    { name: 'brotli', body: brotliCompressSync(noise), format: 'an unknown format' },
  ])('is not shown as bytes: $name', async ({ body, format, fromByte }) => {
    for (const pieceBytes of [1, 65_536]) {
      const { reply, taken } = await logOf({ headers: named, body, pieceBytes }, fromByte);
      const why = `the body is compressed (${format}), which its headers do not say; something in front of GitLab does that`;
      expect([reply, taken.length]).toEqual([{ kind: 'unreadable', status: 200, why, hints: {} }, 0]);
    }
  });

  test.each<{ name: string; body: Buffer; fromByte?: number }>([
    { name: 'a word', body: Buffer.from('x^2') },
    { name: 'one byte', body: Buffer.from('\u001f') },
    { name: 'Windows-1251', body: inWindows1251('Ошибка сборки: файл не найден\r\n'.repeat(20)) },
    { name: 'UTF-16', body: Buffer.from('Build failed: no such file\r\n'.repeat(20), 'utf16le') },
    { name: 'colors and bells', body: Buffer.from('\u001b[31mno\u001b[0m\u0007\b\f\u000e\u000f'.repeat(20)) },
    { name: 'bytes that a job printed', body: Buffer.concat([Buffer.from(preamble), noise]) },
    { name: 'bytes that a job printed, from the middle on', body: noise, fromByte: 4096 },
    {
      name: 'a text that begins as zlib does, from the middle on',
      body: Buffer.from('xڬ said\n'),
      fromByte: 4096,
    },
    {
      name: 'a text of Windows-1252 that does',
      body: Buffer.from('x\u009cuvre\n', 'latin1'),
      fromByte: 4096,
    },
    { name: 'a text about compression', body: Buffer.from('BZh9 is the magic of bzip2, PK that of zip') },
  ])('may be $name', async ({ body, fromByte }) => {
    const { reply, taken } = await logOf({ headers: named, body }, fromByte);
    expect([reply, taken.equals(body)]).toMatchObject([{ kind: 'ok' }, true]);
  });

  test.each<{ name: string; headers: Readonly<Record<string, string>>; body: Buffer; want: string }>([
    { name: 'keeps what came of it', headers: named, body: Buffer.from('half'), want: 'half' },
    { name: 'keeps what came where its start proves it', headers: text, body: log, want: log.toString() },
    { name: 'keeps nothing of a stranger', headers: text, body: Buffer.from('half'), want: '' },
    { name: 'keeps nothing of packed bytes', headers: named, body: gzipSync(log), want: '' },
  ])('that is cut $name', async ({ headers, body, want }) => {
    const { reply, taken } = await logOf({ headers, body, endsIn: 'fault' });
    expect([reply, taken.toString()]).toMatchObject([{ kind: 'fault', fault: { message: 'broken' } }, want]);
  });

  test('is not searched for in an endless answer of somebody else', async () => {
    const { reply, taken } = await logOf({ headers: text, body: Buffer.alloc(1_000_000, 'x') });
    expect([reply, taken.length]).toMatchObject([{ kind: 'fault', fault: { kind: 'too_large' } }, 0]);
  });
});
