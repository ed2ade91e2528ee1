import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { findRun } from '../../../src/follow/find-pipeline.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest } from '../../../src/http/transport.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { findSuperseded } from '../../../src/trigger/supersede.js';
import { oneProject, tokens } from '../../support/one-project.js';
import { virtualLine } from '../../unit/tokens/support/virtual-line.js';

const signal = new AbortController().signal;
const key = 'a workflow';
const byPath = { kind: 'path', path: 'group/app' } as const;
const byId = { kind: 'id', id: 42 } as const;

/** A simulated GitLab with two pipelines of ours, and answers as an old one gives them. */
async function oldGitLab(...lacks: readonly string[]): Promise<{
  readonly clock: VirtualClock;
  readonly client: GitLabClient;
}> {
  const clock = createVirtualClock();
  const line = virtualLine(
    { gitlab: new SimulatedGitLab({ clock }, oneProject()), clock },
    { disturb: () => undefined, onRequest: () => undefined },
  );
  const stripped = (name: string, value: unknown): unknown => (lacks.includes(name) ? undefined : value);
  const send = async (request: HttpRequest): ReturnType<typeof line> => {
    const own = await line(request);
    if (!/\/(?:pipelines?|pipelines\/\d+(?:\/cancel|\/jobs)?)$/.test(request.url.pathname)) return own;
    return { ...own, body: Buffer.from(JSON.stringify(JSON.parse(own.body.toString()), stripped)) };
  };
  const client = createGitLabClient(
    { transport: { send }, clock },
    {
      connection: {
        apiUrl: new URL('https://gitlab.example.test/api/v4/'),
        requestTimeoutMs: 1000,
        requestHeaders: [],
      },
      accessToken: new Secret(tokens.api),
    },
  );
  for (const run of ['7.1.a', '8.1.b']) {
    const token = new Secret(tokens.trigger);
    const call = { project: byPath, ref: 'main', variables: {}, inputs: {}, token, mark: { key, run } };
    await clock.run(client.triggerPipeline(call, signal));
  }
  return { clock, client };
}

describe.each([{ project: byPath }, { project: byId }])(
  'GitLab before 13.10, with the project given by its $project.kind',
  ({ project }) => {
    const wanted = {
      projectId: 42,
      ref: 'main',
      webUrl: expect.stringMatching(/\/group\/app\/-\/pipelines\/25\d$/),
    };

    test('a pipeline is found by its number', async () => {
      const { clock, client } = await oldGitLab('project_id', 'source');
      const task = { project, pipelineId: 257, expectedSha: undefined, retryTimeoutMs: 0, signal };
      const deps = { gitlab: client, clock, onFound: () => undefined };
      const found = await clock.run(findRun(deps, task));
      expect(found).toMatchObject({ id: 257, ...wanted });
      expect(found.source).toBeUndefined();
    });

    test('pipelines are listed', async () => {
      const { clock, client } = await oldGitLab('project_id', 'source');
      const reply = await clock.run(client.listPipelines({ project, filters: {} }, signal));
      expect(reply.kind === 'ok' ? reply.value.map(({ id, webUrl }) => [id, webUrl]) : reply).toEqual([
        [258, wanted.webUrl],
        [257, wanted.webUrl],
      ]);
    });

    test('a pipeline is canceled', async () => {
      const { clock, client } = await oldGitLab('project_id', 'source');
      const reply = await clock.run(client.cancelPipeline({ project, pipelineId: 257 }, signal));
      expect(reply).toMatchObject({ kind: 'ok', value: { id: 257, status: 'canceled', ...wanted } });
    });

    test('the older pipeline of the same workflow is found', async () => {
      const { clock, client } = await oldGitLab('project_id', 'source');
      const mine = await clock.run(client.fetchPipeline({ project, pipelineId: 258 }, signal));
      if (mine.kind !== 'ok') throw new Error('not read');
      const order = { pipeline: mine.value, mark: { key, run: '8.1.b' }, signal };
      const { pipelines, failure } = await clock.run(findSuperseded(client, order));
      expect([pipelines.map(({ id }) => id), failure]).toEqual([[257], undefined]);
    });

    test.each([
      {
        what: 'pipelines',
        ask: (client: GitLabClient) => client.fetchPipeline({ project, pipelineId: 257 }, signal),
      },
      {
        what: 'pipelines',
        ask: (client: GitLabClient) => client.listPipelines({ project, filters: {} }, signal),
      },
      { what: 'jobs', ask: (client: GitLabClient) => client.fetchJobs({ project, pipelineId: 257 }, signal) },
    ])('GitLab before 11.2 gives one sentence about $what', async ({ what, ask }) => {
      const { clock, client } = await oldGitLab('project_id', 'source', 'web_url');
      expect(await clock.run<unknown>(ask(client))).toMatchObject({
        kind: 'unreadable',
        tooOld: true,
        why: `This GitLab is older than 11.2: it returns no web_url of its ${what}`,
      });
    });
  },
);

test('a GitLab before 11.2 is a permanent failure without retries', async () => {
  const { clock, client } = await oldGitLab('project_id', 'web_url');
  const startMs = clock.nowMs();
  const task = { project: byId, pipelineId: 257, expectedSha: undefined, retryTimeoutMs: 600_000, signal };
  const finding = findRun({ gitlab: client, clock, onFound: () => undefined }, task);
  await expect(clock.run(finding)).rejects.toThrow(
    /\[gitlab_too_old\][^]*older than 11\.2[^]*13\.0 or later/,
  );
  expect(clock.nowMs() - startMs).toBeLessThan(2000);
});
