import { describe, expect, test } from '@jest/globals';

import { nextPollMs } from '../../../src/follow/poll-timing.js';

describe('nextPollMs', () => {
  test.each([
    {
      name: 'young pipelines are looked at every second',
      give: { ageMs: 0, pollInterval: 'auto' },
      want: 1000,
    },
    { name: 'the pause grows with age', give: { ageMs: 60_000, pollInterval: 'auto' }, want: 6000 },
    { name: 'and stays bounded', give: { ageMs: 7_200_000, pollInterval: 'auto' }, want: 15_000 },
    { name: 'a fixed interval is kept', give: { ageMs: 0, pollInterval: 30_000 }, want: 30_000 },
    {
      name: 'the server may ask for longer',
      give: { ageMs: 0, pollInterval: 1000, retryAfterMs: 9000 },
      want: 9000,
    },
    { name: 'also beside auto', give: { ageMs: 0, pollInterval: 'auto', retryAfterMs: 9000 }, want: 9000 },
  ] as const)('$name', ({ give, want }) => {
    expect(nextPollMs(give, () => 0.5)).toBe(want);
  });

  test.each([0, 0.999])('jitter stays within a tenth and never goes under a second (%d)', (draw) => {
    const pause = nextPollMs({ ageMs: 100_000, pollInterval: 'auto' }, () => draw);
    expect(pause).toBeGreaterThanOrEqual(9000);
    expect(pause).toBeLessThanOrEqual(11_000);
    expect(nextPollMs({ ageMs: 0, pollInterval: 'auto' }, () => draw)).toBeGreaterThanOrEqual(1000);
  });
});
