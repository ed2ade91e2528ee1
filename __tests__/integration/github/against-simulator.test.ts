import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import type { SecretPlace } from '../../../src/github/api.js';
import { type GitHubClient, createGitHubClient } from '../../../src/github/client.js';
import type { GitHubReply } from '../../../src/github/reply.js';
import { createNodeTransport } from '../../../src/http/node-transport.js';
import type { GitHubScenario } from '../../../src/simulator/github/scenario.js';
import { type Fault, FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { type RunningGitHub, withGitHub } from '../../e2e/support/start-github.js';
import { requestLines } from '../../e2e/support/with-simulator.js';
import { gitHubTokens, headSha, octoApp, pushedSha } from '../../support/octo-app.js';
import { isSilent } from '../../support/request-patience.js';

const { signal } = new AbortController();
const repository = { owner: 'octo', repository: 'app' };
const pull = { repository, pullRequest: 7 };

interface Talk {
  readonly token?: string;
  readonly scenario?: GitHubScenario;
  readonly faults?: readonly FaultRule[];
}

/**
 * Only where no answer comes is there nothing else that ends a request; that others may end then, too, makes
 * no difference to what is expected.
 */
function retryTimeoutMs(faults: readonly FaultRule[]): number {
  return faults.some(({ fault }) => isSilent(fault)) ? 300 : 600_000;
}

async function talk<T>(
  { token = gitHubTokens.personal, scenario = octoApp(), faults = [] }: Talk,
  work: (client: GitHubClient, server: RunningGitHub) => Promise<T>,
): Promise<T> {
  return await withGitHub(scenario, { faults: new FaultPlan(faults) }, async (server) => {
    const transport = createNodeTransport({ caCertificate: undefined, clock: systemClock });
    const client = createGitHubClient(
      { transport, clock: systemClock },
      { apiUrl: new URL(server.url), token: new Secret(token), requestTimeoutMs: retryTimeoutMs(faults) },
    );
    try {
      return await work(client, server);
    } finally {
      transport.close();
    }
  });
}

const places: readonly { place: SecretPlace; at: string }[] = [
  { place: { kind: 'repository', ...repository }, at: 'repos/octo/app' },
  {
    place: { kind: 'environment', ...repository, environment: 'production' },
    at: 'environments/octo/app/production',
  },
  {
    place: { kind: 'environment', ...repository, environment: 'prod:eu west?' },
    at: 'environments/octo/app/prod:eu west?',
  },
  { place: { kind: 'organization', organization: 'octo' }, at: 'orgs/octo' },
];

describe('a secret on GitHub', () => {
  test.each(places)('is stored at $at, and replaced there', async ({ place, at }) => {
    await talk({}, async (client, { github }) => {
      const store = (text: string): Promise<GitHubReply<unknown>> =>
        client.putSecret({ place, name: 'GITLAB_TOKEN', value: new Secret(text) }, signal);
      expect(await store('glptt-first')).toMatchObject({ value: { change: 'created' } });
      expect(github.secret(at, 'gitlab_token')).toMatchObject({ text: 'glptt-first' });
      expect(await store('glptt-seçond')).toMatchObject({ value: { change: 'updated' } });
      expect(github.secret(at, 'GITLAB_TOKEN')).toMatchObject({ text: 'glptt-seçond' });
    });
  });

  test('of an organization keeps its 250 repositories', async () => {
    const repositoryIds = Array.from({ length: 250 }, (_, index) => index + 1);
    const secrets = [{ name: 'A', visibility: 'selected', repositoryIds }] as const;
    const scenario = octoApp({ organizations: [{ login: 'octo', secrets }] });
    await talk({ scenario }, async (client, { github }) => {
      const place = { kind: 'organization', organization: 'octo' } as const;
      const reply = await client.putSecret({ place, name: 'A', value: new Secret('glptt-new') }, signal);
      expect(reply).toEqual({ kind: 'ok', value: { change: 'updated', visibility: 'selected' } });
      const want = { text: 'glptt-new', visibility: 'selected', repositoryIds };
      expect(github.secret('orgs/octo', 'A')).toEqual(want);
    });
  });

  const faults: readonly Fault[] = [
    { kind: 'reset_before' },
    { kind: 'truncate' },
    { kind: 'truncate_chunked' },
    { kind: 'stall' },
    { kind: 'drip', everyMs: 400 },
    { kind: 'html' },
    { kind: 'redirect', status: 302, location: 'https://elsewhere.test/' },
    { kind: 'too_large', megabytes: 33 },
    { kind: 'rate_limited', retryAfterSeconds: 60 },
    { kind: 'status', status: 500, work: 'not_done' },
    { kind: 'status', status: 503, work: 'not_done', body: '{}' },
    { kind: 'maintenance' },
  ];
  const requests = ['public-key', 'A$', 'repositories'];
  test.each(faults.flatMap((fault) => requests.map((request) => ({ fault, request }))))(
    'does not count as stored when $fault.kind hits the request for $request',
    async ({ fault, request }) => {
      const secrets = [{ name: 'A', visibility: 'selected', repositoryIds: [1] }] as const;
      const scenario = octoApp({ organizations: [{ login: 'octo', secrets }] });
      const when = { pathMatches: new RegExp(request) };
      const rules = [{ when, fault }];
      await talk({ scenario, faults: rules }, async (client, { github }) => {
        const place = { kind: 'organization', organization: 'octo' } as const;
        const reply = await client.putSecret({ place, name: 'A', value: new Secret('glptt-new') }, signal);
        expect(reply.kind).not.toBe('ok');
        expect(github.secret('orgs/octo', 'A')).toMatchObject({ text: '' });
      });
    },
  );

  test.each(faults)('does not count as stored when $kind hits the last request', async (fault) => {
    const rules = [{ when: { method: 'PUT' }, fault }];
    await talk({ faults: rules }, async (client) => {
      const place = { kind: 'repository', ...repository } as const;
      const reply = await client.putSecret({ place, name: 'A', value: new Secret('glptt-new') }, signal);
      expect(reply.kind).not.toBe('ok');
    });
  });

  test.each([
    { token: 'ghp_nobody', status: 401 },
    { token: gitHubTokens.workflow, status: 403 },
  ])('is refused with $status', async ({ token, status }) => {
    await talk({ token }, async (client) => {
      const place = { kind: 'repository', ...repository } as const;
      const reply = await client.putSecret({ place, name: 'A', value: new Secret('glptt-x') }, signal);
      expect(reply).toMatchObject({ kind: 'refused', refusal: { status } });
    });
  });
});

describe('the comments on a pull request', () => {
  test.each([
    { token: gitHubTokens.workflow, login: 'github-actions[bot]', by: 'POST /graphql' },
    { token: gitHubTokens.personal, login: 'octocat', by: 'GET /user' },
  ])('are written by $login, who is identified by $by', async ({ token, login, by }) => {
    await talk({ token }, async (client, { github, requests }) => {
      expect(await client.fetchLogin(signal)).toEqual({ kind: 'ok', value: login });
      expect(requestLines(requests)).toEqual([by]);
      const made = await client.createComment({ ...pull, body: 'one' }, signal);
      if (made.kind !== 'ok') throw new Error('not made');
      const { id: commentId } = made.value;
      expect(made.value).toMatchObject({ author: login, body: 'one' });
      expect(await client.updateComment({ repository, commentId, body: 'two' }, signal)).toEqual({
        kind: 'ok',
        value: 'done',
      });
      expect(github.comments('octo/app', 7)).toEqual([{ id: commentId, author: login, body: 'two' }]);
      expect(await client.fetchComments(pull, signal)).toMatchObject({
        value: [{ id: commentId, body: 'two' }],
      });
      expect(await client.deleteComment({ repository, commentId }, signal)).toMatchObject({ kind: 'ok' });
      expect(await client.updateComment({ repository, commentId, body: 'x' }, signal)).toMatchObject({
        refusal: { status: 404 },
      });
    });
  });

  test('are all read, 100 per page', async () => {
    const comments = Array.from({ length: 250 }, (_, index) => ({ author: 'octocat', body: `${index}` }));
    const [app] = octoApp().repositories;
    if (app === undefined) throw new Error('no repository');
    const scenario = octoApp({
      repositories: [{ ...app, pullRequests: [{ number: 7, headSha, comments }] }],
    });
    await talk({ scenario }, async (client, { requests }) => {
      const reply = await client.fetchComments(pull, signal);
      expect(reply.kind === 'ok' && reply.value.map(({ body }) => body)).toEqual(
        comments.map(({ body }) => body),
      );
      expect(requestLines(requests)).toEqual([
        'GET /repos/octo/app/issues/7/comments?per_page=100',
        'GET /repos/octo/app/issues/7/comments?per_page=100&page=2',
        'GET /repos/octo/app/issues/7/comments?per_page=100&page=3',
      ]);
    });
  });

  test('are not written with a token that only reads', async () => {
    await talk({ token: gitHubTokens.readOnly }, async (client) => {
      const want = {
        kind: 'refused',
        refusal: { status: 403, acceptedPermissions: 'issues=write; pull_requests=write' },
      };
      expect(await client.createComment({ ...pull, body: 'one' }, signal)).toMatchObject(want);
    });
  });
});

test('a commit gets a status', async () => {
  await talk({ token: gitHubTokens.workflow }, async (client, { github }) => {
    const status = { state: 'pending', context: 'gitlab', description: 'Pipeline 1' } as const;
    const reply = await client.createStatus({ repository, sha: pushedSha, status }, signal);
    expect(reply).toEqual({ kind: 'ok', value: 'done' });
    expect(github.statuses('octo/app')).toEqual([
      { ...status, sha: pushedSha, targetUrl: null, creator: 'github-actions[bot]' },
    ]);
    const foreign = await client.createStatus({ repository, sha: '1'.repeat(40), status }, signal);
    expect(foreign).toMatchObject({ refusal: { status: 422 } });
  });
});

test('the head of a pull request is read', async () => {
  await talk({}, async (client) => {
    expect(await client.fetchHeadSha(pull, signal)).toEqual({ kind: 'ok', value: headSha });
  });
});

test('a redirect to another origin receives nothing', async () => {
  await withGitHub(octoApp(), {}, async (other) => {
    const redirect = { kind: 'redirect', status: 307, location: `${other.url}/user` } as const;
    await talk({ faults: [{ when: {}, fault: redirect }] }, async (client) => {
      expect(await client.fetchLogin(signal)).toMatchObject({ refusal: { status: 307 } });
      const place = { kind: 'repository', ...repository } as const;
      await client.putSecret({ place, name: 'A', value: new Secret('glptt-x') }, signal);
    });
    expect(other.requests).toEqual([]);
  });
});
