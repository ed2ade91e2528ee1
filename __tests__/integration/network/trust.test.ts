import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { availableNodes } from '../../e2e/support/node-versions.js';
import { runAction } from '../../e2e/support/run-action.js';
import { startSimulator, type RunningSimulator } from '../../e2e/support/start-simulator.js';
import { requestLines } from '../../e2e/support/with-simulator.js';
import { inputsFor, oneProject } from '../../support/one-project.js';
import { listen } from '../http/loopback.js';
import { throwAwayAuthority, type ThrowAwayAuthority } from '../http/throw-away-authority.js';
import { closedAfterEach } from './support/closing.js';
import { runInMemory } from './support/run-in-memory.js';

const keep = closedAfterEach();
const post = 'POST /api/v4/projects/group%2Fapp/trigger/pipeline';
let folder = '';
let authority: ThrowAwayAuthority;
let stranger: ThrowAwayAuthority;
let third: ThrowAwayAuthority;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-trust-'));
  authority = throwAwayAuthority();
  stranger = throwAwayAuthority();
  third = throwAwayAuthority();
});

afterAll(() => rm(folder, { recursive: true }));

function startSecure(): Promise<RunningSimulator> {
  const { serverKey: key, serverCertificate: cert } = authority;
  return keep(startSimulator(oneProject(), { tls: { key, cert } }));
}

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('the input ca_certificate', () => {
  const ways: { name: string; give: () => string | Promise<string> }[] = [
    { name: 'the text of a certificate', give: () => authority.caCertificate },
    { name: 'text with Windows line ends', give: () => authority.caCertificate.replaceAll(/\r?\n/g, '\r\n') },
    { name: 'a path', give: () => fileWith('ca.pem', authority.caCertificate) },
    {
      name: 'a bundle, in it the last',
      give: () => stranger.caCertificate + third.caCertificate + authority.caCertificate,
    },
    { name: 'a bundle, in it the first', give: () => authority.caCertificate + stranger.caCertificate },
    {
      name: 'the path of a bundle with remarks',
      give: () =>
        fileWith('bundle.pem', `# ours\n${stranger.caCertificate}\nOurs, too:\n${authority.caCertificate}`),
    },
  ];

  test.each(ways)('is trusted as $name', async ({ give }) => {
    const gitlab = await startSecure();

    const { exitCode, message } = await runInMemory({
      ...inputsFor(gitlab.url),
      ca_certificate: await give(),
    });

    expect({ exitCode, message, requests: requestLines(gitlab.requests) }).toEqual({
      exitCode: 0,
      requests: [post],
    });
  });

  test.each([
    { name: 'nothing', give: () => '' },
    { name: 'others', give: () => stranger.caCertificate + third.caCertificate },
  ])('with $name leaves an unknown server untrusted, and nothing is sent', async ({ give }) => {
    const gitlab = await startSecure();

    const { exitCode, code, message } = await runInMemory({
      ...inputsFor(gitlab.url),
      ca_certificate: give(),
    });

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 4,
      code: 'tls_failed',
      requests: [],
    });
    expect(message).toMatch(/What to do: .*ca_certificate/);
  });

  const broken: { name: string; give: () => string | Promise<string> }[] = [
    { name: 'a certificate that is cut off', give: () => authority.caCertificate.slice(0, -40) },
    {
      name: 'a bundle whose second one is damaged',
      give: () => authority.caCertificate + stranger.caCertificate.replace('MII', 'AAA'),
    },
    { name: 'a private key', give: () => authority.serverKey },
    { name: 'a file that is not there', give: () => join(folder, 'missing.pem') },
    { name: 'a file that holds none', give: () => fileWith('none.pem', 'hello\n') },
    { name: 'a folder', give: () => folder },
  ];

  test.each(broken)('with $name is an invalid input, and nothing is sent', async ({ give }) => {
    const gitlab = await startSecure();

    const { exitCode, code, message } = await runInMemory({
      ...inputsFor(gitlab.url),
      ca_certificate: await give(),
    });

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 2,
      code: 'invalid_input',
      requests: [],
    });
    expect(message).toContain('ca_certificate');
    expect(message).not.toContain(authority.serverKey.slice(100, 140));
  });
});

describe.each(availableNodes())('NODE_EXTRA_CA_CERTS, on $label', ({ path: nodePath, label }) => {
  const runWith = async (
    extra: string,
    given: string,
  ): Promise<{ exitCode: number | null; requests: number }> => {
    const gitlab = await startSecure();
    const { exitCode } = await runAction({
      nodePath,
      with: { ...inputsFor(gitlab.url), ca_certificate: given },
      environment: { NODE_EXTRA_CA_CERTS: await fileWith('extra.pem', extra) },
    });
    return { exitCode, requests: gitlab.requests.length };
  };

  test('is not needed for a certificate of a known authority', async () => {
    expect(await runWith(authority.caCertificate, '')).toEqual({ exitCode: 0, requests: 1 });
  });

  test('does not remove the known authorities', async () => {
    expect(await runWith(stranger.caCertificate, authority.caCertificate)).toEqual({
      exitCode: 0,
      requests: 1,
    });
  });

  // Older ones do not tell what they have loaded from that file.
  const declare = Number(/\d+/.exec(label)?.[0]) >= 24 ? test : test.skip;
  declare('is trusted beside ca_certificate', async () => {
    expect(await runWith(authority.caCertificate, stranger.caCertificate)).toEqual({
      exitCode: 0,
      requests: 1,
    });
  });
});

describe('a slow TLS handshake', () => {
  /** Hands everything on after a while, or after the first bytes nothing more. */
  async function slowLine(
    port: number,
    pace: 'slow' | 'stuck',
  ): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
    const server = net.createServer((client) => {
      const onward = net.connect(port, '127.0.0.1');
      const carry = (from: net.Socket, to: net.Socket): void => {
        from.on('data', (chunk) => setTimeout(() => to.write(chunk), 60));
        from.on('error', () => to.destroy()).on('close', () => to.destroy());
      };
      carry(client, onward);
      if (pace === 'slow') carry(onward, client);
    });
    return await listen(server);
  }

  test('is awaited', async () => {
    const gitlab = await startSecure();
    const { port } = await keep(slowLine(gitlab.port, 'slow'));

    const { exitCode, message } = await runInMemory({
      ...inputsFor(`https://localhost:${port}`),
      ca_certificate: authority.caCertificate,
    });

    expect({ exitCode, message, requests: requestLines(gitlab.requests) }).toEqual({
      exitCode: 0,
      requests: [post],
    });
  });

  test('that never ends stops at request_timeout, and certainly nothing was started', async () => {
    const gitlab = await startSecure();
    const { port } = await keep(slowLine(gitlab.port, 'stuck'));

    const { exitCode, code, message } = await runInMemory({
      ...inputsFor(`https://localhost:${port}`),
      ca_certificate: authority.caCertificate,
      request_timeout: '10s',
    });

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 4,
      code: 'request_timeout',
      requests: [],
    });
    expect(message).toContain('no connection within 10 s');
  });
});
