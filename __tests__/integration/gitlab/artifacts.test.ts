import { afterEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import type { DownloadHead, DownloadRest, DownloadSink } from '../../../src/gitlab/streams.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { ArtifactScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import { zipArchive } from '../../../src/simulator/gitlab/state/zip-archive.js';
import { type Fault, FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import {
  type RunningStorage,
  startObjectStorage,
} from '../../../src/simulator/gitlab/wire/object-storage.js';
import { type RunningServer, startServer } from '../../../src/simulator/gitlab/wire/server.js';
import { newTransport } from '../http/sending.js';
import { throwAwayAuthority } from '../http/throw-away-authority.js';

const signal = new AbortController().signal;
const files = {
  'out/a b?.env': 'TAG=1\n',
  'page.html': '<html>an artifact</html>',
  'big.txt': 'x'.repeat(5000),
};
const archive = zipArchive(Object.entries(files).map(([name, content]) => ({ name, content })));
const job = { project: { kind: 'id', id: 42 }, jobId: 9001 } as const;
const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Stage {
  readonly faults?: readonly FaultRule[];
  readonly storage?: RunningStorage;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly ca?: string;
  readonly artifact?: Partial<ArtifactScript>;
}

async function start(stage: Stage = {}): Promise<{ client: GitLabClient; server: RunningServer }> {
  const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', files, ...stage.artifact }];
  const gitlab = new SimulatedGitLab(
    { clock: systemClock },
    {
      users: [{ username: 'ada' }],
      artifactStorage: stage.storage,
      projects: [
        {
          id: 42,
          path: 'group/app',
          members: { ada: 'maintainer' },
          refs: [{ name: 'main' }],
          pastPipelines: [
            {
              ref: 'main',
              user: 'ada',
              startedAgoMs: 60_000,
              script: { jobs: [{ name: 'build', artifacts }] },
            },
          ],
        },
      ],
      accessTokens: [{ token: 'glpat-one', user: 'ada', scopes: ['read_api'] }],
    },
  );
  const faults = new FaultPlan(stage.faults ?? []);
  const server = await startServer({ gitlab, clock: systemClock, faults, tls: stage.tls });
  const transport = newTransport(stage.ca);
  open.push(transport, server);
  const client = createGitLabClient(
    { transport, clock: systemClock },
    {
      connection: {
        apiUrl: new URL(`${server.url}/api/v4/`),
        requestTimeoutMs: 10_000,
        requestHeaders: [{ name: 'X-Gateway', value: new Secret('gateway-secret') }],
      },
      accessToken: new Secret('glpat-one'),
    },
  );
  return { client, server };
}

async function startStorage(faults: readonly FaultRule[] = []): Promise<RunningStorage> {
  const storage = await startObjectStorage({ clock: systemClock, faults: new FaultPlan(faults) });
  open.push(storage);
  return storage;
}

interface Kept extends DownloadSink {
  readonly heads: DownloadHead[];
  readonly chunks: Buffer[];
}

function keeping(changes: Partial<DownloadSink> = {}): Kept {
  const [heads, chunks]: [DownloadHead[], Buffer[]] = [[], []];
  return {
    heads,
    chunks,
    begin: (head) => void heads.push(head),
    write: (chunk) => void chunks.push(chunk),
    maxBytes: 1e6,
    ...changes,
  };
}

async function download(client: GitLabClient, rest?: DownloadRest) {
  const sink = keeping();
  const reply = await client.streamArchive({ ...job, rest }, sink, signal);
  return { reply, head: sink.heads[0], body: Buffer.concat(sink.chunks) };
}

describe('a single file of artifacts', () => {
  test.each(Object.entries(files))('is held: %s', async (path, content) => {
    const { client } = await start();
    const reply = await client.fetchArtifactFile({ ...job, path, maxBytes: 10_000 }, signal);

    expect(reply).toMatchObject({ kind: 'ok', value: Buffer.from(content) });
  });

  test('is streamed', async () => {
    const { client } = await start();
    const sink = keeping();
    const reply = await client.streamArtifactFile({ ...job, path: 'big.txt' }, sink, signal);

    expect([reply, sink.heads[0], Buffer.concat(sink.chunks).toString()]).toEqual([
      expect.objectContaining({ kind: 'ok', value: { bytes: 5000 } }),
      { fromByte: 0, totalBytes: 5000, validator: expect.stringMatching(/^"/) as unknown },
      files['big.txt'],
    ]);
  });

  test('gives a fault when it is too long', async () => {
    const { client } = await start();

    expect(await client.fetchArtifactFile({ ...job, path: 'big.txt', maxBytes: 4999 }, signal)).toMatchObject(
      {
        kind: 'fault',
        fault: { kind: 'too_large' },
      },
    );
  });

  test.each<{ fault: Fault; want: object }>([
    { fault: { kind: 'html' }, want: { kind: 'unreadable', why: 'the body is a web page: Sign in' } },
    { fault: { kind: 'truncate' }, want: { kind: 'fault', fault: { kind: 'truncated' } } },
    { fault: { kind: 'too_large', megabytes: 12 }, want: { kind: 'fault', fault: { kind: 'too_large' } } },
    {
      fault: { kind: 'status', status: 502, work: 'not_done' },
      want: { kind: 'refused', refusal: { status: 502 } },
    },
  ])('is not mistaken for the response $fault.kind', async ({ fault, want }) => {
    const { client } = await start({ faults: [{ when: {}, fault }] });

    expect(await client.fetchArtifactFile({ ...job, path: 'big.txt', maxBytes: 1e6 }, signal)).toMatchObject(
      want,
    );
  });

  test.each(['', '/etc/passwd', 'a//b', '..', 'a/../b', './a', 'a/', 'a\0b', '\ud800'])(
    'cannot have the path %j',
    async (path) => {
      const { client, server } = await start();

      await expect(client.fetchArtifactFile({ ...job, path, maxBytes: 10 }, signal)).rejects.toThrow(
        RangeError,
      );
      expect(server.requests).toEqual([]);
    },
  );
});

describe('the archive of a job', () => {
  test('is streamed, with what is needed to resume', async () => {
    const { client } = await start();
    const { reply, head, body } = await download(client);

    expect(reply).toMatchObject({ kind: 'ok', value: { bytes: archive.length } });
    expect(head).toMatchObject({
      fromByte: 0,
      totalBytes: archive.length,
      validator: expect.stringMatching(/^"/) as unknown,
    });
    expect(body.equals(archive)).toBe(true);
  });

  test('resumes where it was interrupted', async () => {
    const { client } = await start({ faults: [{ when: { nth: 1 }, fault: { kind: 'truncate' } }] });
    const first = await download(client);
    const validator = first.head?.validator ?? '';
    const second = await download(client, { fromByte: first.body.length, validator });

    expect([first.reply.kind, first.body.length, second.head]).toEqual([
      'fault',
      Math.floor(archive.length / 2),
      { fromByte: first.body.length, totalBytes: archive.length, validator },
    ]);
    expect(Buffer.concat([first.body, second.body]).equals(archive)).toBe(true);
  });

  test('starts over when it has changed since', async () => {
    const { client } = await start();
    const { head, body } = await download(client, { fromByte: 10, validator: '"another"' });

    expect([head?.fromByte, body.equals(archive)]).toEqual([0, true]);
  });

  test('waits for a slow sink, and rethrows its errors', async () => {
    const { client } = await start();
    let writing = 0;
    const slow = keeping({
      write: async () => {
        writing += 1;
        await new Promise((resolve) => setImmediate(resolve));
        writing -= 1;
        if (writing !== 0) throw new Error('two at once');
      },
    });
    const failing = keeping({ write: () => Promise.reject(new Error('disk full')) });

    expect(await client.streamArchive(job, slow, signal)).toMatchObject({ kind: 'ok' });
    await expect(client.streamArchive(job, failing, signal)).rejects.toThrow('disk full');
  });

  test.each([{ kind: 'html' }, { kind: 'status', status: 404, work: 'not_done' }] as const)(
    'is not mistaken for the response $kind',
    async (fault) => {
      const { client } = await start({ faults: [{ when: {}, fault }] });
      const { reply, head } = await download(client);

      expect([reply.kind === 'ok', head]).toEqual([false, undefined]);
    },
  );
});

/** What a request tells of who makes it. */
function nonsecretHeaders({ requests }: Pick<RunningStorage, 'requests'>) {
  return requests.map(({ headers }) => Object.keys(headers).sort());
}

describe('the archive in an object storage', () => {
  test('is downloaded from there anonymously', async () => {
    const storage = await startStorage();
    const { client, server } = await start({ storage });
    const { body } = await download(client);

    expect(body.equals(archive)).toBe(true);
    expect(nonsecretHeaders(storage)).toEqual([
      ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'],
    ]);
    expect(server.requests.map(({ headers }) => [headers['private-token'], headers['x-gateway']])).toEqual([
      ['glpat-one', 'gateway-secret'],
    ]);
    expect(JSON.stringify(storage.requests)).not.toMatch(/glpat-one|gateway-secret/);
  });

  test('resumes where it was interrupted, under a new URL', async () => {
    const storage = await startStorage([{ when: { nth: 1 }, fault: { kind: 'truncate' } }]);
    const { client } = await start({ storage });
    const first = await download(client);
    const rest = { fromByte: first.body.length, validator: first.head?.validator ?? '' };
    const second = await download(client, rest);

    expect(second.head?.fromByte).toBe(first.body.length);
    expect(Buffer.concat([first.body, second.body]).equals(archive)).toBe(true);
    expect(nonsecretHeaders(storage)[1]).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'if-range',
      'range',
      'user-agent',
    ]);
    expect(new Set(storage.requests.map(({ target }) => target)).size).toBe(2);
  });

  test('is refused with the response of the storage', async () => {
    const storage = await startStorage([
      {
        when: {},
        fault: {
          kind: 'status',
          status: 403,
          work: 'not_done',
          body: '<Error>',
          contentType: 'application/xml',
        },
      },
    ]);
    const { client } = await start({ storage });

    expect(await download(client)).toMatchObject({ reply: { kind: 'refused', refusal: { status: 403 } } });
  });

  test('is never requested over plain http when GitLab uses https', async () => {
    const authority = throwAwayAuthority();
    const storage = await startStorage();
    const { client } = await start({
      storage,
      tls: { key: authority.serverKey, cert: authority.serverCertificate },
      ca: authority.caCertificate,
    });

    expect(await download(client)).toMatchObject({ reply: { kind: 'refused', refusal: { status: 302 } } });
    expect(storage.requests).toEqual([]);
  });

  test('is not requested after endless redirects', async () => {
    const near = await startStorage([
      { when: {}, fault: { kind: 'redirect', status: 302, location: '/next' } },
    ]);
    const { client } = await start({ storage: near });

    expect(await download(client)).toMatchObject({ reply: { kind: 'refused', refusal: { status: 302 } } });
    expect(near.requests).toHaveLength(3);
  });

  test('is not requested with a password in the URL', async () => {
    const storage = await startStorage();
    const location = storage.url.replace('http://', 'http://user:password@');
    const { client } = await start({
      faults: [{ when: {}, fault: { kind: 'redirect', status: 302, location } }],
    });

    expect(await download(client)).toMatchObject({ reply: { kind: 'refused', refusal: { status: 302 } } });
    expect(storage.requests).toEqual([]);
  });

  test.each(['as it is', 'escaped'])('is not requested with the token in the URL, %s', async (way) => {
    const storage = await startStorage();
    const token = 'glpat-one';
    const written =
      way === 'escaped' ? token.replace(/./g, (each) => `%${each.charCodeAt(0).toString(16)}`) : token;
    const location = `${storage.url}/?private_token=${written}`;
    const { client } = await start({
      faults: [{ when: {}, fault: { kind: 'redirect', status: 302, location } }],
    });

    expect(await download(client)).toMatchObject({ reply: { kind: 'refused', refusal: { status: 302 } } });
    expect(storage.requests).toEqual([]);
  });
});
