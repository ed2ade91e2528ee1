import { describe, expect, test } from '@jest/globals';

import { remainingMs, usualJobLengthsOf, usualLengthOf } from '../../../src/follow/history.js';

interface Listed {
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const startMs = Date.parse('2026-01-01T00:00:00Z');
function took(seconds: number, status = 'success'): Listed {
  return {
    status,
    createdAt: new Date(startMs).toISOString(),
    updatedAt: new Date(startMs + seconds * 1000).toISOString(),
  };
}

describe('usualLengthOf', () => {
  test.each([
    {
      name: 'the median counts',
      give: [took(100), took(300), took(200)],
      want: { medianMs: 200_000, samples: 3 },
    },
    {
      name: 'a retry days later does no harm',
      give: [took(100), took(100), took(100), took(500_000)],
      want: { medianMs: 100_000, samples: 4 },
    },
    {
      name: 'failed ones do not count beside three that passed',
      give: [took(5, 'failed'), took(5, 'failed'), took(100), took(100), took(100)],
      want: { medianMs: 100_000, samples: 3 },
    },
    {
      name: 'failed ones count where fewer passed',
      give: [took(80, 'failed'), took(100), took(80, 'failed')],
      want: { medianMs: 80_000, samples: 3 },
    },
    {
      name: 'those that have not ended, or were stopped, never count',
      give: [took(5, 'running'), took(5, 'canceled'), took(100)],
      want: { medianMs: 100_000, samples: 1 },
    },
  ])('$name', ({ give, want }) => {
    expect(usualLengthOf(give)).toMatchObject(want);
  });

  test.each([
    { name: 'no pipelines', give: [] },
    { name: 'none that ended', give: [took(5, 'running')] },
    { name: 'no times', give: [{ status: 'success' }] },
    { name: 'times that are none', give: [{ status: 'success', createdAt: 'yesterday', updatedAt: '' }] },
    { name: 'an end before the beginning', give: [took(-5)] },
  ])('is undefined with $name', ({ give }) => {
    expect(usualLengthOf(give)).toBeUndefined();
  });

  test('has a wider spread if durations differ more or are fewer', () => {
    const width = (lengths: readonly number[]): number => {
      const usual = usualLengthOf(lengths.map((seconds) => took(seconds)));
      return (usual?.highMs ?? NaN) / (usual?.lowMs ?? NaN);
    };
    const steady = width([100, 101, 99, 100, 100]);
    expect(steady).toBeGreaterThan(1);
    expect(width([50, 101, 70, 140, 200])).toBeGreaterThan(steady);
    expect(width([100])).toBeGreaterThan(steady);
  });
});

test('usualJobLengthsOf uses successful jobs, by name', () => {
  const runs = [
    [
      { name: 'unit', status: 'success', durationSeconds: 10 },
      { name: 'lint', status: 'failed', durationSeconds: 1 },
      { name: 'deploy', status: 'success' },
    ],
    [{ name: 'unit', status: 'success', durationSeconds: 10 }],
  ];
  const lengths = usualJobLengthsOf(runs);
  expect([...lengths.keys()]).toEqual(['unit']);
  expect(lengths.get('unit')).toMatchObject({ medianMs: 10_000, samples: 2 });
});

describe('remainingMs', () => {
  const usual = { medianMs: 60_000, lowMs: 50_000, highMs: 70_000, samples: 5 };
  test.each([
    { name: 'what is left of the usual length', give: { usual, ageMs: 20_000 }, want: 40_000 },
    { name: 'nothing once it is over', give: { usual, ageMs: 60_000 }, want: undefined },
    { name: 'nothing when it is unknown', give: { usual: undefined, ageMs: 0 }, want: undefined },
  ])('gives $name', ({ give, want }) => {
    expect(remainingMs(give.usual, give.ageMs)).toBe(want);
  });
});
