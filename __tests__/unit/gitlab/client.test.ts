import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import { type HttpRequest, type HttpResponse, TransportFault } from '../../../src/http/transport.js';

const project = { kind: 'path', path: 'group/app' } as const;
const byId = { kind: 'id', id: 42 } as const;
const signal = new AbortController().signal;
const plainHeaders = { 'x-gate': 'pass', accept: 'application/json' };
const readHeaders = { ...plainHeaders, 'private-token': 'access-secret' };
const jsonHeaders = { 'content-type': 'application/json' };

const pipelineJson = {
  id: 257,
  project_id: 42,
  status: 'created',
  ref: 'main',
  sha: 'abc',
  web_url: 'https://gitlab.example.test/group/app/-/pipelines/257',
};
const pipeline = {
  id: 257,
  projectId: 42,
  status: 'created',
  ref: 'main',
  sha: 'abc',
  webUrl: pipelineJson.web_url,
};

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: unknown;
  readonly body: unknown;
}

/**
 * A client whose transport gives these answers in turn, throws those that are errors, and refuses to go on
 * after the last.
 */
function clientWith(
  answers: (Answer | Error)[],
  changes: { readonly accessToken?: Secret | undefined; readonly headerName?: string } = {},
): { client: GitLabClient; seen: Seen[]; requests: HttpRequest[] } {
  const seen: Seen[] = [];
  const requests: HttpRequest[] = [];
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    const { method, url, headers, body } = request;
    requests.push(request);
    seen.push({ method, url: url.href, headers, body: body === undefined ? undefined : JSON.parse(body) });
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`nobody expected ${method} ${url.href}`);
    if (answer instanceof Error) return Promise.reject(answer);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
    return Promise.resolve({
      status: answer.status ?? 200,
      headers: { 'content-type': 'application/json', ...answer.headers },
      body: Buffer.from(text),
    });
  };
  const client = createGitLabClient(
    { transport: { send }, clock: { epochMs: () => 0 } },
    {
      connection: {
        apiUrl: new URL('https://gitlab.example.test/gitlab/api/v4/'),
        requestTimeoutMs: 30_000,
        requestHeaders: [{ name: changes.headerName ?? 'X-Gate', value: new Secret('pass') }],
      },
      accessToken: 'accessToken' in changes ? changes.accessToken : new Secret('access-secret'),
    },
  );
  return { client, seen, requests };
}

describe('triggerPipeline', () => {
  const call = { project, ref: 'main', token: new Secret('trigger-secret') };

  test('sends the token in the body and no other credential', async () => {
    const { client, seen, requests } = clientWith([{ status: 201, body: pipelineJson }]);

    const reply = await client.triggerPipeline(
      { ...call, variables: { A: '1', B: 'x y' }, inputs: { count: 3, flags: ['a'], on: true } },
      signal,
    );

    expect(reply).toEqual({ kind: 'ok', value: pipeline, hints: {} });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: 'https://gitlab.example.test/gitlab/api/v4/projects/group%2Fapp/trigger/pipeline',
        headers: { ...plainHeaders, ...jsonHeaders },
        body: {
          token: 'trigger-secret',
          ref: 'main',
          variables: { A: '1', B: 'x y' },
          inputs: { count: 3, flags: ['a'], on: true },
        },
      },
    ]);
    expect(requests[0]).toMatchObject({ timeoutMs: 30_000, maxBytes: 10_485_760, signal });
  });

  test('omits empty parts', async () => {
    const { client, seen } = clientWith([{ status: 201, body: pipelineJson }]);

    await client.triggerPipeline({ ...call, variables: {}, inputs: {}, mark: undefined }, signal);

    expect(seen.map(({ body }) => body)).toEqual([{ token: 'trigger-secret', ref: 'main' }]);
  });

  test('sends a mark as a member of its own', async () => {
    const { client, seen } = clientWith([{ status: 201, body: pipelineJson }]);

    await client.triggerPipeline(
      { ...call, variables: {}, inputs: {}, mark: { key: 'k', run: '7/1' } },
      signal,
    );

    expect(seen.map(({ body }) => body)).toEqual([
      { token: 'trigger-secret', ref: 'main', gitlab_trigger: { key: 'k', run: '7/1' } },
    ]);
  });

  test.each([301, 302, 303, 307, 308])('never follows a %i', async (status) => {
    const location = 'https://gitlab.example.test/gitlab/api/v4/projects/42/trigger/pipeline';
    const { client, seen } = clientWith([{ status, headers: { location }, body: '' }]);

    const reply = await client.triggerPipeline({ ...call, variables: {}, inputs: {} }, signal);

    expect([reply.kind, seen.length]).toEqual(['refused', 1]);
  });
});

describe('createPipeline', () => {
  const call = { project: byId, ref: 'main' };

  test('sends the access token in a header, and variables as a list', async () => {
    const { client, seen } = clientWith([{ status: 201, body: pipelineJson }]);

    const reply = await client.createPipeline(
      { ...call, variables: { A: '1' }, inputs: { name: 'x' } },
      signal,
    );

    expect(reply).toEqual({ kind: 'ok', value: pipeline, hints: {} });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: 'https://gitlab.example.test/gitlab/api/v4/projects/42/pipeline',
        headers: { ...readHeaders, ...jsonHeaders },
        body: { ref: 'main', variables: [{ key: 'A', value: '1' }], inputs: { name: 'x' } },
      },
    ]);
  });

  test('omits empty parts', async () => {
    const { client, seen } = clientWith([{ status: 201, body: pipelineJson }]);

    await client.createPipeline({ ...call, variables: {}, inputs: {} }, signal);

    expect(seen.map(({ body }) => body)).toEqual([{ ref: 'main' }]);
  });

  test('cannot be called without an access token', async () => {
    const { client, seen } = clientWith([], { accessToken: undefined });

    await expect(client.createPipeline({ ...call, variables: {}, inputs: {} }, signal)).rejects.toThrow(
      TypeError,
    );
    expect(seen).toEqual([]);
  });
});

describe('the reads of the client', () => {
  test('send the right requests with the access token', async () => {
    const projectJson = {
      id: 42,
      path_with_namespace: 'group/app',
      web_url: 'https://gitlab.example.test/group/app',
    };
    const { client, seen } = clientWith([
      { body: pipelineJson },
      { body: projectJson },
      { body: [pipelineJson] },
    ]);

    const replies = [
      await client.fetchPipeline({ project: byId, pipelineId: 257 }, signal),
      await client.fetchProject({ project }, signal),
      await client.listPipelines({ project: byId, filters: { ref: 'main', perPage: 1 } }, signal),
    ];

    const root = 'https://gitlab.example.test/gitlab/api/v4/projects';
    expect(replies.map((reply) => (reply.kind === 'ok' ? reply.value : reply))).toEqual([
      pipeline,
      { id: 42, path: 'group/app', webUrl: 'https://gitlab.example.test/group/app' },
      [pipeline],
    ]);
    expect(seen).toEqual(
      [`${root}/42/pipelines/257`, `${root}/group%2Fapp`, `${root}/42/pipelines?ref=main&per_page=1`].map(
        (url) => ({
          method: 'GET',
          url,
          headers: readHeaders,
          body: undefined,
        }),
      ),
    );
  });

  test('are anonymous without an access token', async () => {
    const { client, seen } = clientWith([{ body: pipelineJson }], { accessToken: undefined });

    await client.fetchPipeline({ project: byId, pipelineId: 257 }, signal);

    expect(seen.map(({ headers }) => headers)).toEqual([plainHeaders]);
  });

  test("send our header in place of the user's of the same name", async () => {
    const { client, seen } = clientWith([{ body: pipelineJson }], { headerName: 'Accept' });

    await client.fetchPipeline({ project: byId, pipelineId: 257 }, signal);

    expect(seen.map(({ headers }) => headers)).toEqual([
      { accept: 'application/json', 'private-token': 'access-secret' },
    ]);
  });

  test('follow one redirect of a renamed project', async () => {
    const { client, seen } = clientWith([
      {
        status: 301,
        headers: { location: 'https://gitlab.example.test/gitlab/api/v4/projects/42/pipelines/257?x=1' },
        body: '',
      },
      { body: pipelineJson },
    ]);

    const reply = await client.fetchPipeline({ project, pipelineId: 257 }, signal);

    expect([reply.kind, seen.map(({ url }) => url)]).toEqual([
      'ok',
      [
        'https://gitlab.example.test/gitlab/api/v4/projects/group%2Fapp/pipelines/257',
        'https://gitlab.example.test/gitlab/api/v4/projects/42/pipelines/257?x=1',
      ],
    ]);
  });

  test('follow no second redirect', async () => {
    const moved = { status: 301, headers: { location: '/gitlab/api/v4/projects/42' }, body: '' };
    const { client, seen } = clientWith([moved, moved]);

    const reply = await client.fetchProject({ project }, signal);

    expect([reply.kind, seen.length]).toEqual(['refused', 2]);
  });

  test.each([
    'https://elsewhere.example.test/gitlab/api/v4/projects/42',
    'http://gitlab.example.test/gitlab/api/v4/projects/42',
    'https://gitlab.example.test:444/gitlab/api/v4/projects/42',
    'https://user@gitlab.example.test/gitlab/api/v4/projects/42',
    '//elsewhere.example.test/gitlab/api/v4/projects/42',
    'https://gitlab.example.test/users/sign_in',
    '/gitlab/api/v4/../../users/sign_in',
    'https://[bad',
    '',
  ])('follow no redirect to %p', async (location) => {
    const { client, seen } = clientWith([{ status: 302, headers: { location }, body: '' }]);

    const reply = await client.fetchProject({ project }, signal);

    expect([reply.kind, seen.length]).toEqual(['refused', 1]);
  });
});

describe('the lists of the client', () => {
  const jobJson = (id: number): object => ({
    id,
    name: `job ${id}`,
    stage: 'test',
    status: 'running',
    web_url: `https://gitlab.example.test/jobs/${id}`,
  });
  const job = (id: number): object => ({
    id,
    name: `job ${id}`,
    stage: 'test',
    status: 'running',
    allowFailure: false,
    isAllowanceUnknown: true,
    webUrl: `https://gitlab.example.test/jobs/${id}`,
  });
  const root = 'https://gitlab.example.test/gitlab/api/v4/projects/42/pipelines/257';

  test('of jobs and of bridges are read page by page with the access token', async () => {
    const link = `<https://external.example.test/api/v4/projects/42/pipelines/257/jobs?cursor=x>; rel="next"`;
    const { client, seen } = clientWith([
      { headers: { link }, body: [jobJson(3), jobJson(2)] },
      { body: [jobJson(1)] },
      { body: [{ ...jobJson(4), downstream_pipeline: null }] },
    ]);

    const jobs = await client.fetchJobs({ project: byId, pipelineId: 257 }, signal);
    const bridges = await client.fetchBridges({ project: byId, pipelineId: 257 }, signal);

    expect([jobs, bridges]).toEqual([
      { kind: 'ok', value: { items: [job(3), job(2), job(1)], truncated: 'complete' }, hints: {} },
      { kind: 'ok', value: { items: [job(4)], truncated: 'complete' }, hints: {} },
    ]);
    expect(seen.map(({ url, headers }) => ({ url, headers }))).toEqual(
      [
        `${root}/jobs?include_retried=true&per_page=100`,
        `${root}/jobs?cursor=x`,
        `${root}/bridges?per_page=100`,
      ].map((url) => ({ url, headers: readHeaders })),
    );
  });

  test('fail as a whole when one page fails', async () => {
    const { client } = clientWith([
      { headers: { 'x-next-page': '2' }, body: [jobJson(3)] },
      { body: [{ id: 2 }] },
    ]);

    expect(await client.fetchJobs({ project: byId, pipelineId: 257 }, signal)).toMatchObject({
      kind: 'unreadable',
    });
  });
});

describe('the writes and further reads of the client', () => {
  test('send the right requests with the access token', async () => {
    const jobJson = { id: 9, name: 'deploy', stage: 'd', status: 'pending', web_url: 'https://x.test/9' };
    const { client, seen } = clientWith([
      { body: { ...pipelineJson, status: 'canceling' } },
      { body: jobJson },
      { body: [{ key: 'A', value: '1' }] },
      { body: { total: { count: 2, success: 2 }, test_suites: [] } },
    ]);
    const call = { project: byId, pipelineId: 257 };

    const replies = [
      await client.cancelPipeline(call, signal),
      await client.playJob({ project: byId, jobId: 9 }, signal),
      await client.fetchVariables(call, signal),
      await client.fetchTestSummary(call, signal),
    ];

    expect(replies.map((reply) => (reply.kind === 'ok' ? reply.value : reply))).toEqual([
      { ...pipeline, status: 'canceling' },
      {
        id: 9,
        name: 'deploy',
        stage: 'd',
        status: 'pending',
        allowFailure: false,
        isAllowanceUnknown: true,
        webUrl: 'https://x.test/9',
      },
      [{ key: 'A', value: '1' }],
      { total: 2, success: 2, failed: 0, skipped: 0, error: 0, seconds: 0, suites: [] },
    ]);
    const root = 'https://gitlab.example.test/gitlab/api/v4/projects/42';
    expect(seen).toEqual(
      [
        ['POST', `${root}/pipelines/257/cancel`],
        ['POST', `${root}/jobs/9/play`],
        ['GET', `${root}/pipelines/257/variables`],
        ['GET', `${root}/pipelines/257/test_report_summary`],
      ].map(([method, url]) => ({ method, url, headers: readHeaders, body: undefined })),
    );
  });

  test('do not follow a redirect of a cancel request', async () => {
    const location = 'https://gitlab.example.test/gitlab/api/v4/projects/42/pipelines/257/cancel?x=1';
    const { client, seen } = clientWith([{ status: 301, headers: { location }, body: '' }]);

    const reply = await client.cancelPipeline({ project, pipelineId: 257 }, signal);

    expect([reply.kind, seen.length]).toEqual(['refused', 1]);
  });
});

describe('every outcome of a call is a value:', () => {
  const read = (client: GitLabClient): Promise<unknown> =>
    client.fetchPipeline({ project: byId, pipelineId: 257 }, signal);

  const unreadable: { name: string; give: Answer; want: string }[] = [
    { name: 'an empty body', give: { body: '' }, want: 'the body is empty' },
    {
      name: 'a login page',
      give: {
        headers: { 'content-type': 'text/html' },
        body: '<html><head><title>Sign in</title></head></html>',
      },
      want: 'the body is a web page: Sign in',
    },
    { name: 'a text', give: { body: 'OK' }, want: 'the body is not JSON: OK' },
    { name: 'cut JSON', give: { body: '{"id":257,' }, want: 'the body is not JSON: {"id":257,' },
    {
      name: 'another object',
      give: { body: { id: 1 } },
      want: 'the body is not what GitLab sends (missing or of another type: status, ref, sha)',
    },
    {
      name: 'a list',
      give: { body: [] },
      want: 'the body is not what GitLab sends (its JSON is of another kind)',
    },
  ];

  test.each(unreadable)('$name is unreadable', async ({ give, want }) => {
    const { client } = clientWith([give]);

    expect(await read(client)).toEqual({ kind: 'unreadable', status: 200, why: want, hints: {} });
  });

  test.each([
    { status: 202 },
    { status: 203 },
    { status: 206 },
    { status: 200, headers: { 'content-type': 'text/html' } },
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } },
  ])('a pipeline with $status $headers is not GitLab’s', async (given) => {
    const { client } = clientWith([{ ...given, body: pipelineJson }]);

    expect(await read(client)).toMatchObject({ kind: 'unreadable', status: given.status, claimedId: 257 });
  });

  test.each([
    { status: 202, body: { id: 7781, status: 'queued' } },
    { status: 201, body: { ...pipelineJson, id: 7781 }, headers: { 'content-type': 'text/plain' } },
  ])('a start that is answered with $status $headers names a number, and is no more', async (given) => {
    const { client } = clientWith([given]);
    const call = { project, ref: 'main', token: new Secret('trigger-secret'), variables: {}, inputs: {} };

    expect(await client.triggerPipeline(call, signal)).toMatchObject({ kind: 'unreadable', claimedId: 7781 });
  });

  test.each(['7781', 77.5, null, 2 ** 60])('a number that cannot be one is not named: %j', async (id) => {
    const { client } = clientWith([{ status: 202, body: { id } }]);

    const reply = await read(client);
    expect([reply, Object(reply)]).toMatchObject([{ kind: 'unreadable' }, { claimedId: undefined }]);
  });

  test('a pipeline without a content type is read', async () => {
    const { client } = clientWith([{ headers: { 'content-type': '' }, body: pipelineJson }]);

    expect(await read(client)).toEqual({ kind: 'ok', value: pipeline, hints: {} });
  });

  test('a refusal has the words and hints of the server', async () => {
    const { client } = clientWith([
      {
        status: 403,
        headers: { 'x-request-id': 'abc', 'retry-after': '3' },
        body: { message: '403 Forbidden' },
      },
    ]);

    expect(await read(client)).toEqual({
      kind: 'refused',
      refusal: {
        status: 403,
        speaker: 'gitlab',
        shape: 'message',
        texts: ['403 Forbidden'],
        hints: { requestId: 'abc', retryAfterMs: 3000 },
      },
    });
  });

  test('a fault of the transport is a value', async () => {
    const fault = new TransportFault({ kind: 'reset', reached: 'maybe', message: 'gone' });
    const { client } = clientWith([fault]);

    expect(await read(client)).toEqual({ kind: 'fault', fault });
  });

  test('an abort and an error of ours are thrown', async () => {
    const reason = new Error('stopped');
    const { client } = clientWith([reason]);

    await expect(read(client)).rejects.toBe(reason);
    await expect(client.fetchPipeline({ project: byId, pipelineId: 0 }, signal)).rejects.toThrow(RangeError);
  });
});

describe('GitLab before 13.10, which omits the project of a pipeline,', () => {
  const old = { ...pipelineJson, project_id: undefined };
  const projectJson = {
    id: 42,
    path_with_namespace: 'group/app',
    web_url: 'https://gitlab.example.test/gitlab/group/app',
  };
  const byId = { kind: 'id', id: 42 } as const;

  test('is asked for the project if only the path is known', async () => {
    const { client, seen } = clientWith([{ body: old }, { body: projectJson }]);

    const reply = await client.fetchPipeline({ project, pipelineId: 257 }, signal);

    expect([reply, seen.map(({ url }) => url.replace(/^.*v4/, ''))]).toEqual([
      { kind: 'ok', value: pipeline, hints: {} },
      ['/projects/group%2Fapp/pipelines/257', '/projects/group%2Fapp'],
    ]);
  });

  test('gives an unreadable pipeline if it omits the project there too', async () => {
    const { client } = clientWith([
      { body: old },
      { status: 404, body: { message: '404 Project Not Found' } },
    ]);

    const reply = await client.fetchPipeline({ project, pipelineId: 257 }, signal);

    expect(reply).toMatchObject({ kind: 'refused', refusal: { speaker: 'gitlab', status: 404 } });
  });

  test('gives a pipeline without another request if the number is known', async () => {
    const call = { project: byId, pipelineId: 257 };
    const { client } = clientWith([{ body: old }, { body: old }, { body: [old] }]);

    expect(await client.fetchPipeline(call, signal)).toEqual({ kind: 'ok', value: pipeline, hints: {} });
    expect(await client.cancelPipeline(call, signal)).toEqual({ kind: 'ok', value: pipeline, hints: {} });
    expect(await client.listPipelines({ project: byId, filters: {} }, signal)).toEqual({
      kind: 'ok',
      value: [pipeline],
      hints: {},
    });
  });

  test('lists pipelines by path nevertheless', async () => {
    const { client } = clientWith([{ body: [old] }]);

    expect(await client.listPipelines({ project, filters: {} }, signal)).toEqual({
      kind: 'ok',
      value: [{ ...pipeline, projectId: 0 }],
      hints: {},
    });
  });
});

test('a fresh list has a unique URL, and prevents caching', async () => {
  const { client, seen } = clientWith([{ body: [] }]);

  await client.listPipelines({ project, filters: { perPage: 100 }, fresh: '1.1.abc.2' }, signal);

  expect(seen).toMatchObject([
    {
      url: 'https://gitlab.example.test/gitlab/api/v4/projects/group%2Fapp/pipelines?per_page=100&gitlab_trigger_fresh=1.1.abc.2',
      headers: { 'cache-control': 'no-cache' },
    },
  ]);
});

describe('a list for another project', () => {
  test.each(['fetchJobs', 'fetchBridges'] as const)(
    'gives %s no jobs of another pipeline',
    async (method) => {
      const job = {
        id: 1,
        name: 'unit',
        stage: 'test',
        status: 'success',
        web_url: 'https://gitlab.example.test/1',
      };
      const { client } = clientWith([
        { headers: jsonHeaders, body: [{ ...job, pipeline: { id: 99, project_id: 42 } }] },
        { headers: jsonHeaders, body: [{ ...job, pipeline: { id: 257, project_id: 42 } }] },
      ]);
      const replies = [
        await client[method]({ project: byId, pipelineId: 257 }, signal),
        await client[method]({ project: byId, pipelineId: 257 }, signal),
      ];
      expect(replies).toMatchObject([
        { kind: 'unreadable', why: expect.stringContaining('jobs of pipeline 99') as unknown },
        { kind: 'ok' },
      ]);
    },
  );

  test('gives no pipelines of this one', async () => {
    const { client } = clientWith([{ headers: jsonHeaders, body: [{ ...pipelineJson, project_id: 43 }] }]);
    const reply = await client.listPipelines({ project: byId, filters: {} }, signal);
    expect(reply).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('pipelines of project 43') as unknown,
    });
  });
});
