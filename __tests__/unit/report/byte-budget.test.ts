import { describe, expect, test } from '@jest/globals';

import { firstLinesWithin } from '../../../src/report/byte-budget.js';

describe('the lines within a byte limit', () => {
  test.each([
    { maxBytes: 0, lines: [], bytes: 0, omitted: 3 },
    { maxBytes: 3, lines: ['é'], bytes: 3, omitted: 2 },
    { maxBytes: 5, lines: ['é', 'b'], bytes: 5, omitted: 1 },
    { maxBytes: 99, lines: ['é', 'b', 'c'], bytes: 7, omitted: 0 },
  ])('are the first ones in $maxBytes bytes: $lines', ({ maxBytes, ...want }) => {
    expect(firstLinesWithin(['é', 'b', 'c'], maxBytes)).toEqual(want);
  });
});
