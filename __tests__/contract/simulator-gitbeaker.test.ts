import { Gitlab } from '@gitbeaker/rest';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { type Clock, systemClock } from '../../src/base/clock.js';
import { SimulatedGitLab } from '../../src/simulator/gitlab/simulated-gitlab.js';
import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { type RunningServer, startServer } from '../../src/simulator/gitlab/wire/server.js';

/** 150 short jobs, one that waits to be played, one child pipeline. */
const script: PipelineScript = {
  stages: ['build', 'deploy'],
  jobs: [
    ...Array.from({ length: 150 }, (_, index) => ({
      name: `compile ${index}`,
      stage: 'build',
      durationMs: 60_000,
      log: 'first\nsecond\n',
    })),
    { name: 'deploy', stage: 'deploy', result: 'manual', allowFailure: true },
  ],
  bridges: [
    {
      name: 'children',
      stage: 'build',
      downstream: { script: { jobs: [{ name: 'inner', durationMs: 60_000 }] } },
    },
  ],
};

const scenario: Scenario = {
  users: [{ username: 'ada' }],
  projects: [
    {
      id: 42,
      path: 'group/app',
      members: { ada: 'maintainer' },
      refs: [{ name: 'main' }, { name: 'feature/x' }],
      triggers: [{ token: 'trigger', owner: 'ada', description: 'ci' }],
      ci: { kind: 'valid', script },
    },
  ],
  accessTokens: [{ token: 'ada-api', user: 'ada', scopes: ['api'] }],
};

/** The wall clock of the simulation, which only moves when a test says so. */
interface MovingClock extends Clock {
  readonly pass: (spanMs: number) => void;
}

function movingClock(): MovingClock {
  let passedMs = 0;
  return {
    ...systemClock,
    epochMs: () => Date.UTC(2026, 0, 1) + passedMs,
    pass: (spanMs) => {
      passedMs += spanMs;
    },
  };
}

describe('the independent client Gitbeaker', () => {
  const clock = movingClock();
  let server: RunningServer;
  let client: InstanceType<typeof Gitlab>;

  beforeEach(async () => {
    server = await startServer({ gitlab: new SimulatedGitLab({ clock }, scenario), clock });
    client = new Gitlab({ host: server.url, token: 'ada-api' });
  });

  afterEach(async () => {
    await server.close();
  });

  test('triggers with a trigger token, by id and by path', async () => {
    const byId = await client.PipelineTriggerTokens.trigger(42, 'main', 'trigger');
    expect(byId).toMatchObject({ id: 257, project_id: 42, ref: 'main', status: 'created' });
    const byPath = await client.PipelineTriggerTokens.trigger('group/app', 'feature/x', 'trigger');
    expect(byPath).toMatchObject({ id: 258, iid: 2, ref: 'feature/x' });
  });

  test('triggers with variables, which it can read back', async () => {
    await client.PipelineTriggerTokens.trigger(42, 'main', 'trigger', {
      variables: { DEPLOY_ENV: '100% = ü, [staging]', EMPTY: '' },
    });
    const variables = await client.Pipelines.allVariables(42, 257);
    expect(variables.slice(0, 2)).toEqual([
      { variable_type: 'env_var', key: 'DEPLOY_ENV', value: '100% = ü, [staging]', raw: false },
      { variable_type: 'env_var', key: 'EMPTY', value: '', raw: false },
    ]);
    expect(variables.at(-1)).toMatchObject({ variable_type: 'file', key: 'TRIGGER_PAYLOAD' });
  });

  test('creates, shows, lists, cancels and retries pipelines', async () => {
    const created = await client.Pipelines.create(42, 'main', { variables: [{ key: 'A', value: '1' }] });
    expect(created).toMatchObject({ id: 257, source: 'api' });
    clock.pass(1000);
    expect(await client.Pipelines.show(42, 257)).toMatchObject({ id: 257, status: 'running', name: null });
    const listed = await client.Pipelines.all(42, { source: 'api', ref: 'main', orderBy: 'id', sort: 'asc' });
    expect(listed.map(({ id }) => id)).toEqual([257]);
    expect(await client.Pipelines.showLatest(42)).toMatchObject({ id: 257 });
    expect(await client.Pipelines.cancel(42, 257)).toMatchObject({ status: 'canceled' });
    expect(await client.Pipelines.retry(42, 257)).toMatchObject({ status: 'running' });
  });

  test('follows the pages of 150 jobs', async () => {
    await client.Pipelines.create(42, 'main');
    const jobs = await client.Jobs.all(42, { pipelineId: 257, perPage: 40 });
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(151);
    const gets = server.requests.filter(({ target }) => target.includes('/jobs'));
    expect(gets).toHaveLength(4);
    const page = await client.Jobs.all(42, { pipelineId: 257, perPage: 40, page: 2, showExpanded: true });
    expect(page.paginationInfo).toEqual({
      total: 151,
      next: 3,
      current: 2,
      previous: 1,
      perPage: 40,
      totalPages: 4,
    });
  });

  test('sees bridges and their downstream pipelines', async () => {
    await client.Pipelines.create(42, 'main');
    clock.pass(1000);
    expect(await client.Jobs.allPipelineBridges(42, 257)).toMatchObject([
      { name: 'children', status: 'success', downstream_pipeline: { id: 258, source: 'parent_pipeline' } },
    ]);
  });

  test('plays a manual job, and shows and retries jobs', async () => {
    await client.Pipelines.create(42, 'main');
    clock.pass(120_000);
    expect(await client.Pipelines.show(42, 257)).toMatchObject({ status: 'success' });
    expect(await client.Jobs.play(42, 9152)).toMatchObject({ name: 'deploy', status: 'pending' });
    expect(await client.Jobs.show(42, 9152)).toMatchObject({ status: 'running' });
    expect(await client.Jobs.retry(42, 9001)).toMatchObject({ name: 'compile 0', status: 'pending' });
    await expect(client.Jobs.play(42, 9002)).rejects.toThrow('400 Bad request - Unplayable Job');
  });

  test('reads a growing log', async () => {
    await client.Pipelines.create(42, 'main');
    expect(await client.Jobs.showLog(42, 9001)).toBe('');
    clock.pass(45_000);
    expect(await client.Jobs.showLog(42, 9001)).toBe('first\n');
    clock.pass(45_000);
    expect(await client.Jobs.showLog(42, 9001)).toBe('first\nsecond\n');
  });

  test('manages trigger tokens', async () => {
    const created = await client.PipelineTriggerTokens.create(42, 'new');
    expect(created).toMatchObject({ id: 2, description: 'new' });
    const all = await client.PipelineTriggerTokens.all(42);
    expect(all.map(({ description }) => description)).toEqual(['ci', 'new']);
    await client.PipelineTriggerTokens.remove(42, 2);
    await expect(client.PipelineTriggerTokens.show(42, 2)).rejects.toThrow('404 Not found');
  });

  test.each([
    {
      name: 'a wrong trigger token',
      call: () => client.PipelineTriggerTokens.trigger(42, 'main', 'x'),
      want: '404 Not Found',
    },
    {
      name: 'a pipeline that does not exist',
      call: () => client.Pipelines.show(42, 1),
      want: '404 Not found',
    },
    {
      name: 'a project that does not exist',
      call: () => client.Projects.show(1),
      want: '404 Project Not Found',
    },
    {
      name: 'a ref that does not exist',
      call: () => client.PipelineTriggerTokens.trigger(42, 'none', 'trigger'),
      want: '{"base":["Reference not found"]}',
    },
  ])('reports the error $name in its own words', async ({ call, want }) => {
    await expect(call()).rejects.toMatchObject({ name: 'GitbeakerRequestError', message: want });
  });

  test('shows the project and the token of the caller', async () => {
    expect(await client.Projects.show('group/app')).toMatchObject({ id: 42, default_branch: 'main' });
    expect(await client.PersonalAccessTokens.show()).toMatchObject({
      user_id: 1,
      scopes: ['api'],
      active: true,
    });
  });
});
