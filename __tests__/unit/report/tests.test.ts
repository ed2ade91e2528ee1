import { describe, expect, test } from '@jest/globals';

import { caseLabel, failedTestLines, testAnnotations, testsLine } from '../../../src/report/tests.js';
import { caseWith, testsWith } from './support/found-tests.js';

const { counts } = testsWith();

describe('the line about tests', () => {
  test.each([
    { give: { ...counts, total: 1, success: 1 }, want: '1 test: 1 passed · in 0s' },
    {
      give: { total: 10, success: 5, failed: 2, error: 1, skipped: 2, seconds: 64 },
      want: '10 tests: 5 passed · 2 failed · 1 broke · 2 skipped · in 1m04s',
    },
  ])('is $want', ({ give, want }) => {
    expect(testsLine(give)).toBe(want);
  });
});

describe('a failed test case', () => {
  test.each([
    { give: {}, want: 'unit › rounds' },
    { give: { path: ['images'], classname: 'Round' }, want: 'images › unit › Round › rounds' },
    { give: { classname: 'Round', name: 'Round rounds' }, want: 'unit › Round rounds' },
    { give: { classname: 'round', name: 'rounds' }, want: 'unit › round › rounds' },
    { give: { classname: 'rounds' }, want: 'unit › rounds' },
    { give: { name: 'a\n::error::b' }, want: 'unit › a ::error::b' },
    { give: { classname: 'Round', name: '' }, want: 'unit › Round' },
    { give: { classname: 'Round', name: ' \u200b\n' }, want: 'unit › Round' },
    { give: { name: '' }, want: 'unit › (unnamed)' },
  ])('is named $want', ({ give, want }) => {
    expect(caseLabel(caseWith(give))).toBe(want);
  });

  test('is on one log line, for the first twenty', () => {
    const printed = caseWith({ file: 'a.ts', output: '\n\n  expected 2\n at a.ts:14' });
    expect(failedTestLines([printed, caseWith()])).toEqual([
      'unit › rounds (a.ts:14): expected 2',
      'unit › rounds',
    ]);
    const many = Array.from({ length: 25 }, () => caseWith());
    expect(failedTestLines(many).slice(19)).toEqual(['unit › rounds', 'and 5 more']);
  });

  test('is an annotation, for the first eight, with the beginning of its output', () => {
    const many = Array.from({ length: 25 }, () => caseWith());
    expect(testAnnotations(many)).toHaveLength(8);
    const long = caseWith({
      file: 'a.ts',
      status: 'error',
      output: `\u001b[31mred\u001b[0m a.ts:3\n${'x'.repeat(400)}\n${'line\n'.repeat(100)}`,
    });
    const [one, other] = testAnnotations([long, caseWith({ status: 'error' })]);
    expect(one).toEqual({
      title: 'unit › rounds',
      message: ['red a.ts:3', `${'x'.repeat(299)}…`, ...Array.from({ length: 8 }, () => 'line')].join('\n'),
      file: 'a.ts',
      line: 3,
    });
    expect(other).toEqual({
      title: 'unit › rounds',
      message: 'The test ended with an error and has no output.',
    });
  });
});
