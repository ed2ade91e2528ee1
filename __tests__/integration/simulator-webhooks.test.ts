import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../src/base/clock.js';
import { namedScenario } from '../../src/simulator/named-scenarios.js';
import type { Scenario, WebhookDescription } from '../../src/simulator/gitlab/state/scenario.js';
import { readScenario } from '../../src/simulator/scenario-file/read-scenario.js';
import { type ServedSimulation, serveSimulation } from '../../src/simulator/serve/serve-simulation.js';
import { until } from '../e2e/support/with-simulator.js';

interface Heard {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What a receiver has heard, and how it answers: with these statuses, then 200; `hang` never does. */
let heard: Heard[];
let answers: (number | 'hang' | 'reset')[];
let receiver: Server;
let address: string;
let served: Awaited<ReturnType<typeof serveSimulation>> | undefined;

beforeEach(async () => {
  heard = [];
  answers = [];
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      const answer = answers.shift() ?? 200;
      if (answer === 'hang') return;
      if (answer === 'reset') request.socket.destroy();
      else response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});

afterEach(async () => {
  await served?.close();
  served = undefined;
  receiver.closeAllConnections();
  receiver.close();
});

function withHooks(...webhooks: readonly WebhookDescription[]): Scenario {
  const scenario = namedScenario('success');
  return { ...scenario, projects: scenario.projects.map((project) => ({ ...project, webhooks })) };
}

async function serve(scenario: Scenario, more: Partial<ServedSimulation> = {}): Promise<string> {
  served = await serveSimulation({ scenario, clock: systemClock, ...more });
  return served.url;
}

async function start(url: string): Promise<void> {
  const body = new URLSearchParams({ ref: 'main', token: `glptt-${'0'.repeat(40)}` });
  const response = await fetch(`${url}/api/v4/projects/42/trigger/pipeline`, { method: 'POST', body });
  expect(response.status).toBe(201);
}

async function order(
  url: string,
  request: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const [method = '', path = ''] = request.split(' ');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/-/simulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: text }),
  });
  const answered = await response.text();
  return { status: response.status, body: answered === '' ? undefined : JSON.parse(answered) };
}

function answered(status: number): boolean {
  return served?.stage.webhooks.records().some(({ answer }) => answer === status) === true;
}

const onlyPipelines = { jobEvents: false };

function statuses(): readonly string[] {
  return heard.map(({ body }) => /"status":"(\w+)","detailed_status"/.exec(body)?.[1] ?? 'job');
}

describe('a webhook', () => {
  test('hears of a pipeline to its end, with its secret token and the headers of GitLab', async () => {
    const url = await serve(withHooks({ url: address, token: 's3cret', ...onlyPipelines }), { speed: 100 });
    await start(url);
    await until(() => statuses().includes('success'));
    expect(statuses()).toEqual(['pending', 'running', 'success']);
    expect(heard[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^GitLab\/19\.3\.\d+$/),
      'x-gitlab-token': 's3cret',
      'x-gitlab-event': 'Pipeline Hook',
      'x-gitlab-instance': url,
      'x-gitlab-event-uuid': expect.stringMatching(/^[\da-f-]{36}$/),
      'x-gitlab-webhook-uuid': expect.stringMatching(/^[\da-f-]{36}$/),
      'idempotency-key': expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(new Set(heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
    const seen = (await order(url, 'GET /webhooks')).body;
    expect(JSON.stringify(seen)).not.toContain('s3cret');
    expect(seen).toMatchObject({
      webhooks: [{ project_id: 42, url: address, pipeline_events: true, job_events: false }],
      deliveries: [{ status: 200, attempts: 1 }, { status: 200 }, { status: 200, event: 'pipeline' }],
      dropped: 0,
    });
  });

  test('has no header that its release does not know, and none without a token', async () => {
    const old: Scenario = { ...withHooks({ url: address, pipelineEvents: false }), release: '13.0' };
    await start(await serve(old));
    await until(() => heard.length > 0);
    const names = Object.keys(heard[0]?.headers ?? {}).filter((name) => /^(?:x-gitlab|idem)/.test(name));
    expect([names, heard[0]?.headers['x-gitlab-event']]).toEqual([['x-gitlab-event'], 'Job Hook']);
  });

  test('is tried again when its server is in trouble, with the same key, and not when it refuses', async () => {
    answers = [500, 'reset', 404];
    const url = await serve(withHooks({ url: address, ...onlyPipelines }));
    await start(url);
    await until(() => heard.length >= 3);
    const keys = heard.map(({ headers }) => headers['idempotency-key']);
    expect(keys.slice(1, 3)).toEqual([keys[0], keys[0]]);
    await until(() => answered(404));
    expect((await order(url, 'GET /webhooks')).body).toMatchObject({
      deliveries: expect.arrayContaining([expect.objectContaining({ status: 404, attempts: 3 })]),
    });
  });

  test('is left alone after three attempts, and what leads elsewhere is not followed', async () => {
    answers = [503, 503, 503, 302];
    const url = await serve(withHooks({ url: address, ...onlyPipelines }), { speed: 100 });
    await start(url);
    await until(() => statuses().includes('success'));
    await until(() => answered(302));
    expect((await order(url, 'GET /webhooks')).body).toMatchObject({
      deliveries: [{ status: 503, attempts: 3 }, { status: 302, attempts: 1 }, { status: 200 }],
    });
  });

  test('that never answers holds up neither the server nor another webhook', async () => {
    answers = ['hang'];
    const url = await serve(
      withHooks({ url: address, ...onlyPipelines }, { url: `${address}/second`, ...onlyPipelines }),
      { speed: 100 },
    );
    await start(url);
    // One of them hangs with its first event; the other gets all three.
    await until(() => statuses().filter((status) => status === 'success').length === 1);
    expect((await fetch(`${url}/-/health`)).status).toBe(200);
    expect(heard).toHaveLength(4);
  });

  test('keeps no more than a thousand events waiting for a receiver that hangs', async () => {
    answers = ['hang'];
    await serve(withHooks({ url: address }));
    const webhooks = served?.stage.webhooks;
    const event = { kind: 'job', projectId: 42, body: '{}', instanceUrl: '' } as const;
    for (let each = 0; each < 1_200; each += 1) webhooks?.hear(event);
    // The first is under way.
    expect(webhooks?.dropped()).toBe(1_200 - 1 - 1_000);
    webhooks?.replace([]);
    expect([webhooks?.dropped(), webhooks?.hooks()]).toEqual([0, []]);
  });

  test.each([
    { what: 'a token that no header can hold', hook: { token: 'snow \u2603' } },
    { what: 'a user name that is no percent-encoding', user: '%zz@' },
  ])('with $what is a record, and the server goes on', async ({ hook = {}, user = '' }) => {
    const url = await serve(
      withHooks({ url: address.replace('//', `//${user}`), ...onlyPipelines, ...hook }),
      { speed: 100 },
    );
    await start(url);
    await until(() => (served?.stage.webhooks.records().length ?? 0) > 0);
    const [first] = served?.stage.webhooks.records() ?? [];
    expect(first).toMatchObject({
      attempts: 1,
      answer: expect.stringMatching(/^cannot be sent \([\w ]+\)$/),
    });
    expect([(await fetch(`${url}/-/health`)).status, heard]).toEqual([200, []]);
  });

  test('on nobody is a record, and the server goes on', async () => {
    receiver.close();
    const url = await serve(withHooks({ url: 'http://127.0.0.1:9/hook', ...onlyPipelines }));
    await start(url);
    expect((await fetch(`${url}/-/health`)).status).toBe(200);
  });
});

describe('the control API', () => {
  test('adds a webhook, removes all, and has those of the scenario after a reset', async () => {
    const url = await serve(withHooks({ url: address }));
    const added = await order(url, 'POST /webhooks', {
      project_id: 42,
      url: `${address}?key=hidden`,
      token: 'a',
    });
    expect([added.status, added.body]).toEqual([
      201,
      expect.objectContaining({
        webhooks: [
          expect.objectContaining({ url: address }),
          expect.objectContaining({ url: `${address}?…` }),
        ],
      }),
    ]);
    expect((await order(url, 'DELETE /webhooks')).status).toBe(204);
    await start(url);
    expect((await order(url, 'GET /webhooks')).body).toEqual({ webhooks: [], deliveries: [], dropped: 0 });
    await order(url, 'POST /reset');
    expect((await order(url, 'GET /webhooks')).body).toMatchObject({ webhooks: [{ url: address }] });
  });

  test.each([
    { body: { project_id: 43, url: 'http://127.0.0.1/' }, says: 'There is no project 43: 42' },
    { body: { url: 'http://127.0.0.1/' }, says: 'has no project_id, which is required' },
    { body: { project_id: 42, url: 'ftp://127.0.0.1/' }, says: 'give an address such as' },
    { body: { project_id: 42, url: 'http://127.0.0.1/', tokken: 'a' }, says: 'did you mean token?' },
    { body: { project_id: 42, url: 'https://hooks.example.com/a?key=s3cret' }, says: 'not to this machine' },
    { body: { project_id: 42, url: 'http://127.0.0.1.example.com/' }, says: 'not to this machine' },
    { body: { project_id: 42, url: 'http://localhost@10.0.0.1/' }, says: 'not to this machine' },
    { body: { project_id: 42, url: 'http://[::2]/' }, says: 'not to this machine' },
  ])('refuses $body', async ({ body, says }) => {
    const url = await serve(withHooks());
    const answer = await order(url, 'POST /webhooks', body);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining(says)]);
    expect(JSON.stringify(answer.body)).not.toContain('s3cret');
    expect((await order(url, 'GET /webhooks')).body).toMatchObject({ webhooks: [] });
  });

  test('takes a webhook to another machine where that is allowed', async () => {
    const url = await serve(withHooks(), { webhookHosts: 'any' });
    const answer = await order(url, 'POST /webhooks', { project_id: 42, url: 'http://hooks.invalid/' });
    expect(answer.status).toBe(201);
  });
});

const file = (hook: string): string => `
users: { ada: {} }
projects:
  group/app:
    id: 42
    webhooks:
      - ${hook}
    refs: { main: {} }
`;

describe('a scenario file', () => {
  test('has webhooks', () => {
    const reading = readScenario(file('{ url: "http://127.0.0.1:3000/", token: a, job_events: false }'));
    expect(reading).toMatchObject({
      kind: 'read',
      value: {
        scenario: {
          projects: [{ webhooks: [{ url: 'http://127.0.0.1:3000/', token: 'a', jobEvents: false }] }],
        },
      },
    });
  });

  test('with a key that there is none of says which is near', () => {
    expect(readScenario(file('{ url: "http://127.0.0.1/", pipeline_event: true }'))).toMatchObject({
      kind: 'wrong',
      faults: [{ line: 7, text: expect.stringContaining('did you mean pipeline_events?') }],
    });
  });

  test('with a webhook to another machine is not served, at the start or later', async () => {
    const stray = withHooks({ url: 'http://user:pass@hooks.example.com/' });
    const error = await serve(stray).catch(String);
    expect(error).toContain('the webhook http://hooks.example.com/ leads to hooks.example.com');
    expect(error).not.toContain('pass');
    const url = await serve(withHooks());
    const answer = await order(url, 'PUT /scenario', file('{ url: "http://hooks.example.com/" }'));
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      400,
      expect.stringContaining('not to this machine'),
    ]);
  });
});
