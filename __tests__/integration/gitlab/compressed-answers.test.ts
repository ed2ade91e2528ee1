import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { zipArchive } from '../../../src/simulator/gitlab/state/zip-archive.js';
import { type Fault, FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { startServer } from '../../../src/simulator/gitlab/wire/server.js';
import type { SimulatedRequest, SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import { oneProject, tokens, valid } from '../../support/one-project.js';
import { newTransport } from '../http/sending.js';

const signal = new AbortController().signal;
const project = { kind: 'id', id: 42 } as const;
const log = 'a line that repeats\n'.repeat(1000);
const files = { 'big.txt': 'x'.repeat(50_000), 'packed.gz': gzipSync('already packed') };
const archive = zipArchive(Object.entries(files).map(([name, content]) => ({ name, content })));
const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Sent {
  readonly target: string;
  readonly asked: string | undefined;
  readonly coding: string | undefined;
}

/**
 * A client of a GitLab whose front compresses everything that it is asked to compress, and tells what was
 * asked for.
 */
async function start(compression: 'gzip' | 'none', fault?: Fault) {
  const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', files }];
  const script = {
    jobs: Array.from({ length: 30 }, (_, index) => ({ name: `job ${index}`, log, artifacts })),
  };
  const past = [{ ref: 'main', user: 'ada', startedAgoMs: 60_000, script }];
  const gitlab = new SimulatedGitLab(
    { clock: systemClock },
    oneProject({ ci: valid(script), pastPipelines: past }),
  );
  const asked: Omit<Sent, 'coding'>[] = [];
  const handle = (request: SimulatedRequest): SimulatedResponse => {
    asked.push({ target: request.target, asked: request.headers['accept-encoding'] });
    return gitlab.handle(request);
  };
  const server = await startServer({
    gitlab: { relativeUrlRoot: '', handle },
    clock: systemClock,
    compression,
    ...(fault === undefined ? {} : { faults: new FaultPlan([{ when: {}, fault }]) }),
  });
  const codings: (string | undefined)[] = [];
  const transport = newTransport();
  open.push(transport, server);
  const client = createGitLabClient(
    {
      clock: systemClock,
      transport: {
        send: async (request) => {
          const answer = await transport.send(request);
          codings.push(answer.headers['content-encoding']);
          return answer;
        },
      },
    },
    {
      connection: {
        apiUrl: new URL(`${server.url}/api/v4/`),
        requestTimeoutMs: 10_000,
        requestHeaders: [],
      },
      accessToken: new Secret(tokens.api),
    },
  );
  const sent = (): readonly Sent[] => asked.map((each, index) => ({ ...each, coding: codings[index] }));
  return { client, sent };
}

async function everything(client: GitLabClient) {
  const jobs = await client.fetchJobs({ project, pipelineId: 257 }, signal);
  const jobId = jobs.kind === 'ok' ? (jobs.value.items[0]?.id ?? 0) : 0;
  const trace: Buffer[] = [];
  const zip: Buffer[] = [];
  await client.streamTrace({ project, jobId, fromByte: 0 }, (bytes) => trace.push(bytes), signal);
  await client.streamTrace({ project, jobId, fromByte: 7 }, (bytes) => trace.push(bytes), signal);
  const sink = { begin: () => undefined, write: (bytes: Buffer) => void zip.push(bytes), maxBytes: 1e6 };
  await client.streamArchive({ project, jobId }, sink, signal);
  const file = await client.fetchArtifactFile({ project, jobId, path: 'packed.gz', maxBytes: 1e6 }, signal);
  return {
    jobs:
      jobs.kind === 'ok' ? jobs.value.items.map(({ id, name, status }) => ({ id, name, status })) : jobs.kind,
    trace: Buffer.concat(trace).toString(),
    zip: Buffer.concat(zip),
    file: file.kind === 'ok' ? file.value : file.kind,
  };
}

describe('behind a server that compresses', () => {
  test('JSON arrives as gzip, and logs, archives and files arrive as they are', async () => {
    const { client, sent } = await start('gzip');
    const got = await everything(client);

    expect(
      sent().map(({ target, ...rest }) => ({
        target: target.replace(/^.*\/projects\/42|\d{4}|\?.*/g, ''),
        ...rest,
      })),
    ).toEqual([
      { target: '/pipelines/257/jobs', asked: 'gzip', coding: 'gzip' },
      { target: '/jobs//trace', asked: 'identity', coding: undefined },
      { target: '/jobs//trace', asked: 'identity', coding: undefined },
      { target: '/jobs//artifacts', asked: 'identity', coding: undefined },
      { target: '/jobs//artifacts/packed.gz', asked: 'identity', coding: undefined },
    ]);
    expect(got.trace).toBe(log + log.slice(7));
    expect(got.zip.equals(archive)).toBe(true);
    expect(got.file).toEqual(files['packed.gz']);
  });

  test('the client reads the same as from one that does not compress', async () => {
    const [packed, plain] = [await start('gzip'), await start('none')];
    expect(await everything(packed.client)).toEqual(await everything(plain.client));
    expect(plain.sent().map(({ coding }) => coding)).toEqual(Array.from({ length: 5 }));
  });

  test.each(['truncate', 'truncate_chunked'] as const)('half a response is none (%s)', async (kind) => {
    const { client } = await start('gzip', { kind });
    const reply = await client.fetchJobs({ project, pipelineId: 257 }, signal);
    expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'truncated' } });
  });

  test('a slow response is read to its end', async () => {
    const { client } = await start('gzip', { kind: 'drip', everyMs: 0 });
    const reply = await client.fetchPipeline({ project, pipelineId: 257 }, signal);
    expect(reply).toMatchObject({ kind: 'ok', value: { id: 257, status: 'success' } });
  });
});
