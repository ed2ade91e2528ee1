import { execFileSync } from 'node:child_process';

import { afterEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import { impossibleRef, probeTriggerToken } from '../../../src/gitlab/probe-trigger-token.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { TriggerToken } from '../../../src/model/pipeline.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { type Fault, FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { type RunningServer, startServer } from '../../../src/simulator/gitlab/wire/server.js';
import { oneProject, tokens } from '../../support/one-project.js';
import { isSilent } from '../../support/request-patience.js';
import { newTransport } from '../http/sending.js';

const signal = new AbortController().signal;
const project = { kind: 'path', path: 'group/app' } as const;
const open: { close: () => unknown }[] = [];

interface World {
  readonly client: GitLabClient;
  readonly server: RunningServer;
  readonly gitlab: SimulatedGitLab;
}

async function worldOf(scenario: Scenario, fault?: Fault): Promise<World> {
  const gitlab = new SimulatedGitLab({ clock: systemClock }, scenario);
  const faults = new FaultPlan(fault === undefined ? [] : [{ when: {}, fault }]);
  const server = await startServer({ gitlab, clock: systemClock, faults });
  const transport = newTransport();
  open.push(transport, server);
  const client = createGitLabClient(
    { transport, clock: systemClock },
    {
      connection: {
        apiUrl: new URL(`${server.url}/api/v4/`),
        // Where an answer comes, it may take its time.
        requestTimeoutMs: fault !== undefined && isSilent(fault) ? 300 : 600_000,
        requestHeaders: [],
      },
      accessToken: new Secret(tokens.api),
    },
  );
  return { client, server, gitlab };
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function valueOf<T>(reply: Reply<T>): T {
  if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply));
  return reply.value;
}

/** `toEqual` sees no difference between two secrets. */
function shown(token: TriggerToken): unknown {
  return { ...token, secret: token.secret?.reveal(), createdAt: undefined, updatedAt: undefined };
}

describe('the calls for trigger tokens', () => {
  test("read the whole of the user's own tokens, and the start of others", async () => {
    const { client } = await worldOf(
      oneProject({
        triggers: [
          { token: tokens.trigger, owner: 'ada', description: 'ci' },
          { token: 'glptt-9876543210', owner: 'dev', expiresAt: '2099-01-01T00:00:00Z' },
          { token: '0f1e2d3c4b5a69788796a5b4c3d2e1', owner: 'ada' },
        ],
      }),
    );

    const { items, truncated } = valueOf(await client.listTriggerTokens({ project }, signal));
    const one = valueOf(await client.fetchTriggerToken({ project, triggerId: 2 }, signal));

    const second = {
      id: 2,
      description: '',
      start: '9876',
      owner: 'dev',
      expiresAt: '2099-01-01T00:00:00.000Z',
    };
    expect([items.map(shown), truncated, shown(one)]).toEqual([
      [
        { id: 1, description: 'ci', start: '5f0c', secret: tokens.trigger, owner: 'ada' },
        second,
        { id: 3, description: '', start: '0f1e', secret: '0f1e2d3c4b5a69788796a5b4c3d2e1', owner: 'ada' },
      ],
      'complete',
      second,
    ]);
    expect(JSON.stringify(items)).not.toContain(tokens.trigger.slice(6));
  });

  test('read all of 250, with one request per page', async () => {
    const triggers = Array.from({ length: 250 }, (_, index) => ({ token: `glptt-${index}`, owner: 'ada' }));
    const { client, server } = await worldOf(oneProject({ triggers }));

    const { items } = valueOf(await client.listTriggerTokens({ project }, signal));

    expect([items.length, new Set(items.map(({ id }) => id)).size, server.requests.length]).toEqual([
      250, 250, 3,
    ]);
  });

  test('create, rename and delete a token', async () => {
    const { client, server } = await worldOf(oneProject({ triggers: [] }));
    const expiresAtMs = Date.now() + 86_400_000;

    const created = valueOf(
      await client.createTriggerToken({ project, description: 'new', expiresAtMs }, signal),
    );
    const call = { project, triggerId: created.id };
    const renamed = valueOf(await client.updateTriggerToken({ ...call, description: 'other' }, signal));
    const deleted = valueOf(await client.deleteTriggerToken(call, signal));
    const again = await client.deleteTriggerToken(call, signal);

    expect(created.secret?.reveal()).toMatch(/^glptt-[\w-]{20}$/);
    expect([created.expiresAt, renamed.description, deleted, again.kind]).toEqual([
      new Date(expiresAtMs).toISOString(),
      'other',
      'deleted',
      'refused',
    ]);
    expect(
      server.requests.map(({ method, target, body }) => [method, target.replace(/^.*app/, ''), body]),
    ).toEqual([
      [
        'POST',
        '/triggers',
        JSON.stringify({ description: 'new', expires_at: new Date(expiresAtMs).toISOString() }),
      ],
      ['PUT', '/triggers/1', JSON.stringify({ description: 'other' })],
      ['DELETE', '/triggers/1', ''],
      ['DELETE', '/triggers/1', ''],
    ]);
  });

  const secretText = `{"id":1,"token":"${tokens.trigger}"`;
  test.each<{ name: string; fault: Fault }>([
    { name: 'cut JSON', fault: { kind: 'status', status: 200, work: 'done', body: secretText } },
    {
      name: 'cut JSON of another sort',
      fault: { kind: 'status', status: 500, work: 'done', body: secretText },
    },
    { name: 'half an answer', fault: { kind: 'truncate' } },
    {
      name: 'a page',
      fault: { kind: 'html', page: `<!DOCTYPE html><title>${tokens.trigger}</title><h1>hello</h1>` },
    },
  ])('quote nothing of $name, which may hold an unmasked token', async ({ fault }) => {
    const { client } = await worldOf(oneProject(), fault);
    const replies = [
      await client.fetchTriggerToken({ project, triggerId: 1 }, signal),
      await client.listTriggerTokens({ project }, signal),
      await client.createTriggerToken({ project, description: 'x', expiresAtMs: undefined }, signal),
    ];

    expect(replies.map(({ kind }) => kind)).not.toContain('ok');
    expect(JSON.stringify(replies)).not.toMatch(/5f0c1d2e/);
  });

  test.each<{ name: string; fault: Fault; want: string }>([
    { name: 'a page', fault: { kind: 'html' }, want: 'unreadable' },
    { name: '200', fault: { kind: 'status', status: 200, work: 'not_done', body: '' }, want: 'unreadable' },
    { name: 'maintenance', fault: { kind: 'maintenance' }, want: 'refused' },
    { name: 'no answer', fault: { kind: 'stall' }, want: 'fault' },
  ])('do not take $name for a deletion', async ({ fault, want }) => {
    const { client } = await worldOf(oneProject(), fault);
    expect((await client.deleteTriggerToken({ project, triggerId: 1 }, signal)).kind).toBe(want);
  });
});

describe('the probe of a trigger token', () => {
  const blocked = (code: string): unknown => ({
    kind: 'blocked',
    code,
    why: expect.stringContaining('GitLab answered 400: '),
    hint: expect.stringContaining('The token is right'),
  });
  const refused = expect.objectContaining({ kind: 'refused', code: 'trigger_not_found' });

  test.each<{ name: string; scenario?: Scenario; token?: string; path?: string; want: unknown }>([
    { name: 'a token of the project', want: { kind: 'accepted' } },
    { name: 'the token of a running job', token: tokens.job, want: { kind: 'accepted' } },
    { name: 'a wrong token', token: `${tokens.trigger}0`, want: refused },
    { name: 'an access token', token: tokens.api, want: refused },
    { name: 'the token of another project', path: 'group/other', want: refused },
    { name: 'a project that does not exist', path: 'group/none', want: refused },
    {
      name: 'a token that has expired',
      scenario: oneProject({
        triggers: [{ token: tokens.trigger, owner: 'ada', expiresAt: '2020-01-01T00:00:00Z' }],
      }),
      want: refused,
    },
    {
      name: 'the token of a job that has ended',
      token: tokens.job,
      scenario: oneProject(
        {},
        { jobTokens: [{ token: tokens.job, user: 'dev', projectId: 42, job: 'finished' }] },
      ),
      want: expect.objectContaining({ kind: 'refused', code: 'job_token_not_running' }),
    },
    {
      name: 'a token whose owner may not create pipelines',
      scenario: oneProject({ triggers: [{ token: tokens.trigger, owner: 'guest' }] }),
      want: blocked('owner_not_permitted'),
    },
    {
      name: 'a token of a project without pipelines',
      scenario: oneProject({ ciEnabled: false }),
      want: blocked('pipelines_disabled'),
    },
    {
      name: 'a token of a project that is being imported',
      scenario: oneProject({ importRunning: true }),
      want: blocked('import_running'),
    },
  ])('recognizes $name, and starts nothing', async ({ scenario, token, path, want }) => {
    const { client, gitlab, server } = await worldOf(scenario ?? oneProject());

    const verdict = await probeTriggerToken(
      client,
      {
        project: path === undefined ? project : { kind: 'path', path },
        token: new Secret(token ?? tokens.trigger),
      },
      signal,
    );

    expect(verdict).toEqual(want);
    expect([gitlab.pipelines(), server.requests.length]).toEqual([[], 1]);
  });

  test.each<{ name: string; fault: Fault; code: string }>([
    { name: 'a reset before the work', fault: { kind: 'reset_before' }, code: 'connection_lost' },
    { name: 'a reset after the work', fault: { kind: 'reset_after' }, code: 'connection_lost' },
    { name: 'a cut answer', fault: { kind: 'truncate' }, code: 'connection_lost' },
    { name: 'a cut answer in chunks', fault: { kind: 'truncate_chunked' }, code: 'connection_lost' },
    { name: 'no answer', fault: { kind: 'stall' }, code: 'request_timeout' },
    { name: 'no answer after the work', fault: { kind: 'stall_after_work' }, code: 'request_timeout' },
    { name: 'a slow answer', fault: { kind: 'drip', everyMs: 50 }, code: 'request_timeout' },
    { name: 'a page', fault: { kind: 'html' }, code: 'not_gitlab' },
    { name: 'a throttle', fault: { kind: 'rate_limited' }, code: 'rate_limited' },
    { name: 'maintenance', fault: { kind: 'maintenance' }, code: 'maintenance' },
    {
      name: 'an endless answer',
      fault: { kind: 'too_large', megabytes: 'endless' },
      code: 'response_too_large',
    },
    { name: 'a closed door', fault: { kind: 'refuse' }, code: 'connection_lost' },
    {
      name: 'a redirect',
      fault: { kind: 'redirect', status: 302, location: 'https://login.example.test/' },
      code: 'redirected',
    },
    {
      name: 'a lost route',
      fault: { kind: 'status', status: 404, work: 'not_done', body: '{"error":"404 Not Found"}' },
      code: 'route_not_found',
    },
    {
      name: 'another 400',
      fault: { kind: 'status', status: 400, work: 'not_done', body: '{"message":{"base":["no"]}}' },
      code: 'request_refused',
    },
    {
      name: 'a 400 of a stranger',
      fault: { kind: 'status', status: 400, work: 'not_done', body: '{"message":"Reference not found"}' },
      code: 'not_gitlab',
    },
    {
      name: 'a 404 of a stranger',
      fault: { kind: 'status', status: 404, work: 'not_done', body: '{"message":"Not Found"}' },
      code: 'not_gitlab',
    },
    {
      name: 'a trouble of the server',
      fault: {
        kind: 'status',
        status: 500,
        work: 'not_done',
        body: '{"message":"500 Internal Server Error"}',
      },
      code: 'server_error',
    },
    {
      name: 'a pipeline, which cannot be',
      fault: {
        kind: 'status',
        status: 201,
        work: 'not_done',
        body: JSON.stringify({
          id: 1,
          project_id: 42,
          status: 'created',
          ref: 'x',
          sha: 'a',
          web_url: 'https://gitlab.example.test/1',
        }),
      },
      code: 'not_gitlab',
    },
  ])('is inconclusive after $name', async ({ fault, code }) => {
    const { client, gitlab } = await worldOf(oneProject(), fault);
    const token = new Secret(tokens.trigger);
    expect(await probeTriggerToken(client, { project, token }, signal)).toMatchObject({
      kind: 'unknown',
      code,
    });
    expect(gitlab.pipelines()).toEqual([]);
  });

  test('asks for a ref that git itself rejects', () => {
    const accepts = (name: string): boolean => {
      try {
        execFileSync('git', ['check-ref-format', name]);
        return true;
      } catch {
        return false;
      }
    };
    expect(['heads', 'tags'].map((kind) => accepts(`refs/${kind}/${impossibleRef}`))).toEqual([false, false]);
    expect(accepts(`refs/heads/${impossibleRef}-or-can-it`)).toBe(true);
  });
});
