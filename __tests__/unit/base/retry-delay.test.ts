import { describe, expect, test } from '@jest/globals';

import { type RetryPolicy, retryDelayMs } from '../../../src/base/retry.js';

const policy: RetryPolicy = {
  attempts: 5,
  firstPauseMs: 100,
  maxPauseMs: 1000,
  maxRetryAfterMs: 5000,
};

describe('retryDelayMs', () => {
  const cases: {
    name: string;
    give: { attempt: number; retryAfterMs?: number; random: number };
    want: number;
  }[] = [
    { name: 'spreads the first pause from nothing', give: { attempt: 1, random: 0 }, want: 0 },
    { name: 'up to its whole length', give: { attempt: 1, random: 0.999 }, want: 100 },
    { name: 'doubles with the second attempt', give: { attempt: 2, random: 0.5 }, want: 100 },
    { name: 'and with the third', give: { attempt: 3, random: 0.5 }, want: 200 },
    { name: 'ends doubling at the longest pause', give: { attempt: 9, random: 0.5 }, want: 500 },
    { name: 'stays finite after a thousand attempts', give: { attempt: 2000, random: 0.5 }, want: 500 },
    { name: 'takes an attempt before the first for the first', give: { attempt: 0, random: 0.5 }, want: 50 },
    {
      name: "follows the server's wish exactly",
      give: { attempt: 1, retryAfterMs: 1234, random: 0.5 },
      want: 1234,
    },
    { name: 'also when it is nothing', give: { attempt: 3, retryAfterMs: 0, random: 0.5 }, want: 0 },
    {
      name: 'but not for longer than allowed',
      give: { attempt: 1, retryAfterMs: 86_400_000, random: 0 },
      want: 5000,
    },
    { name: 'and never into the past', give: { attempt: 1, retryAfterMs: -5, random: 0.5 }, want: 0 },
  ];

  test.each(cases)('$name', ({ give, want }) => {
    const { attempt, retryAfterMs, random } = give;

    expect(retryDelayMs({ attempt, retryAfterMs, random: () => random }, policy)).toBe(want);
  });
});
