import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../src/base/clock.js';
import { Secret } from '../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../src/gitlab/client.js';
import { probeTriggerToken } from '../../src/gitlab/probe-trigger-token.js';
import type { Reply } from '../../src/gitlab/responses/reply.js';
import { createNodeTransport } from '../../src/http/node-transport.js';
import { parseTriggerRequest } from '../../src/inputs/commands/trigger.js';
import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import { releaseNames } from '../../src/simulator/gitlab/state/release.js';
import { startContextOf } from '../../src/trigger/start-context.js';
import { startPipeline } from '../../src/trigger/start-pipeline.js';
import { withSimulator } from '../e2e/support/with-simulator.js';
import { inputsFor, oneProject, tokens, valid } from '../support/one-project.js';
import { noFiles, sourceOf } from '../unit/inputs/input-sources.js';
import { type TokenWorld, createTokenWorld, deployScenario } from '../unit/tokens/support/token-world.js';
import { followSimulated } from './follow/follow-simulated.js';

const signal = new AbortController().signal;
const project = { kind: 'path', path: 'group/app' } as const;

/** Builds, repeats a job that fails once, keeps an archive and tests, and runs a child. */
const script: PipelineScript = {
  createdForMs: 50,
  jobs: [
    {
      name: 'pack',
      durationMs: 20_000,
      log: 'packed\n',
      artifacts: [{ fileType: 'archive', filename: 'artifacts.zip', files: { 'build.env': 'TAG=1.4.2\n' } }],
    },
    { name: 'flaky', durationMs: 20_000, retriesBeforeSuccess: 1 },
  ],
  tests: [{ name: 'pack', cases: [{ name: 'adds', status: 'success' }] }],
};
const child: PipelineScript = { jobs: [{ name: 'inner', durationMs: 20_000, result: 'failed' }] };

function valueOf<T>(reply: Reply<T>): T {
  if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply));
  return reply.value;
}

function worldOf(release: (typeof releaseNames)[number]): TokenWorld {
  return createTokenWorld(oneProject({ ci: valid(script) }, { release }));
}

/** Starts a pipeline as the action does. */
async function start(world: TokenWorld, gitlab: GitLabClient): Promise<{ readonly id: number }> {
  const { request } = await parseTriggerRequest(
    sourceOf({ ...inputsFor('https://gitlab.example.test'), access_token: tokens.api }),
    noFiles,
  );
  const deps = { gitlab, clock: world.clock, random: () => 0.5, onEvent: () => undefined };
  const mark = { key: 'a workflow', run: '7.1.a' };
  return await world.clock.run(
    startPipeline(deps, { request, context: startContextOf(request), mark, signal }),
  );
}

async function pass(world: TokenWorld, spanMs: number): Promise<void> {
  await world.clock.run(new Promise<void>((resolve) => world.clock.schedule(spanMs, resolve)));
}

describe.each(releaseNames)('with GitLab %s', (release) => {
  const hasTriggerJobs = release !== '13.0';

  test.each(['success', 'failed'] as const)('a pipeline is started and followed to %s', async (result) => {
    const jobs = [...(script.jobs ?? []), { name: 'last', durationMs: 30_000, result }];
    const { verdict } = await followSimulated({ script: { ...script, jobs }, scenario: { release } });
    const found = verdict.snapshot?.root.jobs.map(({ job, attempt }) => [job.name, job.status, attempt]);
    expect(verdict.outcome).toBe(result);
    expect(found).toEqual([
      ['pack', 'success', 1],
      ['flaky', 'success', 2],
      ['last', result, 1],
    ]);
  });

  test('a downstream pipeline is shown if GitLab lists it, and is partial data otherwise', async () => {
    const { verdict } = await followSimulated({
      script: { ...script, bridges: [{ name: 'deploy', downstream: { script: child } }] },
      scenario: { release },
      request: { downstream: 'show' },
    });
    const { root, unreadable = [] } = verdict.snapshot ?? {};
    expect(verdict.outcome).toBe('success');
    expect(root?.bridges.map(({ downstream }) => downstream?.pipeline.status)).toEqual(
      hasTriggerJobs ? ['failed'] : [],
    );
    expect(unreadable.length > 0).toBe(!hasTriggerJobs);
  });

  test('a required downstream pipeline is never overlooked', async () => {
    const following = followSimulated({
      script: { ...script, bridges: [{ name: 'deploy', downstream: { script: child } }] },
      scenario: { release },
      request: { downstream: 'require' },
    });
    if (hasTriggerJobs) expect((await following).verdict.outcome).toBe('failed');
    else await expect(following).rejects.toThrow(/404 Not Found/);
  });

  test('a pipeline is canceled', async () => {
    const world = worldOf(release);
    const client = world.client();
    const { id } = await start(world, client);
    await pass(world, 5000);
    const reply = await world.clock.run(client.cancelPipeline({ project, pipelineId: id }, signal));
    expect(valueOf(reply)).toMatchObject({ id, projectId: 42, status: 'canceled' });
    expect(world.gitlab.pipelines().map(({ status }) => status)).toEqual(['canceled']);
  });

  test('a start with a lost response creates one pipeline, which is found if GitLab keeps the payload', async () => {
    const world = worldOf(release);
    const client = world.client((nth) => (nth === 1 ? { kind: 'reset_after' } : undefined));
    const started = start(world, client).then(
      ({ id }) => id,
      (error: unknown) => (error as { readonly code: string }).code,
    );
    expect(await started).toBe(release === '13.0' ? 'start_uncertain' : 257);
    expect(world.gitlab.pipelines()).toHaveLength(1);
  });

  test('trigger tokens are created, verified, listed and deleted', async () => {
    const world = createTokenWorld(deployScenario({ release }));
    const client = world.client();
    const ask = <T>(call: Promise<Reply<T>>): Promise<T> => world.clock.run(call).then(valueOf);
    const made = await ask(
      client.createTriggerToken({ project, description: 'new', expiresAtMs: undefined }, signal),
    );
    const token = made.secret ?? new Secret('');
    const probe = (): ReturnType<typeof probeTriggerToken> =>
      world.clock.run(probeTriggerToken(client, { project, token }, signal));
    expect(await probe()).toEqual({ kind: 'accepted' });
    const { items } = await ask(client.listTriggerTokens({ project }, signal));
    expect(items.map(({ description }) => description)).toEqual(['deploys', 'new']);
    await ask(client.deleteTriggerToken({ project, triggerId: made.id }, signal));
    expect(await probe()).toMatchObject({ kind: 'refused', code: 'trigger_not_found' });
    expect(world.gitlab.pipelines()).toEqual([]);
  });

  test('a trigger token is rotated, and its expiry is reported if GitLab supports it', async () => {
    const world = createTokenWorld(deployScenario({ release }));
    const atMs = world.clock.epochMs() + 86_400_000;
    const { error, events } = await world.rotate({ order: { expires: { written: 'time', atMs } } });
    const knowsExpiry = release === '18.2' || release === '19.3';
    expect(error).toBeUndefined();
    expect(events.map(({ kind }) => kind)).toEqual([
      'created',
      ...(knowsExpiry ? [] : ['expiry_ignored']),
      'proven',
      'stored',
      'deleted',
    ]);
    expect(world.alive().map(({ token }) => token)).toEqual([world.inUse()]);
  });

  test('a file, the tests and the log of a job are fetched', async () => {
    const pastPipelines = [{ ref: 'main', user: 'ada', startedAgoMs: 120_000, script }];
    await withSimulator({ scenario: oneProject({ pastPipelines }, { release }) }, async ({ url }) => {
      const transport = createNodeTransport({ caCertificate: undefined, clock: systemClock });
      const client = createGitLabClient(
        { transport, clock: systemClock },
        {
          connection: { apiUrl: new URL(`${url}/api/v4/`), requestTimeoutMs: 30_000, requestHeaders: [] },
          accessToken: new Secret(tokens.api),
        },
      );
      try {
        const call = { project, pipelineId: 257 };
        const { items: jobs } = valueOf(await client.fetchJobs(call, signal));
        const pack = { project, jobId: jobs.find(({ name }) => name === 'pack')?.id ?? 0 };
        const file = { ...pack, path: 'build.env', maxBytes: 1000 };
        const log: Buffer[] = [];
        valueOf(await client.streamTrace({ ...pack, fromByte: 0 }, (bytes) => log.push(bytes), signal));
        expect(valueOf(await client.fetchArtifactFile(file, signal)).toString()).toBe('TAG=1.4.2\n');
        expect(valueOf(await client.fetchTestSummary(call, signal))).toMatchObject({ total: 1, failed: 0 });
        expect(Buffer.concat(log).toString()).toBe('packed\n');
      } finally {
        transport.close();
      }
    });
  });
});
