import http from 'node:http';
import https from 'node:https';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createNodeTransport } from '../../../src/http/node-transport.js';
import type { BodySink, HttpRequest, Transport } from '../../../src/http/transport.js';
import { listen, rawServer, type Loopback } from './loopback.js';
import { newTransport, requestTo, shortFaultOf } from './sending.js';
import { throwAwayAuthority } from './throw-away-authority.js';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function start(server: Parameters<typeof listen>[0]): Promise<Loopback> {
  const loopback = await listen(server);
  open.push(loopback);
  return loopback;
}

function transport(caCertificate?: string): Transport {
  const made = newTransport(caCertificate);
  open.push(made);
  return made;
}

function sinkOf(changes: Partial<BodySink> = {}): { sink: BodySink; taken: Buffer[] } {
  const taken: Buffer[] = [];
  return {
    taken,
    sink: {
      accepts: ({ status }) => status === 200,
      write: (chunk) => taken.push(chunk),
      maxBytes: 1_000_000,
      ...changes,
    },
  };
}

describe('a sink for a body', () => {
  test('takes the body of a response that it accepts, longer than the limit for buffered ones', async () => {
    const { port } = await start(
      http.createServer((_request, response) => {
        response.write('a'.repeat(400_000));
        response.end('b'.repeat(400_000));
      }),
    );
    const { sink, taken } = sinkOf();

    const answer = await transport().send(requestTo(`http://127.0.0.1:${port}/`, { sink, maxBytes: 10 }));

    expect({
      status: answer.status,
      body: answer.body.length,
      asSent: Buffer.concat(taken).toString() === 'a'.repeat(400_000) + 'b'.repeat(400_000),
      inPieces: taken.length > 1,
    }).toEqual({ status: 200, body: 0, asSent: true, inPieces: true });
  });

  test('gets nothing of a response that it does not accept', async () => {
    const { port } = await start(
      http.createServer((_request, response) => response.writeHead(404, { 'x-a': '1' }).end('not here')),
    );
    const heads: unknown[] = [];
    const { sink, taken } = sinkOf({
      accepts: (head) => {
        heads.push([head.status, head.headers['x-a']]);
        return false;
      },
    });

    const answer = await transport().send(requestTo(`http://127.0.0.1:${port}/`, { sink }));

    expect({ body: answer.body.toString(), taken, heads }).toEqual({
      body: 'not here',
      taken: [],
      heads: [[404, '1']],
    });
  });

  test.each(['content-length: 2000001\r\n', 'x: y\r\n'])('has a limit of its own (%j)', async (header) => {
    const { port, sockets } = await start(
      rawServer((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\n${header}\r\n`);
        for (let count = 0; count < 20; count++) socket.write('x'.repeat(100_000));
      }),
    );
    const { sink, taken } = sinkOf();

    const fault = await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { sink }));

    expect(fault).toEqual({
      kind: 'too_large',
      reached: 'maybe',
      message: 'the answer is longer than 1000000 bytes',
    });
    expect(Buffer.concat(taken).length).toBeLessThanOrEqual(1_000_000);
    expect(sockets.length).toBe(1);
  });

  test('keeps what arrived before the connection broke', async () => {
    const { port } = await start(
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhello', () => socket.end());
      }),
    );
    const { sink, taken } = sinkOf();

    const fault = await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { sink }));

    expect({ kind: fault.kind, taken: Buffer.concat(taken).toString() }).toEqual({
      kind: 'truncated',
      taken: 'hello',
    });
  });

  test('ends the exchange with its own error when it throws', async () => {
    let closed = (): void => undefined;
    const whenClosed = new Promise<void>((resolve) => (closed = resolve));
    const { port } = await start(
      http.createServer((_request, response) => {
        response.on('close', closed);
        response.write('first');
      }),
    );
    const error = new Error('full');
    const { sink } = sinkOf({
      write: () => {
        throw error;
      },
    });

    await expect(transport().send(requestTo(`http://127.0.0.1:${port}/`, { sink }))).rejects.toBe(error);
    await whenClosed;
  });

  test('restarts the timeout with the first chunk, and ends at a silence', async () => {
    const timers: { delayMs: number; pass: () => void; isForgotten: boolean }[] = [];
    const schedule = (delayMs: number, pass: () => void): (() => void) => {
      const timer = { delayMs, pass, isForgotten: false };
      timers.push(timer);
      return () => (timer.isForgotten = true);
    };
    const { port } = await start(http.createServer((_request, response) => response.write('piece')));
    const sender = createNodeTransport({ caCertificate: undefined, clock: { schedule } });
    open.push(sender);
    const { sink } = sinkOf({ write: () => setImmediate(() => timers.at(-1)?.pass()) });

    const fault = await shortFaultOf(
      sender,
      requestTo(`http://127.0.0.1:${port}/`, { sink, timeoutMs: 7000 }),
    );

    expect({ fault, timers }).toMatchObject({
      fault: { kind: 'timeout', message: expect.stringContaining('no complete answer within 7 s') },
      timers: [
        { delayMs: 7000, isForgotten: true },
        { delayMs: 7000, isForgotten: true },
      ],
    });
  });

  test.each([
    { name: 'too few bytes after the first chunk', pieces: [1, 65_535], restarts: 1 },
    { name: 'enough, and then too few', pieces: [1, 65_536, 65_535], restarts: 2 },
  ])('ends where a body trickles: $name', async ({ pieces, restarts }) => {
    const timers: { pass: () => void; isForgotten: boolean }[] = [];
    const schedule = (_delayMs: number, pass: () => void): (() => void) => {
      const timer = { pass, isForgotten: false };
      timers.push(timer);
      return () => (timer.isForgotten = true);
    };
    const waiting = [...pieces];
    let answer: http.ServerResponse | undefined;
    let missing = 0;
    const next = (): void => {
      missing = waiting.shift() ?? 0;
      if (missing > 0) answer?.write(Buffer.alloc(missing));
      else timers.at(-1)?.pass();
    };
    const { port } = await start(
      http.createServer((_request, response) => {
        answer = response;
        next();
      }),
    );
    const sender = createNodeTransport({ caCertificate: undefined, clock: { schedule } });
    open.push(sender);
    const { sink } = sinkOf({
      write: (chunk) => {
        missing -= chunk.length;
        if (missing === 0) setImmediate(next);
      },
    });

    const fault = await shortFaultOf(sender, requestTo(`http://127.0.0.1:${port}/`, { sink }));

    expect([fault.kind, timers.length]).toEqual(['timeout', 1 + restarts]);
  });
});

describe('the callback onSent', () => {
  test('is called once, when the connection is open, before the response', async () => {
    const authority = throwAwayAuthority();
    const events: string[] = [];
    const server = https.createServer(
      { cert: authority.serverCertificate, key: authority.serverKey },
      (request, response) => {
        request.resume().on('end', () => response.end('x'));
      },
    );
    server.on('secureConnection', () => events.push('open'));
    const { port } = await start(server);
    const sender = transport(authority.caCertificate);
    const request: HttpRequest = requestTo(`https://127.0.0.1:${port}/`, {
      method: 'POST',
      body: 'token',
      onSent: () => events.push('sent'),
    });

    await sender.send(request);
    events.push('answer');
    await sender.send(request);
    events.push('answer');

    expect(events.filter((event) => event !== 'open')).toEqual(['sent', 'answer', 'sent', 'answer']);
  });

  test('is not called without a connection', async () => {
    const loopback = await listen(http.createServer());
    await loopback.close();
    const events: string[] = [];

    const fault = await shortFaultOf(
      transport(),
      requestTo(`http://127.0.0.1:${loopback.port}/`, { body: 'x', onSent: () => events.push('sent') }),
    );

    expect({ kind: fault.kind, events }).toEqual({ kind: 'refused', events: [] });
  });

  test('is not called before the handshake is complete', async () => {
    const { port } = await start(rawServer(() => undefined));
    const events: string[] = [];

    const fault = await shortFaultOf(
      transport(),
      requestTo(`https://127.0.0.1:${port}/`, {
        method: 'POST',
        body: 'x',
        timeoutMs: 300,
        onSent: () => events.push('sent'),
      }),
    );

    expect({ kind: fault.kind, reached: fault.reached, events }).toEqual({
      kind: 'timeout',
      reached: 'no',
      events: [],
    });
  });
});
