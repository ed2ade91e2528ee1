import http, { type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createNodeTransport } from '../../../src/http/node-transport.js';
import type { BodySink, Transport } from '../../../src/http/transport.js';
import { firstConnection, listen, rawServer, whenClosed, type Loopback } from './loopback.js';
import { newTransport, requestTo, shortFaultOf } from './sending.js';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function start(server: Parameters<typeof listen>[0]): Promise<Loopback> {
  const loopback = await listen(server);
  open.push(loopback);
  return loopback;
}

function transport(): Transport {
  const made = newTransport();
  open.push(made);
  return made;
}

const json = JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id, name: `job ${id}` })));
const packed = gzipSync(json);

/** The address of a server that answers everything so, and what was asked. */
async function answering(
  headers: OutgoingHttpHeaders,
  body: Buffer | string,
  status = 200,
): Promise<{ readonly url: string; readonly asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  const { port } = await start(
    http.createServer((request, response) => {
      asked.push(request.headers['accept-encoding']?.toString());
      response.writeHead(status, headers).end(body);
    }),
  );
  return { url: `http://127.0.0.1:${port}/`, asked };
}

function sinkOf(): { readonly sink: BodySink; readonly taken: () => Buffer } {
  const taken: Buffer[] = [];
  const sink: BodySink = {
    accepts: ({ status }) => status === 200,
    write: (chunk) => taken.push(chunk),
    maxBytes: 1_000_000,
  };
  return { sink, taken: () => Buffer.concat(taken) };
}

const notWhole = (message: string): unknown => ({ kind: 'truncated', reached: 'maybe', message });
const notTheGzip = "the answer's body is not the whole gzip stream that its headers announce";
const hiddenGzip = "the answer's body is gzip, and its headers do not say so";
const unasked = (name: string): string =>
  `the answer's body came compressed in a way that was not asked for (${name}); something in front of GitLab does that`;

describe('a buffered response', () => {
  test('is requested as gzip, whatever the request says, and decompressed', async () => {
    const { url, asked } = await answering({ 'content-encoding': 'gzip' }, packed);

    const answer = await transport().send(requestTo(url, { headers: { 'accept-encoding': 'br' } }));

    expect({ body: answer.body.toString(), asked }).toEqual({ body: json, asked: ['gzip'] });
  });

  test.each([
    { name: 'plain', headers: {}, body: json },
    { name: 'with a label that names no coding', headers: { 'content-encoding': 'utf-8' }, body: json },
    { name: 'under the old name', headers: { 'content-encoding': 'x-gzip' }, body: packed },
    {
      name: 'in two members',
      headers: { 'content-encoding': 'gzip' },
      body: Buffer.concat([gzipSync(json.slice(0, 100)), gzipSync(json.slice(100))]),
    },
  ])('may arrive $name', async ({ headers, body }) => {
    const { url } = await answering(headers, body);
    expect((await transport().send(requestTo(url))).body.toString()).toBe(json);
  });

  test.each([200, 204, 301, 304])('may be empty with any label (%d)', async (status) => {
    const { url } = await answering({ 'content-encoding': 'gzip' }, '', status);
    const answer = await transport().send(requestTo(url));
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  });

  test('is also decompressed when it is an error', async () => {
    const { url } = await answering({ 'content-encoding': 'gzip' }, gzipSync('{"message":"no"}'), 404);
    expect((await transport().send(requestTo(url))).body.toString()).toBe('{"message":"no"}');
  });

  const faults: { name: string; headers: OutgoingHttpHeaders; body: Buffer | string; want: string }[] = [
    { name: 'plain under gzip', headers: { 'content-encoding': 'gzip' }, body: json, want: notTheGzip },
    {
      name: 'gzip that ends early',
      headers: { 'content-encoding': 'gzip' },
      body: packed.subarray(0, packed.length >> 1),
      want: notTheGzip,
    },
    {
      name: 'gzip without its last byte, all of the text there',
      headers: { 'content-encoding': 'gzip' },
      body: packed.subarray(0, -1),
      want: notTheGzip,
    },
    {
      name: 'gzip with something behind',
      headers: { 'content-encoding': 'gzip' },
      body: Buffer.concat([packed, Buffer.from('<html>')]),
      want: notTheGzip,
    },
    {
      name: 'deflate under gzip',
      headers: { 'content-encoding': 'gzip' },
      body: deflateSync(json),
      want: notTheGzip,
    },
    { name: 'gzip under no label', headers: {}, body: packed, want: hiddenGzip },
    {
      name: 'gzip under identity',
      headers: { 'content-encoding': 'identity' },
      body: packed,
      want: hiddenGzip,
    },
    {
      name: 'gzip in gzip under one label',
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(packed),
      want: hiddenGzip,
    },
    {
      name: 'gzip in gzip under two',
      headers: { 'content-encoding': 'gzip, gzip' },
      body: gzipSync(packed),
      want: unasked('gzip and gzip'),
    },
    {
      name: 'the same header twice',
      headers: { 'Content-Encoding': ['gzip', 'gzip'] },
      body: packed,
      want: unasked('gzip and gzip'),
    },
    {
      name: 'deflate',
      headers: { 'content-encoding': 'deflate' },
      body: deflateSync(json),
      want: unasked('deflate'),
    },
    {
      name: 'br',
      headers: { 'content-encoding': 'br' },
      body: brotliCompressSync(json),
      want: unasked('br'),
    },
  ];
  test.each(faults)('is not complete: $name', async ({ headers, body, want }) => {
    const { url } = await answering(headers, body);
    expect(await shortFaultOf(transport(), requestTo(url, { method: 'POST' }))).toEqual(notWhole(want));
  });

  test('is truncated if the connection breaks, and says where', async () => {
    const { port } = await start(
      rawServer((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n`);
        socket.end(packed.subarray(0, 50));
      }),
    );
    expect(await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`))).toEqual(
      notWhole("the connection broke after 50 bytes of the answer's body"),
    );
  });
});

describe('the size limit applies to the decompressed size:', () => {
  const tooLong = { kind: 'too_large', reached: 'maybe', message: 'the answer is longer than 1000 bytes' };

  test.each([
    { name: 'that shrinks well', body: Buffer.alloc(1000, 'x') },
    {
      name: 'that cannot shrink',
      body: Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7919) % 251)),
    },
  ])('a body of exactly the limit $name passes', async ({ body }) => {
    const { url } = await answering({ 'content-encoding': 'gzip' }, gzipSync(body));
    expect((await transport().send(requestTo(url, { maxBytes: 1000 }))).body).toEqual(body);
  });

  test('one more byte does not pass', async () => {
    const { url } = await answering({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(1001, 'x')));
    expect(await shortFaultOf(transport(), requestTo(url, { maxBytes: 1000 }))).toEqual(tooLong);
  });

  /** Writes the same piece up to 10 MB; tells how much of it went out. */
  function flood(
    head: string,
    piece: Buffer,
  ): { server: ReturnType<typeof rawServer>; written: () => number } {
    let written = 0;
    const server = rawServer((socket: Socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n`);
      const more = (): void => {
        while (written < 10_000_000 && !socket.destroyed) {
          written += piece.length;
          if (!socket.write(piece)) {
            socket.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    return { server, written: () => written };
  }

  const bombs = [
    { name: '10 MB that would be 10 GB', piece: gzipSync(Buffer.alloc(10_000_000)), maxBytes: 5_000_000 },
    { name: 'members of nothing, without end', piece: gzipSync(''), maxBytes: 100_000 },
  ];
  test.each(bombs)('a small body survives $name', async ({ piece, maxBytes }) => {
    const { server, written } = flood('content-encoding: gzip\r\n', piece);
    const { port } = await start(server);
    const connection = firstConnection(server);

    const fault = await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { maxBytes }));
    await whenClosed(await connection);

    expect(fault).toEqual({ ...tooLong, message: `the answer is longer than ${maxBytes} bytes` });
    expect(written()).toBeLessThan(10_000_000);
  });

  test('a silent zip bomb is not awaited', async () => {
    const server = http.createServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(gzipSync(Buffer.alloc(100_000)));
    });
    const { port } = await start(server);
    const connection = firstConnection(server);

    const fault = await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { maxBytes: 1000 }));
    await whenClosed(await connection);

    expect(fault).toEqual(tooLong);
  });

  test('an announced length far beyond the limit ends the response before reading', async () => {
    const { port } = await start(
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5000\r\n\r\n');
      }),
    );
    const fault = await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { maxBytes: 1000 }));
    expect(fault).toEqual(tooLong);
  });
});

describe('during decompression', () => {
  /** Sends the first half of a packed body, then nothing. */
  function halfServer(then: () => void): ReturnType<typeof http.createServer> {
    return http.createServer((_request, response: ServerResponse) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(packed.subarray(0, packed.length >> 1), then);
    });
  }

  test('the timeout ends the request', async () => {
    let pass = (): void => undefined;
    const schedule = (_delayMs: number, callback: () => void): (() => void) => {
      pass = callback;
      return () => undefined;
    };
    const server = halfServer(() => setImmediate(() => pass()));
    const { port } = await start(server);
    const connection = firstConnection(server);
    const sender = createNodeTransport({ caCertificate: undefined, clock: { schedule } });
    open.push(sender);

    const fault = await shortFaultOf(sender, requestTo(`http://127.0.0.1:${port}/`, { timeoutMs: 7000 }));
    await whenClosed(await connection);

    expect(fault).toEqual({
      kind: 'timeout',
      reached: 'maybe',
      message: `no complete answer within 7 s: 127.0.0.1:${port}`,
    });
  });

  test('an abort ends the request with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by a test');
    const server = halfServer(() => setImmediate(() => controller.abort(reason)));
    const { port } = await start(server);
    const connection = firstConnection(server);

    const sending = transport().send(requestTo(`http://127.0.0.1:${port}/`, { signal: controller.signal }));

    await expect(sending).rejects.toBe(reason);
    await whenClosed(await connection);
  });
});

describe('a response that goes to a sink', () => {
  test('is requested unencoded, and keeps every byte', async () => {
    const { url, asked } = await answering({ 'content-type': 'application/gzip' }, packed);
    const { sink, taken } = sinkOf();

    await transport().send(requestTo(url, { sink }));

    expect({ taken: taken().equals(packed), asked }).toEqual({ taken: true, asked: ['identity'] });
  });

  test('keeps every byte with a label that names no coding', async () => {
    const { url } = await answering({ 'content-encoding': 'aws-chunked' }, packed);
    const { sink, taken } = sinkOf();
    await transport().send(requestTo(url, { sink }));
    expect(taken().equals(packed)).toBe(true);
  });

  test.each(['gzip', 'br', 'deflate, gzip'])('receives nothing of a body in %s', async (coding) => {
    const { url } = await answering({ 'content-encoding': coding }, packed);
    const { sink, taken } = sinkOf();

    const fault = await shortFaultOf(transport(), requestTo(url, { sink }));

    expect(fault).toEqual(notWhole(unasked(coding.replace(', ', ' and '))));
    expect(taken().length).toBe(0);
  });

  test('buffers and decompresses an error that the server compressed', async () => {
    const { url } = await answering({ 'content-encoding': 'gzip' }, gzipSync('{"message":"no"}'), 404);
    const { sink } = sinkOf();
    expect((await transport().send(requestTo(url, { sink }))).body.toString()).toBe('{"message":"no"}');
  });

  test('leaves no connection behind for a foreign coding', async () => {
    const server = http.createServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'br' }).write('x');
    });
    const { port } = await start(server);
    const connection = firstConnection(server);
    const { sink } = sinkOf();
    await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { sink }));
    await whenClosed(await connection);
    expect((await connection).destroyed).toBe(true);
  });
});
