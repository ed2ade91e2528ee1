import http from 'node:http';
import net from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Transport } from '../../../src/http/transport.js';
import { firstConnection, listen, rawServer, whenClosed, type Loopback } from './loopback.js';
import { faultOf, newHeldTransport, newTransport, requestTo, shortFaultOf } from './sending.js';

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

describe('a truncated response is a fault:', () => {
  const cases: {
    name: string;
    answer: (socket: net.Socket) => void;
    want: { kind: string; reached: string; message: string };
  }[] = [
    {
      name: 'in a body of a known length',
      answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":1}'),
      want: {
        kind: 'truncated',
        reached: 'maybe',
        message: "the connection broke after 8 bytes of the answer's body",
      },
    },
    {
      name: 'in a chunked body',
      answer: (socket) =>
        socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{"id":1}\r\n'),
      want: {
        kind: 'truncated',
        reached: 'maybe',
        message: "the connection broke after 8 bytes of the answer's body",
      },
    },
    {
      name: 'in a chunk',
      answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"id":1}'),
      want: {
        kind: 'truncated',
        reached: 'maybe',
        message: "the connection broke after 8 bytes of the answer's body",
      },
    },
    {
      name: 'by a chunk that is none',
      answer: (socket) => socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
      want: {
        kind: 'truncated',
        reached: 'maybe',
        message: "the connection broke after 0 bytes of the answer's body",
      },
    },
    {
      name: 'by a reset after the headers',
      answer: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n', () =>
          setTimeout(() => socket.resetAndDestroy(), 50),
        );
      },
      want: {
        kind: 'truncated',
        reached: 'maybe',
        message: "the connection broke after 0 bytes of the answer's body",
      },
    },
    {
      name: 'by a reset before the headers',
      answer: (socket) => socket.resetAndDestroy(),
      want: {
        kind: 'reset',
        reached: 'maybe',
        message: 'the connection broke before an answer came: SERVER (ECONNRESET)',
      },
    },
    {
      name: 'by an end before the headers',
      answer: (socket) => socket.end(),
      want: {
        kind: 'reset',
        reached: 'maybe',
        message: 'the connection broke before an answer came: SERVER (ECONNRESET)',
      },
    },
    {
      name: 'by something that is not HTTP',
      answer: (socket) => socket.end('220 mail.example.test ESMTP\r\n\r\n'),
      want: {
        kind: 'reset',
        reached: 'maybe',
        message: 'the answer is not HTTP: SERVER (HPE_INVALID_CONSTANT)',
      },
    },
    {
      name: 'by headers without end',
      answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
      want: {
        kind: 'too_large',
        reached: 'maybe',
        message: 'the headers of the answer are too long: SERVER (HPE_HEADER_OVERFLOW)',
      },
    },
  ];

  test.each(cases)('$name', async ({ answer, want }) => {
    const { port } = await start(rawServer(answer));

    const fault = await shortFaultOf(
      transport(),
      requestTo(`http://127.0.0.1:${port}/secret-path?private=1`, { method: 'POST', body: 'secret' }),
    );

    expect(fault).toEqual({ ...want, message: want.message.replace('SERVER', `127.0.0.1:${port}`) });
  });
});

describe('the transport without a server', () => {
  test('reports a closed port as certainly not reached', async () => {
    const { port, close } = await listen(net.createServer());
    await close();

    expect(await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/?q=1`))).toEqual({
      kind: 'refused',
      reached: 'no',
      message: `no connection could be made: 127.0.0.1:${port} (ECONNREFUSED)`,
    });
  });

  test('reports an unknown name as a name fault', async () => {
    // A label of more than 63 characters fails in the resolver itself: no question leaves the machine.
    const host = `${'a'.repeat(64)}.invalid`;
    const { kind, reached, message } = await faultOf(transport(), requestTo(`http://${host}/`));

    expect({ kind, reached, message: message.replace(/E[A-Z_]+/, 'CODE') }).toEqual({
      kind: 'name',
      reached: 'no',
      message: `the host name could not be resolved: ${host}:80 (CODE)`,
    });
  });
});

describe('the size limit of a response', () => {
  test('ends a response that announces too much before reading it', async () => {
    const server = rawServer((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\nx'));
    const { port } = await start(server);
    const connection = firstConnection(server);

    const fault = await shortFaultOf(transport(), requestTo(`http://127.0.0.1:${port}/`, { maxBytes: 1000 }));
    await whenClosed(await connection);

    expect(fault).toEqual({
      kind: 'too_large',
      reached: 'maybe',
      message: 'the answer is longer than 1000 bytes',
    });
  });

  test('lets a body of exactly the limit pass', async () => {
    const { port } = await start(http.createServer((_request, response) => response.end('x'.repeat(1000))));

    const answer = await transport().send(requestTo(`http://127.0.0.1:${port}/`, { maxBytes: 1000 }));

    expect(answer.body.length).toBe(1000);
  });

  test('stops 100 MB that were not announced shortly after the limit', async () => {
    const piece = Buffer.alloc(65_536, 'x');
    let written = 0;
    const server = http.createServer((_request, response) => {
      const more = (): void => {
        while (written < 100_000_000 && !response.destroyed) {
          written += piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    const { port } = await start(server);
    const connection = firstConnection(server);

    const { kind } = await faultOf(
      transport(),
      requestTo(`http://127.0.0.1:${port}/`, { maxBytes: 1_000_000 }),
    );
    await whenClosed(await connection);

    expect({ kind, little: written < 20_000_000 }).toEqual({ kind: 'too_large', little: true });
  });
});

describe('the request timeout', () => {
  const cases: { name: string; answer: (socket: net.Socket) => void; want: string }[] = [
    {
      name: 'of a server that says nothing',
      answer: () => undefined,
      want: 'no complete answer within 0.3 s',
    },
    {
      name: 'of a body that stalls',
      answer: (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{'),
      want: 'no complete answer within 0.3 s',
    },
    {
      name: 'of a body that drips, however steadily',
      answer: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
        const timer = setInterval(() => socket.write('x'), 20);
        socket.once('close', () => clearInterval(timer));
      },
      want: 'no complete answer within 0.3 s',
    },
  ];

  test.each(cases)('$name closes the socket', async ({ answer, want }) => {
    const { transport: held, passDeadlines } = newHeldTransport();
    open.push(held);
    const server = rawServer((socket) => {
      answer(socket);
      setTimeout(passDeadlines, 50);
    });
    const { port } = await start(server);
    const connection = firstConnection(server);

    const fault = await shortFaultOf(held, requestTo(`http://127.0.0.1:${port}/`, { timeoutMs: 300 }));
    await whenClosed(await connection);

    expect(fault).toEqual({ kind: 'timeout', reached: 'maybe', message: `${want}: 127.0.0.1:${port}` });
  });

  test('is certain before TLS is ready that the server was not reached', async () => {
    const server = net.createServer();
    const { port } = await start(server);
    const connection = firstConnection(server);

    const fault = await shortFaultOf(
      transport(),
      requestTo(`https://127.0.0.1:${port}/`, { timeoutMs: 300 }),
    );
    await whenClosed(await connection);

    expect(fault).toEqual({
      kind: 'timeout',
      reached: 'no',
      message: `no connection within 0.3 s: 127.0.0.1:${port}`,
    });
  });
});

describe('the abort of a request', () => {
  const stages: { name: string; answer: (socket: net.Socket) => void }[] = [
    { name: 'while waiting for an answer', answer: () => undefined },
    {
      name: 'while reading a body',
      answer: (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{'),
    },
  ];

  test.each(stages)('during $name throws its reason and closes the socket', async ({ answer }) => {
    const controller = new AbortController();
    const reason = new Error('stopped by a test');
    const server = rawServer((socket) => {
      answer(socket);
      setTimeout(() => controller.abort(reason), 50);
    });
    const { port } = await start(server);
    const connection = firstConnection(server);

    const sending = transport().send(requestTo(`http://127.0.0.1:${port}/`, { signal: controller.signal }));

    await expect(sending).rejects.toBe(reason);
    await whenClosed(await connection);
  });

  test('before sending opens no connection', async () => {
    const loopback = await start(net.createServer());
    const reason = new Error('stopped by a test');

    const sending = transport().send(
      requestTo(`http://127.0.0.1:${loopback.port}/`, { signal: AbortSignal.abort(reason) }),
    );

    await expect(sending).rejects.toBe(reason);
    expect(loopback.sockets).toEqual([]);
  });
});

describe('closing the transport', () => {
  test('ends a request in flight, and kept connections', async () => {
    const server = rawServer((socket, head) => {
      if (head.startsWith('GET /quick')) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      else sender.close();
    });
    const loopback = await start(server);
    const sender = transport();
    await sender.send(requestTo(`http://127.0.0.1:${loopback.port}/quick`));

    const { kind, reached } = await faultOf(sender, requestTo(`http://127.0.0.1:${loopback.port}/slow`));
    await Promise.all(loopback.sockets.map(whenClosed));

    expect({ kind, reached }).toEqual({ kind: 'reset', reached: 'maybe' });
  });
});
