import { beforeAll, describe, expect, test } from '@jest/globals';

import { AppError } from '../../../src/base/errors.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import type { Fault } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { tokens } from '../../support/one-project.js';
import {
  type TokenWorld,
  type Trial,
  type TrialEnd,
  bobToken,
  createTokenWorld,
  deployScenario,
  oldText,
  withBob,
} from './support/token-world.js';

beforeAll(async () => {
  await import('../../../src/gitlab/schemas/schemas.js');
});

function scenarioWith(
  triggers: NonNullable<Scenario['projects'][number]['triggers']>,
  changes: Partial<Scenario> = {},
): Scenario {
  const scenario = deployScenario(changes);
  const members = { ada: 'maintainer', bob: 'maintainer' } as const;
  return {
    ...scenario,
    projects: scenario.projects.map((project) =>
      project.id === 42 ? { ...project, triggers, members } : project,
    ),
  };
}

const idsOf = (world: TokenWorld): readonly number[] => world.alive().map(({ id }) => id);
const kindsOf = ({ events }: TrialEnd): readonly string[] => events.map(({ kind }) => kind);

function messageOf({ error }: TrialEnd): string {
  if (!(error instanceof AppError)) throw new Error(`not told: ${String(error)}`);
  return error.message;
}

describe('the rotation of a token', () => {
  test('leaves the old token if only the output has the new one', async () => {
    const world = createTokenWorld();
    const end = await world.rotate({ store: 'none' });
    expect([idsOf(world), kindsOf(end), end.details.length]).toEqual([
      [1, 2],
      ['created', 'proven', 'left'],
      1,
    ]);
  });

  test.each<{ name: string; trial: Trial; want: readonly number[] }>([
    { name: 'always', trial: { store: 'none', order: { deleteOld: 'always' } }, want: [2] },
    { name: 'never', trial: { order: { deleteOld: 'never' } }, want: [1, 2] },
    { name: 'auto', trial: {}, want: [2] },
  ])('deletes the old one as delete_old: $name says', async ({ trial, want }) => {
    const world = createTokenWorld();
    expect((await world.rotate(trial)).error).toBeUndefined();
    expect(idsOf(world)).toEqual(want);
  });

  test('in two steps continues with the token that the first has created', async () => {
    const world = createTokenWorld();
    await world.rotate({ order: { deleteOld: 'never' } });
    const end = await world.rotate();
    expect([kindsOf(end), idsOf(world)]).toEqual([['reused', 'proven', 'stored', 'deleted'], [2]]);
  });

  test('continues month after month, with one token and one mark', async () => {
    const world = createTokenWorld();
    for (const month of [1, 2, 3]) {
      const end = await world.rotate();
      expect([end.error, world.alive().map(({ description }) => description)]).toEqual([
        undefined,
        [`deploys (replaces ${month})`],
      ]);
    }
  });

  test('keeps what is to be kept, and refuses to start if that is the token to replace', async () => {
    const world = createTokenWorld();
    const refused = await world.rotate({ order: { keepTriggerId: 1 } });
    expect(messageOf(refused)).toContain('[token_kept]');
    expect([idsOf(world), refused.steps.length]).toEqual([[1], 1]);
    await world.rotate({ killAt: { step: 3, when: 'after' } });
    // Far too old to be taken up; it would be deleted with the old one.
    await world.clock.run(new Promise<void>((resolve) => world.clock.schedule(90_000_000, resolve)));
    const end = await world.rotate({ order: { keepTriggerId: 2 } });
    expect([end.error, idsOf(world)]).toEqual([undefined, [2, 3]]);
  });

  test('reports whose pipelines they will be, if that changes', async () => {
    const world = createTokenWorld(
      scenarioWith([{ token: oldText, owner: 'ada', description: 'deploys' }], withBob()),
    );
    const end = await world.rotate({ accessToken: bobToken });
    expect(kindsOf(end)).toContain('owner_changed');
  });

  test('reports that GitLab does not support the expiry', async () => {
    const world = createTokenWorld(deployScenario({ release: { triggerExpiry: 'ignored' } }));
    const atMs = world.clock.epochMs() + 86_400_000;
    const end = await world.rotate({ order: { expires: { written: 'time', atMs } } });
    expect([kindsOf(end), idsOf(world)]).toEqual([
      ['created', 'expiry_ignored', 'proven', 'stored', 'deleted'],
      [2],
    ]);
  });

  test('does not replace a token with one that would start nothing', async () => {
    const scenario = deployScenario();
    const world = createTokenWorld({
      ...scenario,
      projects: scenario.projects.map((project) => ({ ...project, ciEnabled: false })),
    });
    const end = await world.rotate();
    const message = messageOf(end);
    for (const piece of [
      '[rotation_unfinished]',
      'Pipelines are disabled',
      'token 1 "deploys", which works as before',
    ])
      expect(message).toContain(piece);
    expect([idsOf(world), world.inUse() === oldText, end.details]).toEqual([[1, 2], true, []]);
  });

  test('waits for a GitLab that does not know the new token yet', async () => {
    const world = createTokenWorld();
    let asked = 0;
    const notYet: Fault = {
      kind: 'status',
      status: 404,
      work: 'not_done',
      body: '{"message":"404 Not Found"}',
    };
    const end = await world.rotate({
      disturb: (_, line) => (line.endsWith('/trigger/pipeline') && (asked += 1) < 3 ? notYet : undefined),
    });
    expect([end.error, asked, idsOf(world)]).toEqual([undefined, 3, [2]]);
  });

  test('reports where the new token is missing if it cannot be stored', async () => {
    const world = createTokenWorld();
    const end = await world.rotate({ store: 'fails' });
    const message = messageOf(end);
    for (const piece of ['Both tokens work', 'It is not yet in the store', 'The store is full', 'Make room'])
      expect(message).toContain(piece);
    expect(end.error).toMatchObject({ code: 'rotation_unfinished', exitCode: 6 });
    expect([idsOf(world), end.details.length]).toEqual([[1, 2], 1]);
  });

  test('by id can be repeated for a day, and then reports what happened to the token', async () => {
    const world = createTokenWorld();
    const order = { triggerId: 1, description: undefined };
    await world.rotate({ order });
    const again = await world.rotate({ order });
    expect([kindsOf(again), idsOf(world)]).toEqual([['reused', 'proven', 'stored'], [2]]);
    await world.clock.run(new Promise<void>((resolve) => world.clock.schedule(90_000_000, resolve)));
    const late = await world.rotate({ order });
    expect(messageOf(late)).toMatch(
      /\[token_not_found\][^]*Token 2 has replaced it already[^]*trigger_id: 2/,
    );
    expect(late.details).toEqual([]);
  });

  test.each([
    { name: 'of no token', triggers: [], says: /\[token_not_found\]/ },
    {
      name: 'of two tokens',
      triggers: [
        { token: oldText, owner: 'ada', description: 'deploys' },
        { token: tokens.job, owner: 'ada', description: 'deploys' },
      ],
      says: /\[token_ambiguous\][^]*There are 2 of this name: 1, 2\./,
    },
  ])('is refused before anything is done: $name', async ({ triggers, says }) => {
    const world = createTokenWorld(scenarioWith(triggers));
    const end = await world.rotate();
    expect(messageOf(end)).toMatch(says);
    expect(end.steps).toHaveLength(1);
  });
});
