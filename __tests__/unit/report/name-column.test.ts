import { describe, expect, test } from '@jest/globals';

import { cellOf, emptyColumn, withNames } from '../../../src/report/name-column.js';

describe('the column of names', () => {
  const first = withNames(emptyColumn(15), ['unit', 'a-name-of-20-letters'], 40);

  test('has its minimum width while all names are short', () => {
    expect(withNames(emptyColumn(15), ['unit'], 40).cells).toBe(15);
  });

  test('is as wide as the longest name that is known at first', () => {
    expect(first).toMatchObject({ cells: 20, growths: 0 });
    expect(cellOf(first, 'unit')).toBe('unit'.padEnd(20));
  });

  test('never exceeds its maximum width', () => {
    const column = withNames(emptyColumn(15), ['x'.repeat(200)], 40);
    expect(column.cells).toBe(40);
    expect(cellOf(column, 'x'.repeat(200))).toBe(`${'x'.repeat(20)}…${'x'.repeat(19)}`);
  });

  test('stays the same for shorter names, or none', () => {
    expect(withNames(first, ['unit'], 40)).toBe(first);
    expect(withNames(first, ['late › api'], 40)).toMatchObject({ cells: 20, growths: 0 });
  });

  test('grows to the width of a late name, then to its maximum, then no more', () => {
    const second = withNames(first, ['child › a-longer-name-24'], 40);
    expect(second).toMatchObject({ cells: 24, growths: 1 });
    const third = withNames(second, ['child › grandchild › job-29'], 40);
    expect(third).toMatchObject({ cells: 40, growths: 2 });
    expect(withNames(third, ['x'.repeat(99)], 40)).toMatchObject({ cells: 40, growths: 2 });
  });

  test('keeps the forms of names it has shown', () => {
    const early = 'deploy-production-one-behind-the-canary';
    const column = withNames(emptyColumn(15), [early], 20);
    const later = withNames(column, ['deploy-production-two-behind-the-canary'], 20);
    expect(later.shown.get(early)).toBe(column.shown.get(early));
    expect(new Set(later.shown.values()).size).toBe(2);
  });

  test('stays as wide in a terminal that became narrower', () => {
    expect(withNames(first, ['x'.repeat(30)], 15)).toMatchObject({ cells: 20 });
  });

  test('also fits a name that was not announced to its width', () => {
    expect(cellOf(first, 'y'.repeat(50))).toHaveLength(20);
  });
});
