import { describe, expect, test } from '@jest/globals';

import { tailsWithin } from '../../../../src/report/summary/failed-jobs.js';

const lines = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `line ${n}`);

describe('tailsWithin', () => {
  test.each<{
    name: string;
    logs: readonly (readonly string[])[];
    maxBytes: number;
    want: readonly number[];
  }>([
    { name: 'all when there is room', logs: [lines(3), lines(2)], maxBytes: 100, want: [3, 2] },
    { name: 'the same for all when there is not', logs: [lines(9), lines(9)], maxBytes: 42, want: [3, 3] },
    {
      name: 'to long logs what short ones leave',
      logs: [lines(9), lines(1), []],
      maxBytes: 42,
      want: [5, 1, 0],
    },
    { name: 'nothing without room', logs: [lines(2), lines(2)], maxBytes: 6, want: [0, 0] },
    { name: 'nothing of nothing', logs: [], maxBytes: 6, want: [] },
  ])('gives $name', ({ logs, maxBytes, want }) => {
    const tails = tailsWithin(logs, maxBytes);
    expect(tails.map((tail) => tail.lines.length)).toEqual(want);
    expect(tails.map((tail) => tail.lines.length + tail.omitted)).toEqual(logs.map((log) => log.length));
  });

  test('keeps the last lines, in their order, as text for HTML', () => {
    expect(tailsWithin([['first', '<b>', '\u001b[31mlast']], 14)).toEqual([
      { lines: ['&lt;b&gt;', 'last'].slice(1), omitted: 2 },
    ]);
  });
});
