import { afterEach, describe, expect, test } from '@jest/globals';

import { namedScenario } from '../../src/simulator/named-scenarios.js';
import { type ServedSimulation, serveSimulation } from '../../src/simulator/serve/serve-simulation.js';
import { type HeldClock, heldClock } from '../support/held-clock.js';

const trigger = `glptt-${'0'.repeat(40)}`;
const access = 'glpat-00000000000000000000';

let served: Awaited<ReturnType<typeof serveSimulation>> | undefined;
let clock: HeldClock;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function serve(more: Partial<ServedSimulation> = {}): Promise<string> {
  clock = heldClock();
  served = await serveSimulation({ scenario: namedScenario('success'), clock, ...more });
  return served.url;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

async function control(url: string, request: string, body?: unknown): Promise<Answered> {
  const [method = '', path = ''] = request.split(' ');
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/-/simulator${path}`, {
    method,
    ...(text === undefined ? {} : { body: text }),
  });
  const answered = await response.text();
  return { status: response.status, body: answered === '' ? undefined : JSON.parse(answered) };
}

async function start(url: string, more: Readonly<Record<string, string>> = {}): Promise<number> {
  const body = new URLSearchParams({ ref: 'main', token: trigger, ...more });
  const response = await fetch(`${url}/api/v4/projects/42/trigger/pipeline`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  await response.text();
  return response.status;
}

async function statusOf(url: string, pipelineId: number): Promise<unknown> {
  const headers = { 'private-token': access };
  const response = await fetch(`${url}/api/v4/projects/42/pipelines/${pipelineId}`, { headers });
  return ((await response.json()) as { readonly status?: string }).status ?? response.status;
}

describe('the control API', () => {
  const hook = JSON.stringify({ project_id: 42, url: 'http://127.0.0.1:9/hook' });

  test.each<Readonly<Record<string, string>>>([
    { origin: 'https://pages.example.com' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('takes no order from a page of others in a browser of this machine: %j', async (headers) => {
    const url = await serve();
    for (const [path, body] of [
      ['webhooks', hook],
      ['clock', '{"advance": "1h"}'],
      ['reset', ''],
    ] as const) {
      const response = await fetch(`${url}/-/simulator/${path}`, { method: 'POST', headers, body });
      expect([response.status, await response.text()]).toEqual([
        403,
        expect.stringContaining('another site'),
      ]);
    }
    expect(served?.stage.webhooks.hooks()).toEqual([]);
  });

  test('takes orders from a page of its own', async () => {
    const url = await serve();
    const response = await fetch(`${url}/-/simulator/webhooks`, {
      method: 'POST',
      headers: { origin: url, 'sec-fetch-site': 'same-origin' },
      body: hook,
    });
    expect(response.status).toBe(201);
  });
});

describe('the control endpoint reset', () => {
  test('restores pipelines, tokens, requests, faults and the speed, and keeps the time', async () => {
    const url = await serve({ faults: [{ when: { nth: 9 }, fault: { kind: 'stall' } }] });
    expect(await start(url)).toBe(201);
    await fetch(`${url}/api/v4/projects/42/triggers/1`, {
      method: 'DELETE',
      headers: { 'private-token': access },
    });
    expect(await start(url)).toBe(404);
    await control(url, 'PUT /faults', [{ fault: 'html' }]);
    await control(url, 'POST /clock', { advance: '1h', speed: 60 });
    expect(await control(url, 'POST /reset')).toEqual({ status: 204, body: undefined });
    expect(await control(url, 'GET /requests')).toEqual({ status: 200, body: [] });
    expect(await control(url, 'GET /faults')).toMatchObject({ body: [{ fault: 'stall', nth: 9, seen: 0 }] });
    expect(await control(url, 'GET /clock')).toEqual({
      status: 200,
      body: { now: '2026-01-01T01:00:00.000Z', speed: 1 },
    });
    expect(await statusOf(url, 257)).toBe(404);
    expect(await start(url)).toBe(201);
    expect(await statusOf(url, 257)).toBe('created');
  });

  test('opens a GitLab that was closed for writes, and numbers requests anew', async () => {
    const url = await serve();
    served?.gitlab.setWrites('maintenance');
    expect(await start(url)).toBe(301);
    await control(url, 'POST /reset');
    expect(await start(url)).toBe(201);
    expect(served?.gitlab.pipelines()).toHaveLength(1);
  });
});

describe('the control endpoint requests', () => {
  test('lists them in order, with nested parameters and without secrets', async () => {
    const url = await serve();
    await start(url, {
      'variables[GREETING]': 'hello',
      'variables[DEPLOY_TOKEN]': 'a variable',
      'inputs[n]': '3',
    });
    await statusOf(url, 257);
    const { body } = await control(url, 'GET /requests');
    expect(body).toEqual([
      {
        method: 'POST',
        path: '/api/v4/projects/42/trigger/pipeline',
        parameters: {
          ref: 'main',
          token: '[masked]',
          variables: { GREETING: 'hello', DEPLOY_TOKEN: '[masked]' },
          inputs: { n: '3' },
        },
        headers: expect.objectContaining({ 'content-type': expect.stringContaining('urlencoded') }),
        at: '2026-01-01T00:00:00.000Z',
      },
      expect.objectContaining({
        method: 'GET',
        headers: expect.objectContaining({ 'private-token': '[masked]' }),
      }),
    ]);
  });

  test.each([
    { name: 'in a query', path: `/projects/42/ref/main/trigger/pipeline?token=${trigger}` },
    { name: 'in a query under an encoded name', path: '/projects/42?%74oken=hidden-secret' },
    { name: 'in a query of another name', path: '/projects/42?private_token=hidden-secret' },
    { name: 'in a path', path: `/projects/${access}` },
    { name: 'in JSON', body: '{"token":"hidden-secret","ref":"main"}', type: 'application/json' },
    {
      name: 'in a list of variables',
      body: '{"variables":[{"key":"API_TOKEN","value":"hidden-secret"}]}',
      type: 'application/json',
    },
    { name: 'in JSON that is broken', body: `{"token":"hidden-secret"`, type: 'application/json' },
    {
      name: 'in a form with parts',
      body: '--b\r\nContent-Disposition: form-data; name="token"\r\n\r\nhidden-secret\r\n--b--\r\n',
      type: 'multipart/form-data; boundary=b',
    },
    { name: 'in a header of its own', headers: { 'job-token': 'hidden-secret' } },
    {
      name: 'in another header',
      headers: { authorization: 'Bearer hidden-secret', cookie: 'a=hidden-secret' },
    },
    { name: 'as the value of a variable', body: `variables[A]=x${trigger}x` },
    { name: 'in a text of an unknown type', body: 'hidden-secret', type: 'text/plain' },
  ])('hides a token $name', async ({ path = '/projects/42/trigger/pipeline', body, type, headers = {} }) => {
    const url = await serve();
    await fetch(`${url}/api/v4${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'content-type': type ?? 'application/x-www-form-urlencoded' },
      ...(body === undefined ? {} : { body }),
    });
    const seen = JSON.stringify((await control(url, 'GET /requests')).body);
    expect(seen).toContain('/api/v4/projects/');
    for (const secret of ['hidden-secret', trigger, access]) expect(seen).not.toContain(secret);
  });

  test('hides a token of a scenario in any form, and one that a client has created', async () => {
    const url = await serve({
      scenario: {
        ...namedScenario('success'),
        accessTokens: [{ token: 'a b/c', user: 'ada', scopes: ['api'] }],
      },
    });
    await fetch(`${url}/api/v4/projects?search=${encodeURIComponent('a b/c')}&note=a+b/c!`);
    expect((await control(url, 'GET /requests')).body).toMatchObject([
      { parameters: { search: '[masked]', note: '[masked]!' } },
    ]);
  });

  test('filters by method and path, and forgets them', async () => {
    const url = await serve();
    await start(url);
    await statusOf(url, 257);
    expect((await control(url, 'GET /requests?method=post')).body).toHaveLength(1);
    expect((await control(url, 'GET /requests?path=/pipelines/')).body).toMatchObject([{ method: 'GET' }]);
    expect((await control(url, 'DELETE /requests')).status).toBe(204);
    expect((await control(url, 'GET /requests')).body).toEqual([]);
  });
});

describe('the control endpoint faults', () => {
  test('adds, counts, replaces and removes faults', async () => {
    const url = await serve();
    expect(
      await control(url, 'POST /faults', {
        fault: 'status',
        status: 502,
        method: 'POST',
        path: '.../x?',
        times: 1,
      }),
    ).toMatchObject({ status: 201, body: [{ fault: 'status', method: 'POST', path: '.../x?', times: 1 }] });
    await control(url, 'POST /faults', {
      fault: 'rate_limited',
      method: 'POST',
      retry_after: '2s',
      times: 1,
    });
    expect([await start(url), await start(url)]).toEqual([429, 201]);
    expect((await control(url, 'GET /faults')).body).toMatchObject([{ seen: 0 }, { seen: 2 }]);
    await control(url, 'PUT /faults', '- fault: maintenance');
    expect(await start(url)).toBe(301);
    expect((await control(url, 'DELETE /faults')).status).toBe(204);
    expect(await start(url)).toBe(201);
  });

  test.each(['refuse', 'stall', 'reset_before', 'html'])(
    'never applies faults to the control API: %s',
    async (fault) => {
      const url = await serve();
      await control(url, 'POST /faults', { fault });
      expect((await control(url, 'GET /faults')).body).toMatchObject([{ fault, seen: 0 }]);
      if (fault === 'refuse') await expect(start(url)).rejects.toThrow('fetch failed');
      await control(url, 'DELETE /faults');
      expect(await start(url)).toBe(201);
    },
  );
});

describe('the control endpoint clock', () => {
  test('jumps ahead, and processes what is due', async () => {
    const url = await serve();
    await start(url, { ref: 'slow' });
    expect(await control(url, 'POST /clock', { advance: '9m' })).toEqual({
      status: 200,
      body: { now: '2026-01-01T00:09:00.000Z', speed: 1 },
    });
    expect(await statusOf(url, 257)).toBe('running');
    await control(url, 'POST /clock', { advance: '2m' });
    expect(await statusOf(url, 257)).toBe('success');
  });

  test('stops the time and changes its speed', async () => {
    const url = await serve();
    await control(url, 'POST /clock', { speed: 0 });
    clock.pass(5_000);
    expect((await control(url, 'GET /clock')).body).toEqual({ now: '2026-01-01T00:00:00.000Z', speed: 0 });
    await control(url, 'POST /clock', { speed: 60 });
    clock.pass(1_000);
    expect((await control(url, 'GET /clock')).body).toEqual({ now: '2026-01-01T00:01:00.000Z', speed: 60 });
  });
});

const scenarioFile = `
users: { eve: {} }
projects:
  team/shop:
    id: 7
    members: { eve: maintainer }
    trigger_tokens: [{ token: eve-trigger, owner: eve }]
    refs: { main: { refuses: no_jobs } }
access_tokens: [{ token: eve-access, user: eve, scopes: [api] }]
faults: [{ fault: html, method: DELETE }]
`;

describe('the control endpoint projects', () => {
  test('shows projects with their tokens', async () => {
    const url = await serve();
    await start(url);
    expect((await control(url, 'GET /projects')).body).toEqual([
      {
        id: 42,
        path: 'group/app',
        refs: ['main', 'fails', 'warnings', 'manual', 'slow', 'children'],
        trigger_tokens: [trigger],
        access_tokens: [access],
        pipelines: 1,
      },
    ]);
  });

  test('shows another scenario after it was put, which a reset then restarts', async () => {
    const url = await serve();
    await start(url);
    expect(await control(url, 'PUT /scenario', scenarioFile)).toMatchObject({
      status: 200,
      body: [{ id: 7, path: 'team/shop', access_tokens: ['eve-access'], pipelines: 0 }],
    });
    expect((await control(url, 'GET /requests')).body).toEqual([]);
    expect(await start(url)).toBe(404);
    await control(url, 'DELETE /faults');
    await control(url, 'POST /reset');
    expect((await control(url, 'GET /')).body).toMatchObject({ requests: 0, faults: 1, pipelines: 0 });
    expect((await control(url, 'GET /projects')).body).toMatchObject([{ id: 7 }]);
  });
});

describe('an invalid control request', () => {
  test.each([
    {
      request: 'POST /faults',
      body: { falt: 'html' },
      text: '1:3: unknown key falt in [0]: did you mean fault?',
    },
    { request: 'PUT /faults', body: [{ fault: 'htm' }], text: '"htm": accepted are refuse' },
    { request: 'PUT /faults', body: 'no list', text: 'give a list' },
    { request: 'POST /faults', body: { fault: 'redirect', status: 200 }, text: '200 is no redirect' },
    { request: 'POST /clock', body: { advance: 'soon' }, text: 'a span such as' },
    { request: 'POST /clock', body: { advance: '-1s' }, text: 'a span such as' },
    { request: 'POST /clock', body: { speed: -1 }, text: 'from 0 to 1000' },
    { request: 'POST /clock', body: '', text: 'give a map' },
    { request: 'PUT /scenario', body: 'users: {}', text: 'has no projects' },
    { request: 'PUT /scenario', body: `relative_url_root: /gitlab${scenarioFile}`, text: 'cannot change' },
  ])('$request $body is reported, and nothing changes', async ({ request, body, text }) => {
    const url = await serve();
    await start(url);
    const before = (await control(url, 'GET /')).body;
    const { status, body: said } = await control(url, request, body);
    expect([status, (said as { readonly message: string }).message]).toEqual([
      400,
      expect.stringContaining(text),
    ]);
    expect((await control(url, 'GET /')).body).toEqual(before);
  });

  test.each([
    { request: 'GET /nothing', status: 404, known: 'POST /-/simulator/reset' },
    { request: 'GET /reset', status: 405, known: 'POST /-/simulator/reset' },
  ])('$request is reported with the existing endpoints', async ({ request, status, known }) => {
    const url = await serve();
    expect(await control(url, request)).toEqual({
      status,
      body: { message: expect.stringContaining('control API'), known: expect.arrayContaining([known]) },
    });
  });
});

test('the control API is available below the relative root, and without it, and is not recorded', async () => {
  const scenario = { ...namedScenario('success'), relativeUrlRoot: '/gitlab' };
  const url = await serve({ scenario });
  const bare = url.replace('/gitlab', '');
  const [below, beside] = [await control(url, 'GET /'), await control(bare, 'GET /')];
  expect(below).toMatchObject({
    status: 200,
    body: { version: expect.stringMatching(/^19\.3\./), requests: 0 },
  });
  expect(beside).toEqual(below);
});

test('a GitLab that refuses every request still serves the control API', async () => {
  const url = await serve({ scenario: namedScenario('throttled') });
  await control(url, 'POST /clock', { speed: 0 });
  const statuses = [await start(url), await start(url), await start(url)];
  expect(statuses.at(-1)).toBe(429);
  await control(url, 'POST /reset');
  expect(await start(url)).toBe(201);
});
