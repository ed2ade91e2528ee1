import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { fitText, padText, textWidth } from '../../../src/base/text-width.js';

test.each([
  ['', 0],
  ['abc', 3],
  ['äöü', 3],
  ['e\u0301', 1],
  ['日本語', 6],
  ['한국', 4],
  ['🦊', 2],
  ['👩‍👩‍👧', 2],
  ['✔️', 2],
  ['✓', 1],
  ['a\u200bb', 2],
])('%j is %i cells wide', (text, cells) => {
  expect(textWidth(text)).toBe(cells);
});

describe('a fitted text', () => {
  test.each([
    { give: 'abcdef', cells: 4, want: 'abc…' },
    { give: '日本語', cells: 4, want: '日…' },
    { give: 'abc', cells: 3, want: 'abc' },
    { give: 'abc', cells: 0, want: '' },
  ])('of $give in $cells cells is $want', ({ give, cells, want }) => {
    expect(fitText(give, cells)).toBe(want);
  });

  test('is never wider than allowed, and a padded one exactly as wide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, cells) => {
        expect(textWidth(fitText(text, cells))).toBeLessThanOrEqual(cells);
        expect(textWidth(padText(text, cells))).toBe(cells);
      }),
    );
  });
});
