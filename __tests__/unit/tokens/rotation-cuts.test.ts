import { beforeAll, describe, expect, test } from '@jest/globals';

import { AbortedError, AppError } from '../../../src/base/errors.js';
import type { Fault } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import {
  type TokenWorld,
  type Trial,
  bobToken,
  createTokenWorld,
  deployScenario,
  oldText,
  withBob,
} from './support/token-world.js';

beforeAll(async () => {
  // A module that is being loaded is no timer, and virtual time would not wait for it.
  await import('../../../src/gitlab/schemas/schemas.js');
});

/** What a rotation does when nothing disturbs it. */
const cleanSteps = [
  'GET group%2Fapp/triggers',
  'POST group%2Fapp/triggers',
  'POST group%2Fapp/trigger/pipeline',
  'store',
  'DELETE group%2Fapp/triggers/1',
];

/** The promise: what is in use works. */
function expectWorking(world: TokenWorld): void {
  expect(world.alive().map(({ token }) => token)).toContain(world.inUse());
}

/** Started again, with nothing in the way: one token is left, it is a new one, and it is in use. */
async function expectConvergence(world: TokenWorld, trial: Trial = {}): Promise<void> {
  const end = await world.rotate(trial);
  expect(end.error).toBeUndefined();
  expect(world.alive().map(({ token }) => token)).toEqual([world.inUse()]);
  expect(world.inUse()).not.toBe(oldText);
  expect(end.details).toEqual([world.inUse()]);
  expect(world.gitlab.pipelines()).toEqual([]);
}

const orders = [
  { name: 'by its description', order: {} },
  { name: 'by its id', order: { triggerId: 1, description: undefined } },
];

test('a rotation is five steps, and leaves one new token', async () => {
  const world = createTokenWorld();
  const end = await world.rotate();
  expect([end.steps, end.error]).toEqual([cleanSteps, undefined]);
  expect(world.alive()).toEqual([
    { id: 2, token: world.inUse(), description: 'deploys (replaces 1)', owner: 'ada', expiresMs: undefined },
  ]);
  expect(end.events.map(({ kind }) => kind)).toEqual(['created', 'proven', 'stored', 'deleted']);
});

describe.each(orders)('a rotation of a token named $name', ({ order }) => {
  const cuts = cleanSteps.flatMap((name, index) =>
    (['before', 'after'] as const).map((when) => ({ name, step: index + 1, when })),
  );

  test.each(cuts)('that is killed $when step $step ($name) is continued', async ({ step, when }) => {
    const world = createTokenWorld();
    const end = await world.rotate({ order, killAt: { step, when } });
    expect(end.kind).toBe('killed');
    expectWorking(world);
    await expectConvergence(world, { order });
  });

  test.each(cuts)(
    'that is killed $when step $step ($name) every time is completed in the end',
    async ({ when }) => {
      const world = createTokenWorld();
      for (const step of [1, 2, 3, 4, 5]) {
        await world.rotate({ order, killAt: { step, when } });
        expectWorking(world);
      }
      await expectConvergence(world, { order });
    },
  );

  test.each(cleanSteps.map((name, index) => ({ name, stopAt: index + 1 })))(
    'that is stopped at step $stopAt ($name) reports which token works',
    async ({ stopAt }) => {
      const world = createTokenWorld();
      const { error } = await world.rotate({ order, stopAt });
      expectWorking(world);
      if (!(error instanceof AbortedError)) throw new Error(`not stopped: ${String(error)}`);
      if (stopAt > 1) expect(error.message).toMatch(/works/);
      await expectConvergence(world, { order });
    },
  );
});

const faults: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'a closed door', fault: { kind: 'refuse' } },
  { name: 'a reset before the work', fault: { kind: 'reset_before' } },
  { name: 'a reset after the work', fault: { kind: 'reset_after' } },
  { name: 'a cut answer', fault: { kind: 'truncate' } },
  { name: 'a cut answer in chunks', fault: { kind: 'truncate_chunked' } },
  { name: 'no answer', fault: { kind: 'stall' } },
  { name: 'no answer after the work', fault: { kind: 'stall_after_work' } },
  { name: 'a slow answer', fault: { kind: 'drip', everyMs: 1000 } },
  { name: 'a page', fault: { kind: 'html' } },
  { name: 'a redirect', fault: { kind: 'redirect', status: 302, location: 'https://login.example.test/' } },
  { name: 'an endless answer', fault: { kind: 'too_large', megabytes: 'endless' } },
  { name: 'a throttle', fault: { kind: 'rate_limited', retryAfterSeconds: 5 } },
  { name: 'maintenance', fault: { kind: 'maintenance' } },
  { name: 'a 500 after the work', fault: { kind: 'status', status: 500, work: 'done', body: '{}' } },
  { name: 'a 500 before the work', fault: { kind: 'status', status: 500, work: 'not_done', body: '{}' } },
  { name: 'a 502 page', fault: { kind: 'status', status: 502, work: 'done', body: '<html></html>' } },
  { name: 'a 401', fault: { kind: 'status', status: 401, work: 'not_done', body: '{"message":"401"}' } },
  { name: 'a 403', fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403"}' } },
  { name: 'a 404', fault: { kind: 'status', status: 404, work: 'not_done', body: '{"message":"404"}' } },
  { name: 'a 409', fault: { kind: 'status', status: 409, work: 'not_done', body: '{"message":"409"}' } },
  { name: 'an empty 200', fault: { kind: 'status', status: 200, work: 'done', body: '' } },
  { name: 'other JSON', fault: { kind: 'status', status: 200, work: 'not_done', body: '{"a":1}' } },
];

const requestSteps = cleanSteps.filter((name) => name !== 'store');

describe.each(faults)('$name', ({ fault }) => {
  test.each(requestSteps)(
    'once at %s leaves a token that works, and a run that can be repeated',
    async (line) => {
      const world = createTokenWorld();
      let isFirst = true;
      const { error } = await world.rotate({
        disturb: (_, asked) => {
          if (asked !== line || !isFirst) return undefined;
          isFirst = false;
          return fault;
        },
      });
      expectWorking(world);
      if (error !== undefined) expect(error).toBeInstanceOf(AppError);
      await expectConvergence(world);
    },
  );

  test.each(requestSteps)('every time at %s leaves a token that works, and reports it', async (line) => {
    const world = createTokenWorld();
    const { error } = await world.rotate({ disturb: (_, asked) => (asked === line ? fault : undefined) });
    expectWorking(world);
    const isDone = world.alive().length === 1 && world.inUse() !== oldText;
    if (error === undefined) expect(isDone).toBe(true);
    else {
      expect(error).toBeInstanceOf(AppError);
      if (world.alive().length > 1)
        expect(error).toHaveProperty('message', expect.stringMatching(/Run the step again/));
    }
    await expectConvergence(world);
  });
});

test("a run that continues another user's rotation creates its own token, and leaves no other", async () => {
  for (const step of [2, 3, 4, 5]) {
    const world = createTokenWorld(
      deployScenario({
        ...withBob(),
        projects: deployScenario().projects.map((project) =>
          project.id === 42 ? { ...project, members: { ada: 'maintainer', bob: 'maintainer' } } : project,
        ),
      }),
    );
    await world.rotate({ killAt: { step, when: 'after' } });
    expectWorking(world);
    await expectConvergence(world, { accessToken: bobToken });
    expect(world.alive()[0]?.owner).toBe('bob');
  }
});
