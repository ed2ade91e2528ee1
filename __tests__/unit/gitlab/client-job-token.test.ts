import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest, HttpResponse } from '../../../src/http/transport.js';

const apiUrl = new URL('https://gitlab.example.com/api/v4/');
const project = { kind: 'id', id: 42 } as const;
const { signal } = new AbortController();

/** A client of a server that sends every first GET to `location`. */
function redirected(location: string): {
  readonly client: ReturnType<typeof createGitLabClient>;
  readonly sent: HttpRequest[];
} {
  const sent: HttpRequest[] = [];
  const transport = {
    send: (request: HttpRequest): Promise<HttpResponse> => {
      sent.push(request);
      return Promise.resolve({
        status: sent.length === 1 ? 302 : 404,
        headers: sent.length === 1 ? { location } : {},
        body: Buffer.alloc(0),
      });
    },
  };
  const connection = { apiUrl, requestTimeoutMs: 1000, requestHeaders: [] };
  const settings = { connection, accessToken: undefined, jobToken: new Secret('glcbt-planted') };
  return { client: createGitLabClient({ transport, clock: { epochMs: () => 0 } }, settings), sent };
}

const sink = { begin: () => undefined, write: () => undefined, maxBytes: 1000 };

describe('the header JOB-TOKEN', () => {
  test.each([
    { to: 'https://storage.example.com/archive', kept: false },
    { to: 'https://gitlab.example.com:8443/api/v4/projects/42/jobs/7/artifacts', kept: false },
    { to: 'https://gitlab.example.com/users/sign_in', kept: false },
    { to: 'http://gitlab.example.com/api/v4/projects/42/jobs/7/artifacts', kept: false },
    { to: 'https://gitlab.example.com/api/v4/projects/43/jobs/7/artifacts', kept: true },
  ])('is sent to $to: $kept', async ({ to, kept }) => {
    const { client, sent } = redirected(to);
    await client.streamArchive({ project, jobId: 7 }, sink, signal);
    await client.fetchPipeline({ project, pipelineId: 7 }, signal);

    expect(sent[0]?.headers['job-token']).toBe('glcbt-planted');
    const elsewhere = sent.filter(({ url }) => url.href === to);
    expect(elsewhere.filter(({ headers }) => 'job-token' in headers)).toHaveLength(
      kept ? elsewhere.length : 0,
    );
    expect(sent.map(({ url }) => url.href).join('\n')).not.toContain('planted');
  });

  test('is sent with no call for which GitLab rejects it', async () => {
    const { client, sent } = redirected('https://storage.example.com/');
    await client.streamTrace({ project, jobId: 7, fromByte: 0 }, () => undefined, signal);
    await client.fetchTestSummary({ project, pipelineId: 7 }, signal);
    await client.fetchVariables({ project, pipelineId: 7 }, signal);
    await client.cancelPipeline({ project, pipelineId: 7 }, signal);
    await client.fetchProject({ project }, signal);

    expect(sent.length).toBeGreaterThan(4);
    expect(sent.filter(({ headers }) => 'job-token' in headers)).toEqual([]);
  });
});
