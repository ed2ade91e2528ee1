import { beforeAll, describe, expect, test } from '@jest/globals';

import { changeTagModes } from '../../src/simulator/gitlab/state/change-tags.js';
import { type Trap, onClearDay } from './support/clear-day.js';
import { believingTags } from './support/credulous-probes.js';
import { violationsOf } from './support/invariants.js';
import { loadBefore } from './support/judge-seed.js';
import { type Life, liveStory } from './support/live-story.js';
import { intact } from './support/safeguards.js';
import { tellLife } from './support/tell-life.js';
import { tellStory } from './support/tell-story.js';

const traps: readonly Trap[] = [
  ...changeTagModes.map((changeTags) => ({ changeTags })),
  { release: '13.0' },
  { release: { changeTags: 'absent' } },
  { replicaLagMs: 900 },
  { replicaLagMs: 5000 },
  { changeTagLagMs: 4000 },
  { changeTagLagMs: 90_000 },
  { changeTagLagMs: 4000, replicaLagMs: 5000 },
  { changeTags: 'stuck', replicaLagMs: 900 },
  { changeTags: 'restless', replicaLagMs: 5000 },
];

/** Pipelines that end after seconds or minutes, in every way, some with others below them. */
const seeds = [5, 8, 10, 18, 25, 30, 34, 36, 38, 48, 55, 57] as const;
const seedsEach = 2;
/** As without any question. */
const blind: Trap = { changeTags: 'blocked_404' };

const follow = (seed: number, trap: Trap): Promise<Life> => liveStory(onClearDay(tellStory(seed), trap));

const outcomeOf = ({ main }: Life): string | undefined =>
  main.record.outputs.findLast(({ name }) => name === 'outcome')?.value;

const outcomes = new Map<number, string | undefined>();

beforeAll(async () => {
  await loadBefore();
  for (const seed of seeds) outcomes.set(seed, outcomeOf(await follow(seed, blind)));
}, 120_000);

describe('a run that asks whether anything has changed', () => {
  test.each(traps.map((trap, index) => [trap, index] as const))(
    'with %j keeps its promises, and says what it says without asking',
    async (trap, index) => {
      for (let nth = 0; nth < seedsEach; nth += 1) {
        const seed = seeds[(index * seedsEach + nth) % seeds.length] ?? 0;
        const life = await follow(seed, trap);
        const violations = violationsOf(life);
        if (violations.length > 0) throw new Error(tellLife({ life, violations }));
        expect(life.exchanges.some(({ url }) => url.pathname === '/api/graphql')).toBe(true);
        expect([seed, outcomeOf(life)]).toEqual([seed, outcomes.get(seed)]);
      }
    },
    120_000,
  );

  test('would be late if it believed a tag that is stuck', async () => {
    const story = onClearDay(tellStory(36), { changeTags: 'stuck' });
    const life = await liveStory(story, { ...intact, wrapTransport: believingTags });
    expect(violationsOf(life).map(({ rule }) => rule)).toContain('an end is known one poll after a minute');
  }, 120_000);
});
