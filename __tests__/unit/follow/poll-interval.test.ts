import { describe, expect, test } from '@jest/globals';

import type { UsualLength } from '../../../src/follow/history.js';
import { type PollMoment, type Work, nextPollMs } from '../../../src/follow/poll-interval.js';
import type { RequestBudget } from '../../../src/follow/request-budget.js';

const middle = (): number => 0.5;

function auto(given: Partial<PollMoment> = {}): PollMoment {
  return { ageMs: 0, pollInterval: 'auto', ...given };
}

function around(medianMs: number): UsualLength {
  return { medianMs, lowMs: medianMs * 0.85, highMs: medianMs * 1.18, samples: 10 };
}

function pauses(moments: readonly PollMoment[]): readonly number[] {
  return moments.map((moment) => nextPollMs(moment, middle));
}

const minute = 60_000;
const ages = [0, 500, 3000, 10_000, minute, 5 * minute, 60 * minute, 48 * 60 * minute];
const tenMinutes = around(10 * minute);
const works: readonly (Work | undefined)[] = [
  undefined,
  { running: [], known: true },
  { running: [{ ageMs: 0, length: tenMinutes }], known: true },
  { running: [{ ageMs: 10 * minute, length: tenMinutes }], later: around(minute), known: false },
  { running: Array.from({ length: 500 }, () => ({ ageMs: 5000, length: around(1000) })), known: true },
];

const nearlySpent: RequestBudget = {
  limit: 500,
  remaining: 0,
  resetAfterMs: 50_000,
  requestsPerPoll: 3,
  retryTimeoutMs: 300_000,
};

describe('nextPollMs', () => {
  test.each([
    { name: 'a fixed interval is kept', give: auto({ pollInterval: 30_000 }), want: 30_000 },
    {
      name: 'a fixed interval is kept whatever the jobs do',
      give: auto({ pollInterval: 90_000, failedPolls: 3, usual: tenMinutes, work: works[2] }),
      want: 90_000,
    },
    {
      name: 'the server may ask for longer than a fixed interval',
      give: auto({ pollInterval: 1000, retryAfterMs: 9000 }),
      want: 9000,
    },
    { name: 'the server may ask for longer beside auto', give: auto({ retryAfterMs: 9000 }), want: 9000 },
    { name: 'and for longer than ever', give: auto({ retryAfterMs: 600_000 }), want: 600_000 },
    { name: 'the server cannot make it hurry', give: auto({ failedPolls: 1, retryAfterMs: 1 }), want: 2000 },
    {
      name: 'a budget that runs out stretches a pause beside auto',
      give: auto({ budget: { ...nearlySpent, remaining: 6 } }),
      want: 25_000 * 1.05,
    },
    {
      name: 'and makes none shorter',
      give: auto({ ageMs: 48 * 60 * minute, budget: { ...nearlySpent, resetAfterMs: 1 } }),
      want: 60_000,
    },
    {
      name: 'plenty changes nothing',
      give: auto({ ageMs: 48 * 60 * minute, budget: { ...nearlySpent, remaining: 400 } }),
      want: 60_000,
    },
    {
      name: 'a fixed interval is kept whatever is left',
      give: auto({ pollInterval: 1000, budget: nearlySpent }),
      want: 1000,
    },
    {
      name: 'the server may ask for longer than the budget does',
      give: auto({ retryAfterMs: 90_000, budget: nearlySpent }),
      want: 90_000,
    },
    {
      name: 'a failed look is made good first',
      give: auto({ failedPolls: 1, budget: nearlySpent }),
      want: 2000,
    },
    { name: 'trouble is met with patience', give: auto({ failedPolls: 2 }), want: 3000 },
    { name: 'which has an end', give: auto({ failedPolls: 1000 }), want: 30_000 },
    {
      name: 'trouble is met alike however long the pause was',
      give: auto({ ageMs: 60 * minute, failedPolls: 1 }),
      want: 2000,
    },
  ])('$name', ({ give, want }) => {
    expect(nextPollMs(give, middle)).toBe(want);
  });

  test('returns one second to one minute, whatever is known and whatever the random number', () => {
    const moments = ages.flatMap((ageMs) =>
      works.flatMap((work) => [auto({ ageMs, work }), auto({ ageMs, work, usual: tenMinutes })]),
    );
    const all = moments.flatMap((moment) => [0, 0.5, 0.999].map((draw) => nextPollMs(moment, () => draw)));
    expect(all.filter((pause) => !(pause >= 1000 && pause <= 60_000))).toEqual([]);
  });

  test('changes a pause by a tenth at most for jitter', () => {
    const moment = auto({ ageMs: 10 * minute });
    const steady = nextPollMs(moment, middle);
    expect(nextPollMs(moment, () => 0) / steady).toBeCloseTo(0.9);
    expect(nextPollMs(moment, () => 0.9999) / steady).toBeCloseTo(1.1, 3);
  });

  test('never shortens pauses with age while nothing is known', () => {
    const all = pauses(ages.map((ageMs) => auto({ ageMs })));
    expect(all).toEqual(all.toSorted((one, other) => one - other));
  });

  test('never shortens pauses from one failed poll to the next', () => {
    const all = pauses([1, 2, 3, 5, 8, 13, 21].map((failedPolls) => auto({ failedPolls })));
    expect(all).toEqual(all.toSorted((one, other) => one - other));
  });

  test('polls rarely before the typical duration, often around it and rarely after it', () => {
    const at = (ageMs: number): number => nextPollMs(auto({ ageMs, usual: tenMinutes }), middle);
    expect(at(5 * minute)).toBeGreaterThan(2 * at(10 * minute));
    expect(at(40 * minute)).toBeGreaterThan(2 * at(10 * minute));
  });

  test('polls a job that is about to end more often than one that has just begun', () => {
    const at = (ageMs: number): number =>
      nextPollMs(
        auto({ ageMs: 20 * minute, work: { running: [{ ageMs, length: tenMinutes }], known: true } }),
        middle,
      );
    expect(at(minute)).toBeGreaterThan(2 * at(10 * minute));
  });

  test('does not hurry for the end of a job while more has to follow', () => {
    const running = [{ ageMs: 10 * minute, length: tenMinutes }];
    const [last = NaN, more = NaN] = pauses([
      auto({ ageMs: 20 * minute, work: { running, known: true } }),
      auto({ ageMs: 20 * minute, work: { running, later: tenMinutes, known: true } }),
    ]);
    expect(more).toBeGreaterThan(2 * last);
  });

  test('prefers the durations of the jobs to that of the pipeline', () => {
    const work: Work = { running: [{ ageMs: 0, length: tenMinutes }], later: tenMinutes, known: true };
    const [both = NaN, without = NaN] = pauses([
      auto({ ageMs: 10 * minute, work, usual: tenMinutes }),
      auto({ ageMs: 10 * minute, work }),
    ]);
    expect(both).toBe(without);
  });

  test.each([
    { name: 'an age that is no number', give: auto({ ageMs: NaN }) },
    { name: 'an age before the beginning', give: auto({ ageMs: -5000 }) },
    {
      name: 'a usual length without any spread',
      give: auto({ usual: { medianMs: 5000, lowMs: 5000, highMs: 5000, samples: 1 } }),
    },
    {
      name: 'a job that is no number of seconds old',
      give: auto({ work: { running: [{ ageMs: NaN, length: tenMinutes }], known: true } }),
    },
    {
      name: 'a job of no length',
      give: auto({
        work: {
          running: [{ ageMs: 0, length: { medianMs: 0, lowMs: 0, highMs: 0, samples: 1 } }],
          known: true,
        },
      }),
    },
  ])('returns a pause for $name', ({ give }) => {
    const pause = nextPollMs(give, middle);
    expect(pause >= 1000 && pause <= 60_000).toBe(true);
  });
});
