import { describe, expect, test } from '@jest/globals';

import { formatDuration, parseDuration } from '../../../src/base/duration.js';

describe('parseDuration', () => {
  test.each([
    { give: '90s', want: 90_000 },
    { give: '15m', want: 900_000 },
    { give: '1h30m', want: 5_400_000 },
    { give: '2d', want: 172_800_000 },
    { give: ' 5m ', want: 300_000 },
    { give: '0s', want: 0 },
    { give: '', want: undefined },
    { give: '90', want: undefined },
    { give: '1.5h', want: undefined },
    { give: '30m1h', want: undefined },
    { give: '-5s', want: undefined },
    { give: '5 m', want: undefined },
    { give: '5min', want: undefined },
    { give: '1e3s', want: undefined },
  ])('reads $give as $want milliseconds', ({ give, want }) => {
    expect(parseDuration(give)).toBe(want);
  });
});

describe('formatDuration', () => {
  test.each([
    { give: 0, want: '0s' },
    { give: 40, want: '0.1s' },
    { give: 450, want: '0.4s' },
    { give: 43_000, want: '43s' },
    { give: 62_000, want: '1m02s' },
    { give: 3_600_000, want: '1h00m' },
    { give: 183_600_000, want: '2d03h' },
  ])('writes $give milliseconds as $want', ({ give, want }) => {
    expect(formatDuration(give)).toBe(want);
  });
});
