import { beforeAll, describe, expect, test } from '@jest/globals';

import { judgeSeed, loadBefore } from './support/judge-seed.js';
import { sabotages, type Sabotage } from './support/sabotages.js';

const seeds = 2000;

beforeAll(loadBefore);

/** The first seed that notices. */
async function firstSeedThatBreaks({ safeguards, breaks }: Sabotage): Promise<number | undefined> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { violations } = await judgeSeed(seed, safeguards);
    if (violations.some(({ rule }) => breaks.includes(rule))) return seed;
  }
  return undefined;
}

describe('the simulation notices when', () => {
  for (const sabotage of sabotages) {
    test(
      sabotage.name,
      async () => {
        expect(await firstSeedThatBreaks(sabotage)).toBeLessThanOrEqual(seeds);
      },
      // Thousands of lives, on a machine of any speed.
      600_000,
    );
  }
});
