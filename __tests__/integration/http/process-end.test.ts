import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transformFile } from '@swc/core';

import { listen, rawServer, type Loopback } from './loopback.js';

const root = path.resolve(import.meta.dirname, '../../..');
let folder: string;
let loopback: Loopback;

/** Two requests on a kept connection, a third that never gets an answer, then the transport is closed. */
const script = `
import { systemClock } from './base/clock.js';
import { createNodeTransport } from './http/node-transport.js';

const transport = createNodeTransport({ userAgent: 'child', caCertificate: undefined, clock: systemClock });
const send = (path) =>
  transport.send({
    method: 'GET',
    url: new URL(path, process.argv[2]),
    headers: {},
    timeoutMs: 600_000,
    maxBytes: 1000,
    signal: new AbortController().signal,
  });
const bodies = [];
for (const path of ['/one', '/two']) bodies.push((await send(path)).body.toString());
const lost = send('/never').catch((error) => error.kind);
setTimeout(() => transport.close(), 100);
process.send([...bodies, await lost]);
process.disconnect();
`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'transport-'));
  for (const part of ['base', 'http']) {
    await mkdir(path.join(folder, part));
    for (const name of await readdir(path.join(root, 'src', part))) {
      const { code } = await transformFile(path.join(root, 'src', part, name), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      });
      await writeFile(path.join(folder, part, name.replace(/\.ts$/, '.js')), code);
    }
  }
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(folder, 'main.js'), script);
  loopback = await listen(
    rawServer((socket, head) => {
      if (!head.startsWith('GET /never')) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    }),
  );
});

afterAll(async () => {
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a process with a closed transport', () => {
  test('ends by itself, with a kept connection and a lost request', async () => {
    const child: ChildProcess = fork(path.join(folder, 'main.js'), [`http://127.0.0.1:${loopback.port}/`], {
      execArgv: [],
    });
    const ended = once(child, 'exit');

    const [answers] = (await once(child, 'message')) as [unknown];
    const [exitCode, signalName] = (await ended) as [number | null, string | null];

    expect({ answers, exitCode, signalName, connections: loopback.sockets.length }).toEqual({
      answers: ['ok', 'ok', 'reset'],
      exitCode: 0,
      signalName: null,
      connections: 1,
    });
  });
});
