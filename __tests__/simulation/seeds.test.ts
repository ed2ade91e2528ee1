import { beforeAll, describe, expect, test } from '@jest/globals';

import { legacyRelease, releaseNames } from '../../src/simulator/gitlab/state/release.js';
import { type Judged, judgeSeed, loadBefore } from './support/judge-seed.js';
import { tellLife, traceOf } from './support/tell-life.js';
import { tellStory } from './support/tell-story.js';

const seeds = 2000;
const seedsAtOnce = 200;

/** Of these, the first life is compared with others. */
const replayed = [1, 2, 3, 527, 1804, 4864, 5035] as const;
const compared = 50;

interface Traces {
  readonly trace: readonly string[];
  readonly lines: readonly string[];
}

/** What is kept of the lives that are compared. */
const firstLives = new Map<number, Traces>();

function tracesOf({ life }: Judged): Traces {
  return { trace: traceOf(life), lines: life.main.record.lines };
}

function keep(seed: number, judged: Judged): void {
  const isCompared = seed <= compared || replayed.some((each) => each === seed);
  if (isCompared) firstLives.set(seed, tracesOf(judged));
}

/** The first life of a seed, which is lived now if no other test has asked for it. */
async function firstLife(seed: number): Promise<Traces> {
  if (!firstLives.has(seed)) keep(seed, await judgeSeed(seed));
  return firstLives.get(seed) ?? { trace: [], lines: [] };
}

beforeAll(loadBefore);

describe('a run with random faults', () => {
  for (let first = 1; first <= seeds; first += seedsAtOnce) {
    const last = first + seedsAtOnce - 1;
    test(`keeps its promises in the stories ${first} to ${last}`, async () => {
      const broken: string[] = [];
      for (let seed = first; seed <= last; seed += 1) {
        const judged = await judgeSeed(seed);
        keep(seed, judged);
        if (judged.violations.length > 0) broken.push(tellLife(judged));
      }
      expect(broken).toEqual([]);
    });
  }
});

describe('the seed of a simulation', () => {
  test('draws a release of GitLab', () => {
    const drawn = new Set<unknown>();
    for (let seed = 1; seed <= 100; seed += 1) drawn.add(tellStory(seed).scenario.release);
    expect([...drawn]).toEqual(expect.arrayContaining([...releaseNames, legacyRelease]));
  });

  test.each(replayed)('%i replays exactly', async (seed) => {
    const first = await firstLife(seed);
    const second = tracesOf(await judgeSeed(seed));
    expect(second.trace).not.toEqual([]);
    expect(second).toEqual(first);
  });

  test('differs from other seeds in its story', async () => {
    const traces = new Set<string>();
    for (let seed = 1; seed <= compared; seed += 1) traces.add((await firstLife(seed)).trace.join('\n'));
    expect(traces.size).toBeGreaterThan(45);
  });
});
