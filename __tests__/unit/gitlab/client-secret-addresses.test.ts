import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import { describeReply } from '../../../src/gitlab/responses/explain.js';
import { createRedaction } from '../../../src/hosts/redaction/redaction.js';
import { withRedactedAnswers } from '../../../src/http/headers.js';
import type { HttpRequest, HttpResponse } from '../../../src/http/transport.js';

const apiUrl = new URL('https://gitlab.example.com/api/v4/');
const project = { kind: 'id', id: 42 } as const;
const { signal } = new AbortController();
const gate = 'OpenSesame-Gate9x';
const jobToken = 'glcbt-64_Kx2mWq8TzR4vYb6NcJdLf';

/** A client behind a gate that answers the first request with these headers. */
function behindGate(status: number, headers: Readonly<Record<string, string>>, body = '') {
  const sent: HttpRequest[] = [];
  const transport = {
    send: (request: HttpRequest): Promise<HttpResponse> => {
      sent.push(request);
      const answer = sent.length === 1 ? { status, headers } : { status: 404, headers: {} };
      return Promise.resolve({ ...answer, body: Buffer.from(body) });
    },
    close: () => undefined,
  };
  const redaction = createRedaction();
  for (const secret of [gate, jobToken]) redaction.add(secret);
  const requestHeaders = [{ name: 'X-Gate', value: new Secret(gate) }];
  const settings = {
    connection: { apiUrl, requestTimeoutMs: 1000, requestHeaders },
    accessToken: undefined,
    jobToken: new Secret(jobToken),
  };
  const client = createGitLabClient(
    { transport: withRedactedAnswers(transport, redaction.apply), clock: { epochMs: () => 0 } },
    settings,
  );
  return { client, sent };
}

const sink = { begin: () => undefined, write: () => undefined, maxBytes: 1000 };

/** Wherever a server that hears a secret can put it into the address of a redirect. */
const addresses = [
  `https://storage.example.com/${gate}/archive`,
  `https://storage.example.com/?gate=${gate}`,
  `https://storage.example.com/#${gate}`,
  `https://${gate}.storage.example.com/archive`,
  `https://${gate.replace('-', '%2D')}@storage.example.com/archive`,
  `https://storage.example.com/${Buffer.from(gate).toString('base64url')}`,
  `https://storage.example.com/${gate.replace(/./g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`,
  `https://storage.example.com/${jobToken}`,
  `https://gitlab.example.com/api/v4/projects/43/jobs/7/artifacts?gate=${gate}`,
  `/api/v4/projects/43/jobs/7/artifacts?job_token=${jobToken}`,
  `not an address: ${gate}`,
  `https://[${gate}`,
];

describe('an address that contains a secret of ours', () => {
  test.each(addresses)('is neither requested nor shown: %s', async (location) => {
    for (const ask of ['archive', 'pipeline'] as const) {
      const { client, sent } = behindGate(302, { location });
      const reply =
        ask === 'archive'
          ? await client.streamArchive({ project, jobId: 7 }, sink, signal)
          : await client.fetchPipeline({ project, pipelineId: 7 }, signal);
      expect(sent).toHaveLength(1);
      expect(reply.kind).not.toBe('ok');
      const details = reply.kind === 'ok' ? '' : JSON.stringify([describeReply(reply), reply]).toLowerCase();
      for (const secret of [gate, jobToken]) expect(details).not.toContain(secret.toLowerCase());
      expect(details).not.toContain(Buffer.from(gate).toString('base64url').toLowerCase());
    }
  });

  test('is no next page', async () => {
    const next = `<https://gitlab.example.com/api/v4/projects/42/pipelines/7/jobs?cursor=${gate}>; rel="next"`;
    const { client, sent } = behindGate(200, { link: next, 'content-type': 'application/json' }, '[]');
    await client.fetchJobs({ project, pipelineId: 7 }, signal);
    expect(sent.map(({ url }) => url.href).join('\n')).not.toContain(gate);
  });

  test('is followed as usual without the secret', async () => {
    const { client, sent } = behindGate(302, { location: 'https://storage.example.com/archive?signature=1' });
    await client.streamArchive({ project, jobId: 7 }, sink, signal);
    expect(sent.map(({ url }) => url.host)).toEqual(['gitlab.example.com', 'storage.example.com']);
  });
});
