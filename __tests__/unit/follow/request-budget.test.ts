import { describe, expect, test } from '@jest/globals';

import { type RequestBudget, throttlePauseMs } from '../../../src/follow/request-budget.js';

const budget: RequestBudget = {
  limit: 500,
  remaining: 500,
  resetAfterMs: 50_000,
  requestsPerPoll: 3,
  retryTimeoutMs: 300_000,
};

describe('throttlePauseMs', () => {
  test.each<[name: string, changes: Partial<RequestBudget>, want: number]>([
    ['plenty needs no care', {}, 0],
    ['nor does a little more than a quarter', { remaining: 126 }, 0],
    ['a quarter is made to last', { remaining: 125 }, 50_000 / 41],
    ['and less of it longer', { remaining: 12 }, 12_500],
    ['one look that is left waits for the reset', { remaining: 5 }, 50_000],
    ['what is no whole look waits until after it', { remaining: 2 }, 51_000],
    ['and so does nothing', { remaining: 0 }, 51_000],
    [
      'a large look may be too much for more than a quarter',
      { remaining: 60, limit: 100, requestsPerPoll: 63 },
      51_000,
    ],
    ['a look of no requests is one of one', { remaining: 2, requestsPerPoll: 0 }, 25_000],
    ['a reset that has passed is none', { remaining: 0, resetAfterMs: 0 }, 0],
    ['nor one long past', { remaining: 0, resetAfterMs: -5000 }, 0],
    [
      'a distant reset is waited for as long as an outage would be',
      { remaining: 0, resetAfterMs: 3e6 },
      300_000,
    ],
    ['also with some looks left', { remaining: 4, resetAfterMs: 3e6 }, 300_000],
    [
      'and for a minute where there is no patience',
      { remaining: 0, resetAfterMs: 3e6, retryTimeoutMs: 0 },
      60_000,
    ],
  ])('%s', (_name, changes, want) => {
    expect(throttlePauseMs({ ...budget, ...changes })).toBeCloseTo(want, 6);
  });

  test('makes the remaining requests last until the reset, as far as the outage timeout allows', () => {
    for (const requestsPerPoll of [1, 3, 23, 63]) {
      for (let remaining = 0; remaining <= 125; remaining += 1) {
        const pauseMs = throttlePauseMs({ ...budget, remaining, requestsPerPoll });
        const polls = Math.floor(budget.resetAfterMs / pauseMs + 1e-9);
        expect(polls * requestsPerPoll).toBeLessThanOrEqual(remaining);
      }
    }
  });
});
