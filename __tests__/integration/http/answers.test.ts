import http from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Transport } from '../../../src/http/transport.js';
import { listen, rawServer, type Loopback } from './loopback.js';
import { newTransport, requestTo, shortFaultOf } from './sending.js';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function start(server: Parameters<typeof listen>[0], host?: string): Promise<Loopback> {
  const loopback = await listen(server, host);
  open.push(loopback);
  return loopback;
}

function transport(): Transport {
  const made = newTransport();
  open.push(made);
  return made;
}

describe('a complete response', () => {
  test('has its status, headers and every byte of the body', async () => {
    const server = http.createServer((_request, response) => {
      response.writeHead(201, { 'X-One': 'a', 'Set-Cookie': ['b=1', 'c=2'], date: 'now' });
      response.write('first ');
      response.end('second');
    });
    const { port } = await start(server);

    const answer = await transport().send(requestTo(`http://127.0.0.1:${port}/`));

    expect({ ...answer, body: answer.body.toString() }).toEqual({
      status: 201,
      headers: {
        'x-one': 'a',
        'set-cookie': 'b=1, c=2',
        date: 'now',
        connection: 'keep-alive',
        'keep-alive': 'timeout=5',
        'transfer-encoding': 'chunked',
      },
      body: 'first second',
    });
  });

  test('belongs to a request with exactly the given path, headers and body', async () => {
    const seen: unknown[] = [];
    const server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, headers, body });
        response.end('{}');
      });
    });
    const { port } = await start(server);

    await transport().send(
      requestTo(`http://127.0.0.1:${port}/api/v4/projects/a%2Fb?x=1#f`, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: '{"ä":1}',
      }),
    );

    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/api/v4/projects/a%2Fb?x=1',
        headers: {
          accept: 'application/json',
          'accept-encoding': 'gzip',
          'content-type': 'application/json',
          'content-length': '8',
          'user-agent': expect.stringContaining('test-agent/1'),
          host: `127.0.0.1:${port}`,
          connection: 'keep-alive',
        },
        body: '{"ä":1}',
      },
    ]);
  });

  test('is returned as it is when it is a redirect, which is not followed', async () => {
    const elsewhere: string[] = [];
    const other = await start(
      http.createServer((request, response) => {
        elsewhere.push(request.url ?? '');
        response.end();
      }),
    );
    const location = `http://127.0.0.1:${other.port}/stolen`;
    const { port } = await start(
      http.createServer((_request, response) => response.writeHead(307, { location }).end()),
    );

    const answer = await transport().send(
      requestTo(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'token' }),
    );

    expect({ status: answer.status, location: answer.headers.location, elsewhere }).toEqual({
      status: 307,
      location,
      elsewhere: [],
    });
  });

  test('may be empty', async () => {
    const { port } = await start(http.createServer((_request, response) => response.writeHead(204).end()));

    const answer = await transport().send(requestTo(`http://127.0.0.1:${port}/`, { method: 'DELETE' }));

    expect({ status: answer.status, length: answer.body.length }).toEqual({ status: 204, length: 0 });
  });

  test('also arrives from an IPv6 address', async () => {
    const server = http.createServer((request, response) => response.end(request.headers.host));
    const loopback = await start(server, '::1').catch((error: unknown) => {
      // Only a machine without the address may pass over this test, and it says so.
      expect(error).toHaveProperty('code', expect.stringMatching(/^(?:EADDRNOTAVAIL|EAFNOSUPPORT)$/));
      process.stderr.write('no IPv6 loopback on this machine: the test of [::1] did not run\n');
      return undefined;
    });
    if (loopback === undefined) return;

    const answer = await transport().send(requestTo(`http://[::1]:${loopback.port}/`));

    expect(answer.body.toString()).toBe(`[::1]:${loopback.port}`);
  });
});

describe('the connections of a transport', () => {
  test('are kept and reused, and do not pile up', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): number => warnings.push(warning);
    process.on('warning', onWarning);
    const loopback = await start(http.createServer((_request, response) => response.end('x')));
    const sender = transport();
    const controller = new AbortController();

    for (let count = 0; count < 30; count++) {
      await sender.send(requestTo(`http://127.0.0.1:${loopback.port}/`, { signal: controller.signal }));
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);

    expect({ connections: loopback.sockets.length, warnings }).toEqual({ connections: 1, warnings: [] });
  });

  test('are replaced if the server has closed them while they were idle', async () => {
    const server = http.createServer((_request, response) => response.end('x'));
    const loopback = await start(server);
    const sender = transport();
    const url = `http://127.0.0.1:${loopback.port}/`;
    await sender.send(requestTo(url));
    const [first] = loopback.sockets;
    server.closeAllConnections();
    await new Promise((resolve) => first?.once('close', resolve));
    await new Promise((resolve) => setImmediate(resolve));

    const answer = await sender.send(requestTo(url));

    expect({ status: answer.status, connections: loopback.sockets.length }).toEqual({
      status: 200,
      connections: 2,
    });
  });

  test('make the request count as perhaps received if they break under a second one', async () => {
    const { port, sockets } = await start(
      rawServer((socket, _head, index) => {
        if (index === 0) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
        else socket.resetAndDestroy();
      }),
    );
    const sender = transport();
    await sender.send(requestTo(`http://127.0.0.1:${port}/`));

    const fault = await shortFaultOf(
      sender,
      requestTo(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' }),
    );

    expect({ ...fault, connections: sockets.length }).toEqual({
      kind: 'reset',
      reached: 'maybe',
      message: `the connection broke before an answer came: 127.0.0.1:${port} (ECONNRESET)`,
      connections: 1,
    });
  });

  test('use a separate agent for each scheme', async () => {
    const { port } = await start(http.createServer((_request, response) => response.end('x')));
    const sender = transport();
    await sender.send(requestTo(`http://127.0.0.1:${port}/`));

    const fault = await shortFaultOf(sender, requestTo(`https://127.0.0.1:${port}/`));

    expect({ kind: fault.kind, reached: fault.reached }).toEqual({ kind: 'tls', reached: 'no' });
  });
});

describe('a server that changes the protocol unasked', () => {
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';

  test.each(['GET', 'POST'] as const)('answers nothing to a %s, and may have received it', async (method) => {
    const { port } = await start(rawServer((socket) => void socket.write(upgrade)));

    const fault = await shortFaultOf(
      transport(),
      requestTo(`http://127.0.0.1:${port}/`, method === 'POST' ? { method, body: 'x' } : {}),
    );

    expect(fault).toEqual({
      kind: 'reset',
      reached: 'maybe',
      message: `the answer is not HTTP: 127.0.0.1:${port} (HPE_PAUSED_UPGRADE)`,
    });
  });

  test.each([
    { name: 'again and again', head: upgrade.repeat(3) },
    { name: 'after an early hint', head: `HTTP/1.1 103 Early Hints\r\n\r\n${upgrade}` },
    { name: 'and sends something else', head: `${upgrade}\u0081\u0000{"id":1}` },
  ])('$name ends in a fault, at the latest when its time is over', async ({ head }) => {
    const { port } = await start(rawServer((socket) => void socket.write(head, 'latin1')));

    const fault = await shortFaultOf(
      transport(),
      requestTo(`http://127.0.0.1:${port}/`, { timeoutMs: 1_000 }),
    );

    expect(['reset', 'timeout']).toContain(fault.kind);
    expect(fault.reached).toBe('maybe');
  });

  test('but names none gives an answer like any other', async () => {
    const head = 'HTTP/1.1 101 Switching Protocols\r\n\r\n';
    const { port } = await start(rawServer((socket) => void socket.end(head)));

    const answer = await transport().send(requestTo(`http://127.0.0.1:${port}/`));

    expect([answer.status, answer.body.length]).toEqual([101, 0]);
  });

  test('spoils no later request of the same transport', async () => {
    const { port } = await start(
      rawServer((socket, _head, index) => {
        socket.write(index === 0 ? upgrade : 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      }),
    );
    const sender = transport();
    await shortFaultOf(sender, requestTo(`http://127.0.0.1:${port}/`));

    const answer = await sender.send(requestTo(`http://127.0.0.1:${port}/`));

    expect(answer.body.toString()).toBe('ok');
  });
});
