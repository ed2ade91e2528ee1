import { beforeAll, describe, expect, test } from '@jest/globals';

import { legacyRelease, releaseNames } from '../../src/simulator/gitlab/state/release.js';
import { judgeSeed, loadBefore } from './support/judge-seed.js';
import { tellLife, traceOf } from './support/tell-life.js';
import { tellStory } from './support/tell-story.js';

const seeds = 2000;
const seedsAtOnce = 200;

beforeAll(loadBefore);

describe('a run with random faults', () => {
  for (let first = 1; first <= seeds; first += seedsAtOnce) {
    const last = first + seedsAtOnce - 1;
    test(`keeps its promises in the stories ${first} to ${last}`, async () => {
      const broken: string[] = [];
      for (let seed = first; seed <= last; seed += 1) {
        const judged = await judgeSeed(seed);
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

  test.each([1, 2, 3, 527, 1804, 4864, 5035])('%i replays exactly', async (seed) => {
    const first = await judgeSeed(seed);
    const second = await judgeSeed(seed);
    expect(traceOf(second.life)).toEqual(traceOf(first.life));
    expect(second.life.main.record.lines).toEqual(first.life.main.record.lines);
  });

  test('differs from other seeds in its story', async () => {
    const traces = new Set<string>();
    for (let seed = 1; seed <= 50; seed += 1) traces.add(traceOf((await judgeSeed(seed)).life).join('\n'));
    expect(traces.size).toBeGreaterThan(45);
  });
});
