import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';
import forge from 'node-forge';

import { systemClock } from '../../src/base/clock.js';
import { SimulatedGitLab } from '../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { type Fault, FaultPlan, type FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from '../../src/simulator/gitlab/wire/server.js';

const scenario: Scenario = {
  users: [{ username: 'ada' }],
  projects: [
    {
      id: 42,
      path: 'group/app',
      members: { ada: 'maintainer' },
      refs: [{ name: 'main' }],
      triggers: [{ token: 'trigger', owner: 'ada' }],
      ci: { kind: 'valid', script: { jobs: [{ name: 'unit' }] } },
    },
  ],
};

const path = '/api/v4/projects/42/trigger/pipeline';

interface Seen {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** What ended the exchange: all of the body, or an error by its code. */
  readonly end: string;
}

interface Asking {
  readonly url: string;
  readonly contentType?: string;
  readonly agent?: http.Agent;
  readonly ca?: string;
  /** Gives up when so many bytes came. */
  readonly maxBytes?: number;
  /** Gives up once this has been so for a while. */
  readonly isSeen?: () => boolean;
}

/** Posts a trigger with nothing but node's own client, and reports all that was seen. */
async function ask({
  url,
  contentType = 'application/json',
  agent,
  ca,
  maxBytes,
  isSeen,
}: Asking): Promise<Seen> {
  const text =
    contentType === 'application/json' ? '{"ref":"main","token":"trigger"}' : 'ref=main&token=trigger';
  return new Promise((resolve) => {
    const client = url.startsWith('https:') ? https : http;
    const seen = { status: 0, headers: {}, body: '' };
    const request = client.request(
      `${url}${path}`,
      { method: 'POST', headers: { 'content-type': contentType, 'content-length': text.length }, agent, ca },
      (response) => {
        seen.status = response.statusCode ?? 0;
        seen.headers = response.headers;
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          seen.body += chunk;
          if (maxBytes !== undefined && seen.body.length >= maxBytes) {
            resolve({ ...seen, end: 'enough' });
            response.destroy();
          }
        });
        response.on('end', () => resolve({ ...seen, end: 'complete' }));
        response.on('error', (error: NodeJS.ErrnoException) => resolve({ ...seen, end: error.code ?? '' }));
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => resolve({ ...seen, end: error.code ?? '' }));
    if (isSeen !== undefined) {
      let pollsLeft = 5;
      const timer = setInterval(() => {
        if (isSeen()) pollsLeft -= 1;
        if (pollsLeft > 0) return;
        resolve({ ...seen, end: 'timeout' });
        request.destroy();
      }, 20);
      request.on('close', () => clearInterval(timer));
    }
    request.end(text);
  });
}

let server: RunningServer | undefined;
let gitlab: SimulatedGitLab;

async function start(
  rules: readonly FaultRule[] = [],
  options: Partial<ServerOptions> & { readonly scenario?: Scenario } = {},
): Promise<RunningServer> {
  gitlab = new SimulatedGitLab({ clock: systemClock }, options.scenario ?? scenario);
  server = await startServer({ gitlab, clock: systemClock, faults: new FaultPlan(rules), ...options });
  return server;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function left(): number {
  return gitlab.pipelines().length;
}

describe('a server without faults', () => {
  test('answers over one kept connection and records what it has read', async () => {
    const { url, requests } = await start();
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const answers = [await ask({ url, agent }), await ask({ url, agent })];
    agent.destroy();
    expect(answers.map(({ status, end }) => [status, end])).toEqual([
      [201, 'complete'],
      [201, 'complete'],
    ]);
    expect(answers[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      connection: 'keep-alive',
    });
    expect(answers[0]?.headers.date).toMatch(/GMT$/);
    expect(requests[1]).toMatchObject({
      method: 'POST',
      target: path,
      headers: { 'content-type': 'application/json' },
      body: '{"ref":"main","token":"trigger"}',
    });
  });

  test('has the relative root in its URL, and listens on the requested address', async () => {
    const { url } = await start([], { scenario: { ...scenario, relativeUrlRoot: '/gitlab' } });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/gitlab$/);
    expect((await ask({ url })).status).toBe(201);
  });

  test('speaks HTTPS with the given certificate', async () => {
    const tls = selfSigned();
    const { url } = await start([], { tls });
    expect(url).toMatch(/^https:/);
    expect(await ask({ url, ca: tls.cert })).toMatchObject({ status: 201, end: 'complete' });
    expect((await ask({ url })).end).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  test('reports that its port is taken', async () => {
    const { port } = await start();
    await expect(startServer({ gitlab, clock: systemClock, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  test('closes kept connections when it is closed', async () => {
    const running = await start();
    const idle = net.connect(running.port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const ended = new Promise((resolve) => idle.once('close', resolve));
    idle.on('error', () => undefined);
    await running.close();
    await ended;
    server = undefined;
    expect((await ask({ url: running.url })).end).toBe('ECONNREFUSED');
  });

  test('answers two requests of a keep-alive client that were sent at once', async () => {
    const { port } = await start();
    const get = 'GET /api/v4/version HTTP/1.1\r\nHost: x\r\n\r\n';
    const text = await new Promise<string>((resolve) => {
      let seen = '';
      const socket = net.connect(port, '127.0.0.1', () => socket.write(get + get));
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => {
        seen += chunk;
        if (seen.split('401 Unauthorized"').length === 3) socket.destroy();
      });
      socket.on('close', () => resolve(seen));
    });
    expect(text.match(/HTTP\/1\.1 401/g)).toHaveLength(2);
  });
});

describe('every fault, as a client sees it', () => {
  const cases: readonly {
    readonly fault: Fault;
    readonly asking?: Partial<Asking>;
    readonly givesUp?: 'when_seen';
    readonly want: Partial<Seen>;
    readonly left: number;
    readonly read: number;
  }[] = [
    { fault: { kind: 'refuse' }, want: { status: 0, end: 'ECONNRESET' }, left: 0, read: 0 },
    { fault: { kind: 'reset_before' }, want: { status: 0, end: 'ECONNRESET' }, left: 0, read: 1 },
    { fault: { kind: 'reset_after' }, want: { status: 0, end: 'ECONNRESET' }, left: 1, read: 1 },
    { fault: { kind: 'truncate' }, want: { status: 201, end: 'ECONNRESET' }, left: 1, read: 1 },
    { fault: { kind: 'truncate_chunked' }, want: { status: 201, end: 'ECONNRESET' }, left: 1, read: 1 },
    {
      fault: { kind: 'stall' },
      givesUp: 'when_seen',
      want: { status: 0, end: 'timeout' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'stall_after_work' },
      givesUp: 'when_seen',
      want: { status: 0, end: 'timeout' },
      left: 1,
      read: 1,
    },
    {
      fault: { kind: 'drip', everyMs: 20 },
      asking: { maxBytes: 3 },
      want: { status: 201, body: '{"i', end: 'enough' },
      left: 1,
      read: 1,
    },
    { fault: { kind: 'html' }, want: { status: 200, end: 'complete' }, left: 0, read: 1 },
    {
      fault: { kind: 'html', page: '<p>Sign in</p>' },
      want: { status: 200, body: '<p>Sign in</p>', end: 'complete' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'redirect', status: 302, location: 'https://elsewhere.example/' },
      want: { status: 302, end: 'complete' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'too_large', megabytes: 'endless' },
      asking: { maxBytes: 3_000_000 },
      want: { status: 200, end: 'enough' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'rate_limited', retryAfterSeconds: 2 },
      want: { status: 429, body: 'Retry later\n', end: 'complete' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'status', status: 502, work: 'not_done' },
      want: { status: 502, end: 'complete' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'status', status: 500, work: 'done', body: '{"message":"500 Internal Server Error"}' },
      want: { status: 500, body: '{"message":"500 Internal Server Error"}', end: 'complete' },
      left: 1,
      read: 1,
    },
    {
      fault: { kind: 'maintenance' },
      want: { status: 503, body: '{"message":"GitLab is undergoing maintenance"}', end: 'complete' },
      left: 0,
      read: 1,
    },
    {
      fault: { kind: 'maintenance' },
      asking: { contentType: 'application/x-www-form-urlencoded' },
      want: { status: 301, end: 'complete' },
      left: 0,
      read: 1,
    },
  ];

  test.each(cases)('$fault $asking', async ({ fault, asking, givesUp, want, left: pipelines, read }) => {
    const { url, requests } = await start([{ when: { method: 'POST', times: 1 }, fault }]);
    const isSeen = (): boolean => requests.length === read && left() === pipelines;
    const deadline = givesUp === undefined ? {} : { isSeen };
    expect(await ask({ url, ...asking, ...deadline })).toMatchObject(want);
    expect([left(), requests.length]).toEqual([pipelines, read]);
    expect((await ask({ url })).status).toBe(201);
  });

  test('sends half of the body with the full length, or in chunks', async () => {
    const { url } = await start([
      { when: { nth: 1 }, fault: { kind: 'truncate' } },
      { when: { nth: 2 }, fault: { kind: 'truncate_chunked' } },
    ]);
    const [sized, chunked] = [await ask({ url }), await ask({ url })];
    expect(Number(sized.headers['content-length'])).toBeGreaterThan(sized.body.length);
    expect(sized.body.length).toBeGreaterThan(0);
    expect(chunked.headers['transfer-encoding']).toBe('chunked');
    expect(chunked.body.length).toBeGreaterThan(0);
  });

  test('sends a body of the given number of megabytes', async () => {
    const { url } = await start([{ when: {}, fault: { kind: 'too_large', megabytes: 2 } }]);
    const { body, end } = await ask({ url });
    expect([body.length, end]).toEqual([2_097_152, 'complete']);
  });

  test('refuses a connection before anything is read, with TLS too', async () => {
    const rules: FaultRule[] = [{ when: { nth: 1 }, fault: { kind: 'refuse' } }];
    const plain = await start(rules);
    expect((await ask({ url: plain.url })).end).toBe('ECONNRESET');
    expect((await ask({ url: plain.url })).status).toBe(201);
    await plain.close();
    const tls = selfSigned();
    const secure = await start(rules, { tls });
    expect((await ask({ url: secure.url, ca: tls.cert })).end).toBe('ECONNRESET');
    expect((await ask({ url: secure.url, ca: tls.cert })).status).toBe(201);
  });

  test('sends a dripping body completely in the end', async () => {
    const { url } = await start([{ when: {}, fault: { kind: 'drip', everyMs: 0 } }]);
    const { body, end } = await ask({ url });
    expect([end, (JSON.parse(body) as { readonly id: number }).id]).toEqual(['complete', 257]);
  });

  test('ends a dripping and a silent response when the server closes', async () => {
    const running = await start([
      { when: { nth: 1 }, fault: { kind: 'drip', everyMs: 10_000 } },
      { when: { nth: 2 }, fault: { kind: 'stall' } },
    ]);
    const pending = [ask({ url: running.url }), ask({ url: running.url })];
    await new Promise<void>((resolve) => {
      const poll = (): void => (running.requests.length === 2 ? resolve() : void setImmediate(poll));
      poll();
    });
    await running.close();
    expect((await Promise.all(pending)).map(({ end }) => end)).toEqual(['ECONNRESET', 'ECONNRESET']);
  });
});

function selfSigned(): { readonly key: string; readonly cert: string } {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  const name = [{ name: 'commonName', value: '127.0.0.1' }];
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(systemClock.epochMs() - 3_600_000);
  certificate.validity.notAfter = new Date(systemClock.epochMs() + 3_600_000);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return {
    key: forge.pki.privateKeyToPem(keys.privateKey),
    cert: forge.pki.certificateToPem(certificate),
  };
}
