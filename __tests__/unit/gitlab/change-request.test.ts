import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import type { ChangeReply } from '../../../src/gitlab/change-request.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import { type HttpRequest, type HttpResponse, TransportFault } from '../../../src/http/transport.js';

const { signal } = new AbortController();
const query = '{"data":{"__typename":"Query"}}';
const tag = 'W/"7c6a180b36896a0a8c02787eeafb0e4c"';

interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly apiUrl?: string;
  readonly accessToken?: string;
  readonly jobToken?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestTimeoutMs?: number;
}

async function ask(
  given: Given,
  asked?: string,
): Promise<{ readonly reply: ChangeReply | undefined; readonly requests: readonly HttpRequest[] }> {
  const requests: HttpRequest[] = [];
  const { status = 200, headers = {}, body = query, apiUrl = 'https://gitlab.example.test/api/v4/' } = given;
  const { accessToken, jobToken, requestHeaders = {}, requestTimeoutMs = 30_000 } = given;
  const client = createGitLabClient(
    {
      clock: { epochMs: () => Date.UTC(2026, 0, 1) },
      transport: {
        send: (request): Promise<HttpResponse> => {
          requests.push(request);
          return Promise.resolve({ status, headers, body: Buffer.from(body) });
        },
      },
    },
    {
      connection: {
        apiUrl: new URL(apiUrl),
        requestTimeoutMs,
        requestHeaders: Object.entries(requestHeaders).map(([name, value]) => ({
          name,
          value: new Secret(value),
        })),
      },
      accessToken: accessToken === undefined ? undefined : new Secret(accessToken),
      jobToken: jobToken === undefined ? undefined : new Secret(jobToken),
    },
  );
  return { reply: await client.askForChange?.({ pipelineId: 257, tag: asked }, signal), requests };
}

describe('the request whether anything has changed', () => {
  test('is the cheapest query, and has the pipeline and the last tag', async () => {
    const { requests } = await ask(
      { accessToken: 'access-secret', requestHeaders: { 'X-Gate': 'pass' } },
      tag,
    );
    expect(requests).toHaveLength(1);
    const [{ method, url, headers, body, maxBytes, timeoutMs } = {}] = requests;
    expect([method, url?.href, body]).toEqual([
      'POST',
      'https://gitlab.example.test/api/graphql',
      '{"query":"{ __typename }"}',
    ]);
    expect(headers).toEqual({
      'x-gate': 'pass',
      accept: 'application/json',
      'content-type': 'application/json',
      'private-token': 'access-secret',
      'x-gitlab-graphql-resource-etag': 'pipelines/id/257',
      'if-none-match': tag,
    });
    expect([maxBytes, timeoutMs]).toEqual([64 * 1024, 5000]);
  });

  test('has no condition at first, not even one of the user', async () => {
    const { requests } = await ask({ requestHeaders: { 'If-None-Match': '"mine"' } });
    expect(requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(requests[0]?.headers).not.toHaveProperty('private-token');
  });

  test('is sent below a relative root', async () => {
    const { requests } = await ask({ apiUrl: 'https://host.example.test:8443/tools/gitlab/api/v4/' });
    expect(requests[0]?.url.href).toBe('https://host.example.test:8443/tools/gitlab/api/graphql');
  });

  test('does not wait longer than the user wants', async () => {
    expect((await ask({ requestTimeoutMs: 2000 })).requests[0]?.timeoutMs).toBe(2000);
  });

  test('is absent if only a job token can read, which GraphQL does not accept', async () => {
    expect((await ask({ jobToken: 'job-secret' })).requests).toEqual([]);
    expect((await ask({ jobToken: 'job-secret', accessToken: 'a' })).requests[0]?.headers).toMatchObject({
      'private-token': 'a',
    });
  });

  test.each([301, 302, 303, 307, 308])('follows no redirect (%d)', async (status) => {
    for (const location of ['https://gitlab.example.test/api/v4/x', 'https://elsewhere.example.net/']) {
      const { reply, requests } = await ask({ status, headers: { location }, accessToken: 'a' });
      expect([requests.length, reply]).toMatchObject([1, { kind: 'answer', status }]);
    }
  });

  test.each([
    ['GitLab', tag, tag],
    ['a strong tag', '"a"', '"a"'],
    ['no quotes', 'abc', undefined],
    ['a list', '"a", "b"', undefined],
    ['nothing', '', undefined],
    ['far too long', `"${'a'.repeat(300)}"`, undefined],
    ['a line end', '"a\r\nX-Evil: 1"', undefined],
  ])('accepts as a tag only: %s', async (_name, etag, expected) => {
    expect((await ask({ headers: { etag } })).reply).toMatchObject({ tag: expected });
  });

  test.each([
    ['query', query],
    ['errors', '{"errors":[{"message":"Query has complexity of 201"}]}'],
    ['errors', '{"data":{"__typename":"Query"},"errors":[]}'],
    ['page', '<!DOCTYPE html><html><title>Sign in</title></html>'],
    ['other', ''],
    ['other', '[]'],
    ['other', 'null'],
    ['other', '{"data":null}'],
    ['other', '{"data":{"__typename":"Mutation"}}'],
    ['other', 'ok'],
  ])('reads a body as %s: %s', async (kind, body) => {
    expect((await ask({ body })).reply).toMatchObject({ body: kind });
  });

  test('shows whether GitLab answered from its cache, and what is left of a limit', async () => {
    const headers = {
      etag: tag,
      'x-gitlab-from-cache': 'true',
      'ratelimit-limit': '600',
      'ratelimit-remaining': '20',
      'ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 30),
    };
    expect((await ask({ status: 304, headers, body: '' }, tag)).reply).toMatchObject({
      status: 304,
      fromGitLabCache: true,
      hints: { allowance: { limit: 600, remaining: 20, resetAfterMs: 30_000 } },
    });
    expect((await ask({ status: 304, headers: { 'x-gitlab-from-cache': 'false' } })).reply).toMatchObject({
      fromGitLabCache: false,
    });
  });

  test('returns failures as values, and throws an abort', async () => {
    const fault = new TransportFault({ kind: 'too_large', reached: 'maybe', message: 'too large' });
    const failing = (error: Error): Promise<ChangeReply> | undefined =>
      createGitLabClient(
        { clock: { epochMs: () => 0 }, transport: { send: () => Promise.reject(error) } },
        {
          connection: {
            apiUrl: new URL('https://gitlab.example.test/api/v4/'),
            requestTimeoutMs: 1000,
            requestHeaders: [],
          },
          accessToken: undefined,
        },
      ).askForChange?.({ pipelineId: 257, tag: undefined }, signal);
    expect(await failing(fault)).toEqual({ kind: 'fault', fault });
    await expect(failing(new Error('stopped'))).rejects.toThrow('stopped');
  });
});
