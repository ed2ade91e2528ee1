import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Transport } from '../../../src/http/transport.js';
import { firstConnection, listen, whenClosed, type Loopback } from './loopback.js';
import { newTransport, requestTo, shortFaultOf } from './sending.js';
import { throwAwayAuthority, type ThrowAwayAuthority } from './throw-away-authority.js';

const open: { close: () => unknown }[] = [];
let authority: ThrowAwayAuthority;

beforeAll(() => {
  authority = throwAwayAuthority();
});

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

function secureServer(): https.Server {
  const { serverCertificate: cert, serverKey: key } = authority;
  return https.createServer({ cert, key }, (request, response) => response.end(`hello ${request.url ?? ''}`));
}

describe('a TLS connection', () => {
  test('is refused for an unknown authority before the request is sent', async () => {
    const seen: string[] = [];
    const server = secureServer().on('request', ({ url }: http.IncomingMessage) => seen.push(url ?? ''));
    const { port } = await start(server);

    const fault = await shortFaultOf(
      transport(),
      requestTo(`https://127.0.0.1:${port}/`, { method: 'POST', body: 'token' }),
    );

    expect({ ...fault, seen }).toEqual({
      kind: 'tls',
      reached: 'no',
      message: `no trusted TLS connection could be made: 127.0.0.1:${port} (UNABLE_TO_VERIFY_LEAF_SIGNATURE: unable to verify the first certificate)`,
      seen: [],
    });
  });

  test('trusts the authority of ca_certificate, on kept connections too', async () => {
    const loopback = await start(secureServer());
    const sender = transport(authority.caCertificate);

    const bodies: string[] = [];
    for (const path of ['/one', '/two']) {
      const answer = await sender.send(requestTo(`https://127.0.0.1:${loopback.port}${path}`));
      bodies.push(answer.body.toString());
    }

    expect({ bodies, connections: loopback.sockets.length }).toEqual({
      bodies: ['hello /one', 'hello /two'],
      connections: 1,
    });
  });

  test('refuses the certificate of another authority', async () => {
    const { serverCertificate: cert, serverKey: key } = throwAwayAuthority();
    const { port } = await start(https.createServer({ cert, key }));

    const { kind, reached } = await shortFaultOf(
      transport(authority.caCertificate),
      requestTo(`https://127.0.0.1:${port}/`),
    );

    expect({ kind, reached }).toEqual({ kind: 'tls', reached: 'no' });
  });

  test('distinguishes a server without TLS from an unreachable one', async () => {
    const { port } = await start(
      net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );

    const { kind, reached, message } = await shortFaultOf(
      transport(),
      requestTo(`https://127.0.0.1:${port}/`),
    );

    expect([kind, reached, /wrong version number|packet length/.test(message)]).toEqual(['tls', 'no', true]);
  });

  test('certainly has not reached the server after a reset during the handshake', async () => {
    const { port } = await start(
      net.createServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );

    const { kind, reached } = await shortFaultOf(
      transport(),
      requestTo(`https://127.0.0.1:${port}/`, { method: 'POST', body: 'x' }),
    );

    expect({ kind, reached }).toEqual({ kind: 'tls', reached: 'no' });
  });

  test('may have reached the server after a reset following the handshake', async () => {
    const server = secureServer();
    server.removeAllListeners('request');
    server.on('request', (request: http.IncomingMessage) => request.socket.destroy());
    const { port } = await start(server);

    const { kind, reached } = await shortFaultOf(
      transport(authority.caCertificate),
      requestTo(`https://127.0.0.1:${port}/`, { method: 'POST', body: 'x' }),
    );

    expect({ kind, reached }).toEqual({ kind: 'reset', reached: 'maybe' });
  });
});

describe('the proxy of the environment', () => {
  const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];
  let saved: Readonly<Record<string, string | undefined>> = {};

  beforeEach(() => {
    saved = Object.fromEntries(names.map((name) => [name, process.env[name]]));
    for (const name of names) Reflect.deleteProperty(process.env, name);
  });

  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(process.env, name);
    for (const [name, value] of Object.entries(saved)) if (value !== undefined) process.env[name] = value;
  });

  /** A proxy that leads every CONNECT to `port`, and remembers what it was asked. */
  function connectingProxy(port: number, asked: unknown[]): http.Server {
    return http.createServer().on('connect', (request: http.IncomingMessage, client: net.Socket) => {
      asked.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
      const onward = net.connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(client).pipe(onward);
      });
      onward.on('error', () => client.destroy());
      client.on('error', () => onward.destroy()).on('close', () => onward.destroy());
    });
  }

  test('carries https by CONNECT, with its credentials and our trust', async () => {
    const asked: unknown[] = [];
    const target = await start(secureServer());
    const proxy = await start(connectingProxy(target.port, asked));
    process.env.https_proxy = `http://user:p%40ss@127.0.0.1:${proxy.port}`;

    const answer = await transport(authority.caCertificate).send(
      requestTo('https://gitlab.example.test/through'),
    );

    expect({ status: answer.status, body: answer.body.toString(), asked }).toEqual({
      status: 200,
      body: 'hello /through',
      asked: [
        {
          target: 'gitlab.example.test:443',
          authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
        },
      ],
    });
  });

  test('does not weaken the check of certificates', async () => {
    const target = await start(secureServer());
    const proxy = await start(connectingProxy(target.port, []));
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;

    const { kind, reached } = await shortFaultOf(transport(), requestTo('https://gitlab.example.test/'));

    expect({ kind, reached }).toEqual({ kind: 'tls', reached: 'no' });
  });

  test('does not weaken the check of names', async () => {
    const target = await start(secureServer());
    const proxy = await start(connectingProxy(target.port, []));
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;

    const { kind, reached, message } = await shortFaultOf(
      transport(authority.caCertificate),
      requestTo('https://other.example.test/'),
    );

    expect([kind, reached, message.includes('ERR_TLS_CERT_ALTNAME_INVALID')]).toEqual(['tls', 'no', true]);
  });

  test('may refuse, which is reported with its response and without its password', async () => {
    const proxy = await start(
      http.createServer().on('connect', (_request, client: net.Socket) => {
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      }),
    );
    process.env.https_proxy = `http://user:secret@127.0.0.1:${proxy.port}`;

    expect(await shortFaultOf(transport(), requestTo('https://gitlab.example.test/?q'))).toEqual({
      kind: 'proxy',
      reached: 'no',
      message: `the proxy gave no connection: gitlab.example.test:443 (through the proxy 127.0.0.1:${proxy.port}, it answered 407 to CONNECT)`,
    });
  });

  test('may be unreachable', async () => {
    const { port, close } = await listen(net.createServer());
    await close();
    process.env.https_proxy = `http://127.0.0.1:${port}`;

    expect(await shortFaultOf(transport(), requestTo('https://gitlab.example.test/'))).toEqual({
      kind: 'proxy',
      reached: 'no',
      message: `the proxy gave no connection: gitlab.example.test:443 (through the proxy 127.0.0.1:${port}, connect ECONNREFUSED 127.0.0.1:${port})`,
    });
  });

  test('ends at the timeout if it never answers, and its socket is closed', async () => {
    const server = net.createServer();
    const proxy = await start(server);
    const connection = firstConnection(server);
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;

    const fault = await shortFaultOf(
      transport(),
      requestTo('https://gitlab.example.test/', { timeoutMs: 300 }),
    );
    await whenClosed(await connection);

    expect(fault).toEqual({
      kind: 'timeout',
      reached: 'no',
      message: `no connection within 0.3 s: gitlab.example.test:443 (through the proxy 127.0.0.1:${proxy.port})`,
    });
  });

  test('is closed with the request after an abort', async () => {
    const silent = net.createServer();
    const target = await start(silent);
    const proxyServer = connectingProxy(target.port, []);
    const proxy = await start(proxyServer);
    const connection = firstConnection(proxyServer);
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;
    const controller = new AbortController();
    const reason = new Error('stopped by a test');
    silent.once('connection', () => controller.abort(reason));

    const sending = transport().send(
      requestTo('https://gitlab.example.test/', { signal: controller.signal }),
    );

    await expect(sending).rejects.toBe(reason);
    await whenClosed(await connection);
  });

  test('cannot be an address that is no URL, and the address is not shown', async () => {
    process.env.https_proxy = '[user:secret';

    expect(await shortFaultOf(transport(), requestTo('https://gitlab.example.test/'))).toEqual({
      kind: 'proxy',
      reached: 'no',
      message: 'the proxy address in the environment is not a valid URL',
    });
  });
});
