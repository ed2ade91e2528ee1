import { join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';

import { holdFolder } from '../../../src/hosts/files/held-folder.js';
import type { Clock } from '../../../src/base/clock.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import { jobPathLines } from '../../../src/inputs/job-lines.js';
import { downloadArtifacts } from '../../../src/results/artifacts/download-artifacts.js';
import { fetchValues } from '../../../src/results/fetch-values.js';
import { zipArchive } from '../../../src/simulator/gitlab/state/zip-archive.js';
import { treeIn, withTemporaryFolder } from '../../support/temporary-folder.js';
import { listen, rawServer } from '../http/loopback.js';
import { newTransport } from '../http/sending.js';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** How a proxy tells where a body ends: not at all, by its length, or by a last chunk. */
type Framing = 'close' | 'old_close' | 'identity' | 'length' | 'chunked';

/** Behind `/artifacts/a.env` and `/artifacts` there is the next of these; the last one for ever. */
async function behindProxy(bodies: readonly Buffer[], framing: Framing) {
  const asked: string[] = [];
  const server = rawServer((socket, head) => {
    const body = bodies[Math.min(asked.length, bodies.length - 1)] ?? Buffer.alloc(0);
    asked.push(head.split(' ')[1]?.replace(/^.*\/jobs\/7\//, '') ?? '');
    const length = { length: `Content-Length: ${body.length}`, chunked: 'Transfer-Encoding: chunked' };
    const details =
      framing === 'identity' ? 'X-Framing: none' : framing in length ? length[framing as 'length'] : 'X-A: 1';
    const version = framing === 'old_close' ? '1.0' : '1.1';
    socket.write(
      `HTTP/${version} 200 OK\r\nContent-Type: application/octet-stream\r\nETag: "one"\r\n` +
        `Content-Disposition: attachment; filename="a"\r\nConnection: close\r\n${details}\r\n\r\n`,
    );
    if (framing === 'chunked') socket.write(`${body.length.toString(16)}\r\n`);
    socket.write(body);
    socket.end(framing === 'chunked' ? '\r\n0\r\n\r\n' : '');
  });
  const loopback = await listen(server);
  const transport = newTransport();
  open.push(loopback, transport);
  const apiUrl = new URL(`http://127.0.0.1:${loopback.port}/api/v4/`);
  const client = createGitLabClient(
    { transport, clock: { epochMs: () => 0 } },
    { connection: { apiUrl, requestTimeoutMs: 10_000, requestHeaders: [] }, accessToken: undefined },
  );
  return { client, asked };
}

/** Nobody waits in earnest. */
const clock: Clock = {
  nowMs: () => 0,
  epochMs: () => 0,
  schedule: (_delayMs, callback) => {
    queueMicrotask(callback);
    return () => undefined;
  },
};

function treeWith(bytes: number | undefined) {
  const artifacts = [{ fileType: 'archive', bytes }];
  const job = {
    id: 7,
    name: 'build',
    stage: 'build',
    status: 'success',
    allowFailure: false,
    webUrl: 'https://gitlab.example.com/j/7',
    artifacts,
  };
  return { pipeline: { id: 1, projectId: 42 }, jobs: [{ job }], bridges: [] };
}

function linesOf(text: string) {
  const lines = jobPathLines({ paths: 'optional' })(text);
  if (lines.kind !== 'ok') throw new Error(JSON.stringify(lines));
  return lines.value;
}

const { signal } = new AbortController();

async function valuesOf(text: string, framing: Framing): Promise<unknown> {
  const { client } = await behindProxy([Buffer.from(text)], framing);
  const [file] = await fetchValues(
    { gitlab: client, clock, random: () => 1, retryTimeoutMs: 0 },
    { lines: linesOf('build:a.env'), tree: treeWith(1000), signal },
  );
  return file?.failure === undefined
    ? Object.fromEntries((file?.entries ?? []).map(({ key, value }) => [key, value]))
    : `${file.failure.code}: ${file.failure.why ?? ''}`;
}

describe('a file of values in a response of unknown length', () => {
  test.each<{ readonly give: string; readonly framing: Framing }>([
    { give: 'IMAGE=registry.example.com/app:1.2', framing: 'close' },
    { give: 'A=1\nB=2\n', framing: 'close' },
    { give: 'A=1\nB=2\n', framing: 'old_close' },
    { give: 'A=1\nB=2\n', framing: 'identity' },
    { give: '', framing: 'close' },
    { give: '{"A":"1"', framing: 'close' },
  ])('does not count as complete: $give ($framing)', async ({ give, framing }) => {
    expect(await valuesOf(give, framing)).toContain('values_unfit: ');
  });

  test('counts as complete if it marks its own end', async () => {
    expect(await valuesOf('{"A":"1"}\n', 'close')).toEqual({ A: '1' });
  });

  test.each<Framing>(['length', 'chunked'])('is taken where %s tells it', async (framing) => {
    expect(await valuesOf('A=1\n', framing)).toEqual({ A: '1' });
  });

  test('is reported with the reason and a hint', async () => {
    expect(await valuesOf('A=1\n', 'close')).toContain('The response does not say where the file ends');
  });
});

async function collected(
  client: GitLabClient,
  { lines, listed }: { readonly lines: string; readonly listed: number | undefined },
): Promise<{ readonly codes: readonly string[]; readonly files: unknown }> {
  return await withTemporaryFolder(async (folder) => {
    const into = join(folder, 'out');
    const errors = await downloadArtifacts(
      { gitlab: client, clock, random: () => 1, onEvent: () => undefined },
      {
        lines: linesOf(lines),
        tree: treeWith(listed),
        into,
        holdFolder,
        naming: 'posix',
        own: [],
        redact: (text) => text,
        signal,
      },
    );
    return { codes: errors.map(({ code }) => code), files: await treeIn(into).catch(() => ({})) };
  });
}

const archive = zipArchive([
  { name: 'a.env', content: 'A=1\nB=2\n' },
  { name: 'other.txt', content: 'x' },
]);
const half = archive.subarray(0, archive.length - 40);

describe('artifacts in a response of unknown length', () => {
  test('are taken from the archive, which marks its own end', async () => {
    const { client, asked } = await behindProxy([Buffer.from('A=1\n'), archive], 'close');
    const { codes, files } = await collected(client, { lines: 'build:a.env', listed: archive.length });
    expect({ codes, asked }).toEqual({ codes: [], asked: ['artifacts/a.env', 'artifacts'] });
    expect(files).toEqual({ 'build/a.env': 'A=1\nB=2\n' });
  });

  test('are taken as a single file if the response states its length', async () => {
    const { client, asked } = await behindProxy([Buffer.from('A=1\n')], 'chunked');
    const { codes } = await collected(client, { lines: 'build:a.env', listed: archive.length });
    expect({ codes, asked }).toEqual({ codes: [], asked: ['artifacts/a.env'] });
  });

  test.each([{ listed: archive.length }, { listed: undefined }])(
    'are requested again after a truncation: $listed bytes are listed',
    async ({ listed }) => {
      const { client, asked } = await behindProxy([half, archive], 'close');
      const { codes, files } = await collected(client, { lines: 'build', listed });
      expect({ codes, asked }).toEqual({ codes: [], asked: ['artifacts', 'artifacts'] });
      expect(files).toEqual({ 'build/a.env': 'A=1\nB=2\n', 'build/other.txt': 'x' });
    },
  );

  test.each([{ listed: archive.length }, { listed: undefined }])(
    'are missing if they are truncated each time: $listed bytes are listed',
    async ({ listed }) => {
      const { client } = await behindProxy([half], 'close');
      const { codes, files } = await collected(client, { lines: 'build', listed });
      expect({ codes, files }).toEqual({
        codes: [listed === undefined ? 'artifacts_invalid' : expect.any(String)],
        files: {},
      });
    },
  );
});
