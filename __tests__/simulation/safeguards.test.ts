import { beforeAll, describe, expect, test } from '@jest/globals';

import { judgeSeed, loadBefore } from './support/judge-seed.js';
import { noticingSeeds } from './support/noticing-seeds.js';
import { sabotages, type Sabotage } from './support/sabotages.js';

const seeds = 2000;

beforeAll(loadBefore);

/** A seed that notices; the one that is known to is tried first. */
async function seedThatBreaks({ name, safeguards, breaks }: Sabotage): Promise<number | undefined> {
  const known = noticingSeeds[name];
  const others = Array.from({ length: seeds }, (_, index) => index + 1);
  for (const seed of known === undefined ? others : [known, ...others]) {
    const { violations } = await judgeSeed(seed, safeguards);
    if (violations.some(({ rule }) => breaks.includes(rule))) return seed;
  }
  return undefined;
}

describe('the simulation detects that', () => {
  for (const sabotage of sabotages) {
    test(
      sabotage.name,
      async () => {
        expect(await seedThatBreaks(sabotage)).toBeLessThanOrEqual(seeds);
      },
      // Thousands of lives, on a machine of any speed.
      600_000,
    );
  }
});
