import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest } from '../../../src/http/transport.js';
import type { CorrelationMark } from '../../../src/model/addresses.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { type LostPipeline, findLostPipeline } from '../../../src/trigger/find-lost-pipeline.js';
import { checkReadable } from '../../../src/trigger/start.js';
import { findSuperseded } from '../../../src/trigger/supersede.js';
import { oneProject, tokens } from '../../support/one-project.js';
import { virtualLine } from '../../unit/tokens/support/virtual-line.js';

const signal = new AbortController().signal;
const project = { kind: 'id', id: 42 } as const;
const context = {
  via: 'trigger_token',
  project: { kind: 'id', id: 42 },
  ref: 'main',
  gitlabUrl: 'https://gitlab.test',
} as const;
const mark: CorrelationMark = { key: 'a workflow', run: 'run-1' };

type Change = (entries: readonly Record<string, unknown>[]) => readonly unknown[];

/** A simulated GitLab with two pipelines of ours, whose lists are changed on the way. */
async function world(
  changes: { readonly pipelines?: Change; readonly variables?: Change } = {},
): Promise<{ clock: ReturnType<typeof createVirtualClock>; client: ReturnType<typeof createGitLabClient> }> {
  const clock = createVirtualClock();
  const gitlab = new SimulatedGitLab({ clock }, oneProject());
  const line = virtualLine({ gitlab, clock }, { disturb: () => undefined, onRequest: () => undefined });
  const send = async (request: HttpRequest): ReturnType<typeof line> => {
    const own = await line(request);
    const list = /\/(pipelines|variables)$/.exec(request.url.pathname)?.[1];
    const change = list === 'pipelines' ? changes.pipelines : changes.variables;
    if (request.method !== 'GET' || list === undefined || change === undefined) return own;
    const entries = JSON.parse(own.body.toString()) as Record<string, unknown>[];
    return { ...own, body: Buffer.from(JSON.stringify(change(entries))) };
  };
  const apiUrl = new URL('https://gitlab.example.test/api/v4/');
  const client = createGitLabClient(
    { transport: { send }, clock },
    {
      connection: { apiUrl, requestTimeoutMs: 1000, requestHeaders: [] },
      accessToken: new Secret(tokens.api),
    },
  );
  const creation = { project, ref: 'main', variables: {}, inputs: {}, token: new Secret(tokens.trigger) };
  await clock.run(client.triggerPipeline({ ...creation, mark: { ...mark, run: 'run-0' } }, signal));
  await clock.run(client.triggerPipeline({ ...creation, mark: { ...mark } }, signal));
  return { clock, client };
}

const broken: Change = (entries) =>
  entries.map((entry) => (entry.id === 258 ? { ...entry, sha: null } : entry));

async function poll(
  { clock, client }: Awaited<ReturnType<typeof world>>,
  changes: { readonly run: string; readonly knownId?: number },
): Promise<LostPipeline> {
  const search = {
    project,
    context,
    mark: { ...mark, run: changes.run },
    knownId: changes.knownId,
    sentMs: clock.nowMs() - 1000,
    settledMs: clock.nowMs(),
    signal,
  };
  return clock.run(findLostPipeline({ gitlab: client, clock }, search));
}

describe('an unreadable pipeline in a list', () => {
  test('hides none of the others from the search for a lost pipeline', async () => {
    const found = await poll(await world({ pipelines: broken }), { run: 'run-0' });
    expect(found).toMatchObject({ kind: 'found', pipeline: { id: 257 } });
  });

  test('may be the lost pipeline, so the search never ends with absent', async () => {
    const lost = await poll(await world({ pipelines: broken }), { run: 'run-1', knownId: 257 });
    expect(lost).toEqual({
      kind: 'unknown',
      why: expect.stringMatching(/^a pipeline of the list cannot be read \(.*sha\)$/),
    });
  });

  test('is not the lost pipeline if it existed before', async () => {
    expect(await poll(await world({ pipelines: broken }), { run: 'run-9', knownId: 258 })).toEqual({
      kind: 'absent',
    });
  });

  test('counts as the newest one from before', async () => {
    const { clock, client } = await world({ pipelines: broken });
    const check = { project, hasAccessToken: true, context, signal };
    expect(await clock.run(checkReadable(client, check))).toMatchObject({ knownId: 258 });
  });

  test('is reported when it may be superseded, and the others are found', async () => {
    const { clock, client } = await world({
      pipelines: (entries) => [...entries, { id: 200, status: 'running' }],
    });
    const reply = await clock.run(client.fetchPipeline({ project, pipelineId: 258 }, signal));
    if (reply.kind !== 'ok') throw new Error('not read');
    const superseded = await clock.run(findSuperseded(client, { pipeline: reply.value, mark, signal }));
    expect(superseded.failure).toMatch(/^a pipeline of the list cannot be read/);
  });
});

describe('an unreadable variable', () => {
  const nameless: Change = (entries) => entries.map((entry) => ({ ...entry, key: null }));
  const beside: Change = (entries) => [...entries, { value: 'x' }];

  test('beside the mark has no effect', async () => {
    expect(await poll(await world({ variables: beside }), { run: 'run-1', knownId: 257 })).toMatchObject({
      kind: 'found',
    });
  });

  test('may be the mark', async () => {
    const entries: Change = (all) => [...nameless(all), { key: 'A', value: '1' }];
    // Of another source, a pipeline without a payload would be a stranger's.
    const pushed: Change = (all) => all.map((entry) => ({ ...entry, source: 'push' }));
    expect(
      await poll(await world({ variables: entries, pipelines: pushed }), { run: 'run-9', knownId: 257 }),
    ).toMatchObject({
      kind: 'unknown',
    });
  });
});
