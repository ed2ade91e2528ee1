import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { AppError } from '../../../src/base/errors.js';
import type { Secret } from '../../../src/base/secret.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest, HttpResponse } from '../../../src/http/transport.js';
import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import type { TriggerRequest } from '../../../src/model/requests.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { createToken } from '../../../src/tokens/create.js';
import { startRun } from '../../../src/trigger/start.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { noFiles, sourceOf } from '../../unit/inputs/input-sources.js';
import { virtualLine } from '../../unit/tokens/support/virtual-line.js';

type Send = (request: HttpRequest) => Promise<HttpResponse>;
/** What stands between us and GitLab. */
type Front = (forward: Send, clock: VirtualClock) => Send;

const url = 'https://gitlab.example.test';

interface World {
  readonly gitlab: SimulatedGitLab;
  readonly clock: VirtualClock;
  readonly client: ReturnType<typeof createGitLabClient>;
  readonly posts: () => number;
}

function worldBehind(
  front: Front,
  scenario: Scenario,
  request: Pick<TriggerRequest, 'connection' | 'credentials'>,
): World {
  const clock = createVirtualClock();
  const gitlab = new SimulatedGitLab({ clock }, scenario);
  const line = virtualLine({ gitlab, clock }, { disturb: () => undefined, onRequest: () => undefined });
  const through = front(line, clock);
  let posts = 0;
  const counted: Send = async (sent) => {
    if (sent.method === 'POST') posts += 1;
    return await through(sent);
  };
  const client = createGitLabClient(
    { transport: { send: counted }, clock },
    { connection: request.connection, accessToken: request.credentials.accessToken },
  );
  return { gitlab, clock, client, posts: () => posts };
}

interface End {
  readonly end: string;
  readonly hint: string;
  readonly posts: number;
  readonly pipelines: number;
  readonly tookMs: number;
}

async function startBehind(
  front: Front,
  inputs: Readonly<Record<string, string>> = {},
  scenario: Scenario = oneProject(),
  before: 'nothing' | 'older' = 'nothing',
): Promise<End> {
  const source = sourceOf({ ...inputsFor(url), ...inputs });
  const { request } = await parseTriggerRequest(source, noFiles);
  const { gitlab, clock, client, posts } = worldBehind(front, scenario, request);
  if (before === 'older') {
    gitlab.handle({
      method: 'POST',
      target: '/api/v4/projects/42/trigger/pipeline',
      headers: json,
      body: Buffer.from(JSON.stringify({ ref: 'main', token: inputsFor(url).token })),
    });
  }
  const deps = { gitlab: client, clock, random: () => 0.5, onEvent: () => undefined };
  const task = { request, caller: { ci: 'test' }, signal: new AbortController().signal };
  const details = await clock.run(
    startRun(deps, task).then(
      ({ pipeline: { id, projectId, webUrl } }) => ({
        end: `pipeline ${id} of ${projectId} at ${webUrl}`,
        hint: '',
      }),
      (error: unknown) =>
        error instanceof AppError
          ? { end: error.code, hint: error.parts.hint ?? '' }
          : { end: String(error), hint: '' },
    ),
  );
  return { ...details, posts: posts(), pipelines: gitlab.pipelines().length, tookMs: clock.nowMs() };
}

const isStart = ({ method, url: { pathname } }: HttpRequest): boolean =>
  method === 'POST' && pathname.endsWith('/pipeline');
const isList = ({ method, url: { pathname } }: HttpRequest): boolean =>
  method === 'GET' && pathname.endsWith('/pipelines');

const answer = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({
  status,
  headers: { 'content-type': body.startsWith('<') ? 'text/html' : 'text/plain', ...headers },
  body: Buffer.from(body),
});
const json = { 'content-type': 'application/json' };

/** Passes the start on, and says something else in GitLab's stead. */
const afterTheWork =
  (instead: HttpResponse): Front =>
  (forward) =>
  async (request) => {
    const own = await forward(request);
    return isStart(request) ? instead : own;
  };

/** Does not pass it on. */
const insteadOfTheWork =
  (instead: HttpResponse): Front =>
  (forward) =>
  async (request) =>
    isStart(request) ? instead : await forward(request);

const pages: readonly { readonly name: string; readonly page: HttpResponse }[] = [
  {
    name: 'the 503 of Apache httpd',
    page: answer(
      503,
      '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>503 Service Unavailable</title></head><body><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems.</p></body></html>',
    ),
  },
  { name: 'a maintenance page of nginx', page: answer(503, '<html><h1>Under maintenance</h1></html>') },
  { name: 'a text about maintenance', page: answer(503, 'upstream under maintenance') },
  {
    name: 'a text that says read-only',
    page: answer(503, 'You cannot perform write operations on a read-only instance'),
  },
  {
    name: 'maintenance in JSON with 502',
    page: answer(502, '{"message":"GitLab is undergoing maintenance"}', json),
  },
  { name: 'a 429 page', page: answer(429, '<html>Too many requests</html>', { 'retry-after': '1' }) },
  {
    name: 'a 429 of Kong',
    page: answer(429, '{"message":"API rate limit exceeded"}', { ...json, 'retry-after': '1' }),
  },
  {
    name: 'a 400 about a full minute',
    page: answer(400, 'Too many pipelines created in the last minute. Try again later.'),
  },
  { name: 'a 500 of Kong', page: answer(500, '{"message":"An unexpected error occurred"}', json) },
  { name: 'a 403 of a firewall', page: answer(403, '<html><title>Just a moment...</title></html>') },
  { name: 'a 404 of a gateway', page: answer(404, '{"message":"no Route matched with those values"}', json) },
  {
    name: 'a redirect to a login',
    page: answer(302, '<html>Found</html>', { location: 'https://sso.example.test/' }),
  },
  { name: 'a login page', page: answer(200, '<html><title>Sign in</title></html>') },
  { name: 'a 201 that cannot be read', page: answer(201, '{"id":', json) },
  { name: 'a 204', page: answer(204, '') },
];

/** What a queue or a relay in front of GitLab says of its own task. */
const ownNumbers: readonly { readonly name: string; readonly page: HttpResponse }[] = [
  { name: 'a 202 of a queue', page: answer(202, '{"id":7781,"status":"queued"}', json) },
  { name: 'a 202 without a type', page: answer(202, '{"id":7781}', { 'content-type': '' }) },
  { name: 'a 200 as a page', page: answer(200, '{"id":7781}', { 'content-type': 'text/html' }) },
  { name: 'a 201 as a text', page: answer(201, '{"id":7781}') },
  { name: 'a 201 with nothing else', page: answer(201, '{"id":7781}', json) },
  { name: 'a 200 about an event', page: answer(200, '{"id":7781,"type":"event","data":{}}', json) },
  {
    name: 'a 201 that repeats the ref',
    page: answer(201, '{"id":7781,"ref":"main","status":"created"}', json),
  },
  {
    name: 'a 203 with all that GitLab says',
    page: answer(
      203,
      `{"id":7781,"ref":"main","status":"created","project_id":42,"sha":"${'a'.repeat(40)}"}`,
      json,
    ),
  },
];

const found = `pipeline 257 of 42 at https://gitlab.example.com/group/app/-/pipelines/257`;

describe('a server in front of GitLab that answers after the work', () => {
  test.each(pages)('$name: a token that can read finds the one pipeline', async ({ page }) => {
    const end = await startBehind(afterTheWork(page), { access_token: tokens.api });
    expect([end.end, end.posts, end.pipelines]).toEqual([found, 1, 1]);
  });

  test.each(pages)(
    '$name: without such a token the start is uncertain, and never repeated',
    async ({ page }) => {
      const end = await startBehind(afterTheWork(page));
      expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 1]);
    },
  );
});

describe('a number that a server in front of GitLab gives', () => {
  test.each(ownNumbers)('with $name is not that of our pipeline, which is found', async ({ page }) => {
    const end = await startBehind(afterTheWork(page), { access_token: tokens.api, wait: 'true' });
    expect([end.end, end.posts, end.pipelines]).toEqual([found, 1, 1]);
  });

  test.each(ownNumbers)('with $name is not that of a pipeline where there is none', async ({ page }) => {
    for (const inputs of [{}, { access_token: tokens.api }, { token: '', access_token: tokens.api }]) {
      const end = await startBehind(insteadOfTheWork(page), inputs);
      expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 0]);
    }
  });
});

describe('a server in front of GitLab that answers in its place', () => {
  test.each(pages.filter(({ page }) => page.status < 500 && page.status !== 429))(
    'is not retried after $name',
    async ({ page }) => {
      const end = await startBehind(insteadOfTheWork(page), { access_token: tokens.api });
      expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 0]);
    },
  );

  test('soon ends the search when it answers every request', async () => {
    const end = await startBehind(() => () => Promise.resolve(answer(302, '<html></html>')), {
      access_token: tokens.api,
    });
    expect([end.end, end.posts, end.tookMs < 10_000]).toEqual(['start_uncertain', 1, true]);
    expect(end.hint).toContain('gitlab_url');
  });

  test('reports a request that is too large', async () => {
    const end = await startBehind(insteadOfTheWork(answer(413, '<html>413 Request Entity Too Large</html>')));
    expect([end.end, end.hint]).toEqual(['start_uncertain', expect.stringContaining('too large')]);
  });
});

describe('our pipeline is found despite', () => {
  const reset: Front = (forward) => async (request) => {
    const own = await forward(request);
    return isStart(request) ? answer(502, '<html>502</html>') : own;
  };
  const withDate =
    (offMs: number): Front =>
    (forward, clock) =>
    async (request) => {
      const own = await reset(forward, clock)(request);
      return { ...own, headers: { ...own.headers, date: new Date(clock.epochMs() + offMs).toUTCString() } };
    };

  test.each([-600_000, -45_000, 45_000, 600_000])(
    'a server in front whose clock is %i ms off',
    async (offMs) => {
      const end = await startBehind(withDate(offMs), { access_token: tokens.api });
      expect([end.end, end.posts]).toEqual([found, 1]);
    },
  );

  test.each(['64_Kx2mWq8TzR4vYb6NcJdLf', 'Kx2mWq8TzR4vYb6NcJdL'])(
    'a job token of an old release: %s',
    async (token) => {
      const jobTokens = [{ token, user: 'ada', projectId: 42, job: 'running' }] as const;
      const scenario = oneProject({}, { jobTokens });
      const end = await startBehind(reset, { token, access_token: tokens.api }, scenario);
      expect([end.end, end.posts]).toEqual([found, 1]);
    },
  );

  test.each(['main', 'refs/heads/main'])('the form of the ref %s', async (ref) => {
    const end = await startBehind(reset, { ref, access_token: tokens.api });
    expect([end.end, end.posts]).toEqual([found, 1]);
  });

  test('a GitLab that is slower than the gateway', async () => {
    const slow: Front = (forward, clock) => async (request) => {
      if (!isStart(request)) return await forward(request);
      void clock.schedule(16_000, () => void forward(request));
      await sleep(clock, 1000, request.signal);
      return answer(500, '{"message":"An unexpected error occurred"}', json);
    };
    const end = await startBehind(slow, { access_token: tokens.api });
    expect([end.end, end.posts]).toEqual([found, 1]);
  });

  test('a cache that keeps lists for a minute', async () => {
    const kept = new Map<string, HttpResponse>();
    const caching: Front = (forward, clock) => async (request) => {
      if (!isList(request)) return await reset(forward, clock)(request);
      const old = kept.get(request.url.href);
      if (old !== undefined) return old;
      const fresh = await forward(request);
      kept.set(request.url.href, fresh);
      return fresh;
    };
    const end = await startBehind(caching, { access_token: tokens.api, wait: 'true' });
    expect([end.end, end.posts]).toEqual([found, 1]);
  });

  test.each([
    { name: 'Age', headers: { age: '40' } },
    { name: 'X-Cache', headers: { 'x-cache': 'HIT from proxy:3128' } },
    { name: 'CF-Cache-Status', headers: { 'cf-cache-status': 'STALE' } },
    { name: 'Cache-Status', headers: { 'cache-status': 'edge; hit; ttl=20' } },
  ])('a cache that ignores the query, and says $name', async ({ headers }) => {
    const stale: Front = (forward, clock) => async (request) =>
      isList(request) ? answer(200, '[]', { ...json, ...headers }) : await reset(forward, clock)(request);
    const end = await startBehind(stale, { access_token: tokens.api });
    expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 1]);
  });

  test('an empty list after a 201', async () => {
    const stale: Front = (forward) => async (request) => {
      if (isList(request)) return answer(200, '[]', json);
      const own = await forward(request);
      return isStart(request) ? { ...own, body: own.body.subarray(0, 20) } : own;
    };
    const end = await startBehind(stale, { access_token: tokens.api });
    expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 1]);
  });
});

/** Takes members out of every pipeline, as old releases do. */
const without =
  (...names: readonly string[]): Front =>
  (forward) =>
  async (request) => {
    const own = await forward(request);
    if (!/\/(?:pipelines?|pipelines\/\d+)$/.test(request.url.pathname) || own.status > 299) return own;
    const strip = (value: unknown): unknown => {
      const entries = Object.entries(value as object).filter(([key]) => !names.includes(key));
      return Object.fromEntries(entries);
    };
    const body: unknown = JSON.parse(own.body.toString());
    return { ...own, body: Buffer.from(JSON.stringify(Array.isArray(body) ? body.map(strip) : strip(body))) };
  };

describe('GitLab before 13.10', () => {
  const old = without('project_id', 'source', 'iid');
  const oldest = without('project_id', 'source', 'iid', 'web_url');

  test('starts a pipeline that is known with a trigger token alone', async () => {
    const end = await startBehind(old);
    expect([end.end, end.posts]).toEqual([found.replace('of 42', 'of 0'), 1]);
  });

  test.each([
    { name: 'the number of the project', inputs: { project_id: '42' } },
    { name: 'a token that reads', inputs: { access_token: tokens.readApi } },
    { name: 'a token that reads, waiting', inputs: { access_token: tokens.readApi, wait: 'true' } },
    { name: 'an access token alone', inputs: { access_token: tokens.api, token: '' } },
  ])('shows the project to $name', async ({ inputs }) => {
    expect(await startBehind(old, inputs)).toMatchObject({ end: found, posts: 1 });
  });

  test('gives a pipeline without an address, which is then built from what is known', async () => {
    const end = await startBehind(without('source', 'web_url'), { access_token: tokens.readApi });
    expect(end.end).toBe(`pipeline 257 of 42 at ${url}/group/app/-/pipelines/257`);
  });

  test('before 11.2 starts a pipeline that is known by its number', async () => {
    const end = await startBehind(oldest, { access_token: tokens.readApi });
    expect([end.end, end.posts]).toEqual([`pipeline 257 of 42 at ${url}/group/app/-/pipelines/257`, 1]);
  });

  test('before 11.2 starts nothing that would have to be followed', async () => {
    const withOlder: Front = (forward, clock) => async (request) =>
      isList(request)
        ? answer(200, '[{"id":200,"status":"success","ref":"main","sha":"abc"}]', json)
        : await oldest(forward, clock)(request);
    const end = await startBehind(withOlder, { access_token: tokens.readApi, wait: 'true' });
    expect([end.end, end.posts]).toEqual(['gitlab_too_old', 0]);
    expect(end.hint).toContain('13.0 or later');
  });

  test('starts a pipeline with only a number and a commit, without a token to ask further', async () => {
    const all = ['project_id', 'web_url', 'source', 'status', 'ref', 'iid', 'created_at'];
    const end = await startBehind(without(...all));
    expect([end.end, end.posts]).toEqual([`pipeline 257 of 0 at ${url}/group/app/-/pipelines/257`, 1]);
  });

  test.each(['', 'true'])(
    'is followed (wait: %j) though its replica does not show it at once',
    async (wait) => {
      const lagging: Front = (forward, clock) => {
        let startedMs = Infinity;
        return async (request) => {
          if (isStart(request)) startedMs = clock.nowMs();
          const isEarly = clock.nowMs() < startedMs + 2000 && /\/pipelines\/\d+$/.test(request.url.pathname);
          if (isEarly) return answer(404, '{"message":"404 Not found"}', json);
          return await old(forward, clock)(request);
        };
      };
      const end = await startBehind(lagging, { access_token: tokens.readApi, wait });
      expect([end.end, end.posts]).toEqual([found, 1]);
    },
  );
});

describe('a 201 about a pipeline of another project is an error', () => {
  const changing =
    (change: (body: string) => string): Front =>
    (forward) =>
    async (request) => {
      const own = await forward(request);
      return isStart(request) ? { ...own, body: Buffer.from(change(own.body.toString())) } : own;
    };
  const otherNumber = changing((body) => body.replace('"project_id":42', '"project_id":43'));
  const otherProject = changing((body) =>
    body.replace('"project_id":42', '"project_id":43').replaceAll('group/app', 'other/app'),
  );
  test.each(
    [otherNumber, otherProject].flatMap((front) =>
      [
        { project_id: '42' },
        { access_token: tokens.api },
        { access_token: tokens.readApi, wait: 'true' },
        { project_id: 'Group/App', access_token: tokens.readApi },
      ].map((inputs) => ({ front, inputs })),
    ),
  )('to $inputs', async ({ front, inputs }) => {
    const end = await startBehind(front, inputs, oneProject(), 'older');
    expect([end.end, end.posts]).toEqual(['wrong_project', 1]);
  });

  test('even if only its path can be compared, and GitLab shows where that leads', async () => {
    const end = await startBehind(otherProject, { access_token: tokens.api });
    expect([end.end, end.posts]).toEqual(['wrong_project', 1]);
  });
});

describe('a project that has moved', () => {
  /** As GitLab does it: a start works under the old path, and whoever asks is sent to the number. */
  const moved: Front = (forward) => async (request) => {
    const { pathname } = request.url;
    if (!pathname.includes('old%2Fhome')) return await forward(request);
    const location = new URL(request.url);
    location.pathname = pathname.replace('old%2Fhome', '42');
    if (isStart(request)) return await forward({ ...request, url: location });
    return answer(301, 'This resource has been moved permanently', { location: location.href });
  };

  test.each([
    { access_token: tokens.api },
    { access_token: tokens.readApi },
    { access_token: tokens.readApi, wait: 'true' },
    {},
  ])('counts as the same project with $access_token', async (inputs) => {
    const end = await startBehind(moved, { project_id: 'old/home', ...inputs });
    expect([end.end, end.posts]).toEqual([found, 1]);
  });
});

describe('an empty list does not prove that there is no pipeline', () => {
  const nothing = (headers: Readonly<Record<string, string>> = {}): HttpResponse =>
    answer(200, '[]', { ...json, ...headers });
  const lostStart: Front = (forward) => async (request) => {
    const own = await forward(request);
    return isStart(request) ? answer(502, '<html>502</html>') : own;
  };
  const lists =
    (list: (own: HttpResponse, hasStarted: boolean) => HttpResponse): Front =>
    (forward, clock) => {
      let hasStarted = false;
      return async (request) => {
        hasStarted ||= isStart(request);
        const own = await lostStart(forward, clock)(request);
        return isList(request) ? list(own, hasStarted) : own;
      };
    };
  const fronts = [
    { name: 'of somebody who knows no pipelines', front: lists(() => nothing()) },
    {
      name: 'where the look before failed',
      front: lists((_, has) => (has ? nothing() : answer(502, '<p>'))),
    },
    {
      name: 'where the look before was refused',
      front: lists((_, has) => (has ? nothing() : answer(403, '{"message":"403 Forbidden"}', json))),
    },
    {
      name: 'where the look before came out of a cache',
      front: lists((own, has) => ({ ...(has ? nothing() : own), headers: { ...own.headers, age: '9' } })),
    },
    {
      name: 'where the look before lacked what GitLab sends with a list',
      front: lists((own, has) => (has ? { ...own, body: Buffer.from('[]') } : nothing())),
    },
  ];

  test.each(fronts)('$name, without wait', async ({ front }) => {
    const end = await startBehind(front, { access_token: tokens.api });
    expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 1]);
  });

  test('of a user who sees no pipelines, waiting', async () => {
    const end = await startBehind(
      lists(() => nothing()),
      { access_token: tokens.api, wait: 'true' },
    );
    expect([end.end, end.posts, end.pipelines]).toEqual(['start_uncertain', 1, 1]);
  });

  test('unless it is from GitLab itself, where there was none before', async () => {
    const end = await startBehind(insteadOfTheWork(answer(502, '<html>502</html>')), {
      access_token: tokens.api,
    });
    expect([end.end, end.posts, end.pipelines]).toEqual(['server_error', 2, 0]);
  });

  test('and a read before the start that never ends does not delay it long', async () => {
    const stuck: Front = (forward, clock) => async (request) => {
      if (isList(request)) await sleep(clock, 1e9, request.signal);
      return await forward(request);
    };
    const end = await startBehind(stuck, { access_token: tokens.api });
    expect([end.end, end.posts, end.tookMs < 6000]).toEqual([found, 1, true]);
  });
});

describe('a server in front of GitLab that answers the creation of a trigger token', () => {
  test.each(pages)('$name: the one token is found', async ({ page }) => {
    const source = sourceOf({ ...inputsFor(url), access_token: tokens.api });
    const { request } = await parseTriggerRequest(source, noFiles);
    const after: Front = (forward) => async (sent) => {
      const own = await forward(sent);
      return sent.method === 'POST' ? page : own;
    };
    const { gitlab, clock, client, posts } = worldBehind(after, oneProject(), request);
    const scene = { project: request.project, gitlabUrl: url };
    const onToken = (token: { readonly secret: Secret }): void => void seen.push(token.secret);
    const seen: Secret[] = [];
    const deps = { gitlab: client, clock, random: () => 0.5, onEvent: () => undefined, onToken };
    const signal = new AbortController().signal;
    const token = await clock.run(
      createToken(deps, { scene, description: 'new', expiresAtMs: undefined, signal }),
    );
    expect([token.id, seen.length, posts(), gitlab.triggerTokens(42).length]).toEqual([2, 1, 1, 2]);
  });
});
