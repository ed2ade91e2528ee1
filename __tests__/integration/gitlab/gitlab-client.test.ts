import http from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { createGitLabClient, type GitLabClient } from '../../../src/gitlab/gitlab-client.js';
import { listen } from '../http/loopback.js';
import { newTransport } from '../http/sending.js';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const pipelineJson = {
  id: 257,
  project_id: 42,
  status: 'running',
  ref: 'main',
  sha: 'abc',
  web_url: 'https://gitlab.example.test/group/app/-/pipelines/257',
};

async function clientOf(handler: http.RequestListener): Promise<GitLabClient> {
  const loopback = await listen(http.createServer(handler));
  const transport = newTransport();
  open.push(transport, loopback);
  return createGitLabClient(
    { transport, clock: systemClock },
    {
      connection: {
        apiUrl: new URL(`http://127.0.0.1:${loopback.port}/root/api/v4/`),
        requestTimeoutMs: 5000,
        requestHeaders: [{ name: 'X-Gate', value: new Secret('pass') }],
      },
      accessToken: new Secret('access-secret'),
    },
  );
}

const signal = new AbortController().signal;

describe('the client over the real transport', () => {
  test('triggers with a token that only the body knows', async () => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { url, rawHeaders } = request;
        seen.push({
          url,
          body: JSON.parse(body) as unknown,
          tokenInHeaders: rawHeaders.join().includes('secret'),
        });
        response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(pipelineJson));
      });
    });

    const reply = await client.triggerPipeline(
      {
        project: { kind: 'path', path: 'group/app' },
        ref: 'main',
        token: new Secret('trigger-secret'),
        variables: { GREETING: 'grüß\n"dich"' },
        inputs: {},
      },
      signal,
    );

    expect(reply).toMatchObject({ kind: 'ok', value: { id: 257, projectId: 42 } });
    expect(seen).toEqual([
      {
        url: '/root/api/v4/projects/group%2Fapp/trigger/pipeline',
        body: { token: 'trigger-secret', ref: 'main', variables: { GREETING: 'grüß\n"dich"' } },
        tokenInHeaders: false,
      },
    ]);
  });

  test('keeps the access token from another origin that a redirect names', async () => {
    const elsewhere: unknown[] = [];
    const other = await listen(
      http.createServer((request, response) => {
        elsewhere.push(request.headers);
        response.end();
      }),
    );
    open.push(other);
    const location = `http://127.0.0.1:${other.port}/root/api/v4/projects/42/pipelines/257`;
    const client = await clientOf((_request, response) => response.writeHead(301, { location }).end());

    const reply = await client.fetchPipeline({ project: { kind: 'id', id: 42 }, pipelineId: 257 }, signal);

    expect(reply).toMatchObject({ kind: 'refused', refusal: { status: 301, location } });
    expect(elsewhere).toEqual([]);
  });

  test('takes a login page with status 200 for what it is', async () => {
    const client = await clientOf((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', date: 'Sat, 21 Nov 2026 12:00:00 GMT' })
        .end('<!DOCTYPE html><html><head><title>Sign in</title></head><body>Hello</body></html>'),
    );

    expect(await client.fetchProject({ project: { kind: 'id', id: 42 } }, signal)).toEqual({
      kind: 'unreadable',
      status: 200,
      why: 'the body is a web page: Sign in',
      hints: { serverTimeMs: Date.UTC(2026, 10, 21, 12) },
    });
  });

  test('gives a body that was cut off as a fault, not as an answer', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write(JSON.stringify(pipelineJson), () => response.destroy());
    });

    const reply = await client.fetchPipeline({ project: { kind: 'id', id: 42 }, pipelineId: 257 }, signal);

    expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'truncated', reached: 'maybe' } });
  });
});
