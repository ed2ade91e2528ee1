import http from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
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
  test('triggers with a token that is only in the body', async () => {
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

  test('sends no access token to another origin that a redirect names', async () => {
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

  test('recognizes a login page with status 200', async () => {
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

  test('returns a truncated body as a fault, not as a response', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write(JSON.stringify(pipelineJson), () => response.destroy());
    });

    const reply = await client.fetchPipeline({ project: { kind: 'id', id: 42 }, pipelineId: 257 }, signal);

    expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'truncated', reached: 'maybe' } });
  });
});

describe('the log of a job, over the real transport,', () => {
  const job = { project: { kind: 'id', id: 42 }, jobId: 9 } as const;

  async function stream(
    handler: http.RequestListener,
    fromByte = 0,
  ): Promise<{ reply: unknown; taken: string }> {
    const client = await clientOf(handler);
    const taken: Buffer[] = [];
    const reply = await client.streamTrace({ ...job, fromByte }, (bytes) => taken.push(bytes), signal);
    return { reply, taken: Buffer.concat(taken).toString() };
  }

  const named = { 'content-disposition': 'infile; filename="9.log"' };
  const logs: { name: string; headers: Record<string, string>; body: string }[] = [
    {
      name: 'plain text',
      headers: { ...named, 'content-type': 'text/plain; charset=utf-8' },
      body: '<html>\u001b[0m',
    },
    { name: 'a body without a type', headers: named, body: '{"a":1}' },
    { name: 'an empty log', headers: { ...named, 'content-type': 'text/plain' }, body: '' },
  ];

  test.each(logs)('is streamed: $name', async ({ headers, body }) => {
    const seen: unknown[] = [];
    const { reply, taken } = await stream((request, response) => {
      seen.push([request.url, request.headers['private-token'], request.headers.accept]);
      response.sendDate = false;
      response.writeHead(200, headers).end(body);
    });

    expect({ reply, taken, seen }).toEqual({
      reply: { kind: 'ok', value: { bytes: Buffer.byteLength(body) }, hints: {} },
      taken: body,
      seen: [['/root/api/v4/projects/42/jobs/9/trace', 'access-secret', '*/*']],
    });
  });

  test('is requested from a byte on', async () => {
    const seen: unknown[] = [];
    await stream((request, response) => {
      seen.push(request.url);
      response.end();
    }, 4096);

    expect(seen).toEqual(['/root/api/v4/projects/42/jobs/9/trace?byte_offset=4096']);
  });

  test('is requested past caches', async () => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      seen.push([request.url, request.headers['cache-control']]);
      response.end();
    });
    await client.streamTrace({ ...job, fromByte: 8, fresh: '9.1' }, () => undefined, signal);

    const query = 'byte_offset=8&gitlab_trigger_fresh=9.1';
    expect(seen).toEqual([[`/root/api/v4/projects/42/jobs/9/trace?${query}`, 'no-cache']]);
  });

  const strange: { name: string; type: string; body: string; want: string }[] = [
    {
      name: 'a login page',
      type: 'text/html; charset=utf-8',
      body: '<html><head><title>Sign in</title></head></html>',
      want: 'the body is a web page: Sign in',
    },
    { name: 'JSON', type: 'application/json', body: '{}', want: 'the body is not a log' },
  ];

  test.each(strange)('is not mistaken for $name', async ({ type, body, want }) => {
    const { reply, taken } = await stream((_request, response) => {
      response.sendDate = false;
      response.writeHead(200, { ...named, 'content-type': type }).end(body);
    });

    expect({ reply, taken }).toEqual({
      reply: { kind: 'unreadable', status: 200, why: want, hints: {} },
      taken: '',
    });
  });

  test('may be refused, also in plain text', async () => {
    const { reply, taken } = await stream((_request, response) =>
      response.writeHead(403, { 'content-type': 'text/plain' }).end('403 Forbidden'),
    );

    expect({ reply, taken }).toMatchObject({
      reply: { kind: 'refused', refusal: { status: 403, texts: ['403 Forbidden'] } },
      taken: '',
    });
  });

  test('gives a fault when it is truncated, and the first part stays', async () => {
    const { reply, taken } = await stream((_request, response) => {
      response.writeHead(200, { ...named, 'content-type': 'text/plain', 'content-length': '100' });
      response.write('half', () => response.destroy());
    });

    expect({ reply, taken }).toMatchObject({
      reply: { kind: 'fault', fault: { kind: 'truncated' } },
      taken: 'half',
    });
  });
});
