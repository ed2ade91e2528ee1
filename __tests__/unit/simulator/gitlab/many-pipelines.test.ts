import { afterAll, describe, expect, test } from '@jest/globals';

import type { PipelineScript } from '../../../../src/simulator/gitlab/state/pipeline-script.js';
import { createOperationCounter } from '../../../support/operations.js';

const counter = createOperationCounter(/\/src\/simulator\//);
afterAll(() => counter.close());

// Loaded here, so that they are counted.
const { createWorld, scenario, startMs } = await import('./support/world.js');
const { buildInstance } = await import('../../../../src/simulator/gitlab/state/build-instance.js');
const { advance } = await import('../../../../src/simulator/gitlab/engine/pipeline-engine.js');
const { startPipeline } = await import('../../../../src/simulator/gitlab/engine/pipeline-start.js');
const { forgetOldPipelines } = await import('../../../../src/simulator/gitlab/engine/forget-pipelines.js');

const script: PipelineScript = {
  stages: ['build', 'test', 'deploy'],
  jobs: [
    { name: 'compile', stage: 'build', queuedMs: 300, durationMs: 1_800, log: 'made it\n' },
    { name: 'lint', result: 'failed', allowFailure: true },
    { name: 'unit', durationMs: 2_600 },
    { name: 'publish', stage: 'deploy' },
  ],
  bridges: [{ name: 'smoke', strategy: 'depend', downstream: { script: { jobs: [{ name: 'api' }] } } }],
};

/** So many pipelines, one a millisecond, of which all still run. */
function busy(count: number): ReturnType<typeof createWorld> {
  const world = createWorld(
    scenario({ ci: { kind: 'valid', script } }, { firstPipelineId: 1, firstJobId: 1 }),
  );
  for (let made = 0; made < count; made += 1) {
    world.trigger();
    world.clock.pass(1);
  }
  world.gitlab.catchUp();
  return world;
}

const few = 150;
const many = 600;

const worlds = [busy(few), busy(many)];

/** The operations of one request among few pipelines, and among many. */
async function costsOf(method: string, target: string, body?: unknown): Promise<readonly [number, number]> {
  const costs: number[] = [];
  for (const world of worlds) {
    const send = (): unknown => world.asAda(method, target, body);
    send();
    costs.push(await counter.count(send));
  }
  return [costs[0] ?? 0, costs[1] ?? 0];
}

describe('with four times as many pipelines in flight', () => {
  test.each([
    { method: 'POST', target: '/projects/42/trigger/pipeline', body: { ref: 'main', token: 'trigger' } },
    { method: 'POST', target: '/projects/42/pipeline', body: { ref: 'main' } },
    { method: 'GET', target: '/projects/42/pipelines/7' },
    { method: 'GET', target: '/projects/42/pipelines/7/jobs' },
    { method: 'GET', target: '/projects/42/pipelines/7/bridges' },
    { method: 'GET', target: '/projects/42/pipelines/7/variables' },
    { method: 'GET', target: '/projects/42/pipelines/7/test_report' },
    { method: 'GET', target: '/projects/42/jobs' },
    { method: 'GET', target: '/projects/42/jobs?scope[]=created&page=2' },
    { method: 'GET', target: '/projects/42/jobs?pagination=keyset&per_page=50' },
    { method: 'GET', target: '/projects/42/jobs/7' },
    { method: 'GET', target: '/projects/42/jobs/7/trace' },
    { method: 'POST', target: '/projects/42/jobs/7/cancel' },
    { method: 'GET', target: '/projects/42' },
    { method: 'GET', target: '/projects/42/repository/branches' },
  ])('$method $target takes no more', async ({ method, target, body }) => {
    const [little, much] = await costsOf(method, target, body);
    expect(little).toBeGreaterThan(20);
    // The way to the next that happens, and to a job, is longer by a step or two.
    expect(much).toBeLessThan(1.25 * little);
  });

  test.each([
    '/projects/42/pipelines',
    '/projects/42/pipelines?status=running&order_by=updated_at&updated_after=2026-01-01T00:00:00Z',
    '/projects/42/pipelines/latest',
    '/projects/42/triggers',
    '/projects/42/repository/commits/main',
    '/projects/42/repository/commits/main/statuses',
  ])('GET %s grows at most as they do', async (target) => {
    const [little, much] = await costsOf('GET', target);
    expect(little).toBeGreaterThan(20);
    expect(much / little).toBeLessThan(4.8);
  });

  test('a list of pipelines looks at each of the others a few times only', async () => {
    const [little, much] = await costsOf('GET', '/projects/42/pipelines?status=running');
    expect((much - little) / (many - few)).toBeLessThan(30);
  });

  test('the time until all have ended takes as much more as there are more', async () => {
    const costs: number[] = [];
    for (const count of [few, many]) {
      const world = busy(count);
      costs.push(
        await counter.count(() => {
          for (let ticks = 0; ticks < 100; ticks += 1) {
            world.clock.pass(100);
            world.gitlab.catchUp();
          }
        }),
      );
      expect(world.gitlab.nextChangeMs()).toBeUndefined();
    }
    expect((costs[1] ?? 0) / (costs[0] ?? 1)).toBeLessThan(4.8);
  });
});

test('nothing is kept of the pipelines that are forgotten', () => {
  const instance = buildInstance(scenario({ ci: { kind: 'valid', script } }), startMs);
  const project = instance.projects.get(42);
  const [ref, user] = [project?.refs[0], instance.users.get('ada')];
  if (project === undefined || ref === undefined || user === undefined) throw new TypeError('no project');
  const kept: (readonly number[])[] = [];
  for (let round = 1; round <= 5; round += 1) {
    for (let made = 0; made < 50; made += 1) {
      const order = { project, ref, user, source: 'trigger', script, variables: [], inputs: {} };
      startPipeline(instance, { ...order, atMs: startMs + round * 60_000 });
    }
    advance(instance, startMs + round * 60_000 + 30_000);
    forgetOldPipelines(instance, 20);
    const { pipelines, jobs, changeTags, moving } = instance;
    kept.push([pipelines.size, jobs.size, changeTags.size, moving.size]);
  }
  // The newest are those below, of one job each.
  expect(kept).toEqual(Array(5).fill([20, 20, 20, 0]));
});
