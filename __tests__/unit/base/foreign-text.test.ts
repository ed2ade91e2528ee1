import { describe, expect, test } from '@jest/globals';

import { cleanLine } from '../../../src/base/foreign-text.js';

describe('cleanLine', () => {
  test.each([
    { name: 'leaves plain text alone', give: 'Reference not found', want: 'Reference not found' },
    { name: 'makes one line of many', give: 'one\r\ntwo\nthree\rfour', want: 'one two three four' },
    {
      name: 'removes colours and titles of terminals',
      give: '\u001b[31mred\u001b[0m \u001b]0;title\u0007end',
      want: 'red end',
    },
    { name: 'removes bidirectional overrides', give: 'abc\u202egnp.exe', want: 'abcgnp.exe' },
    { name: 'removes other control characters', give: 'a\u0000b\u0008c\u009bd', want: 'a b c d' },
    { name: 'keeps letters of every script', give: 'größe 日本 🚀', want: 'größe 日本 🚀' },
  ])('$name', ({ give, want }) => {
    expect(cleanLine(give)).toBe(want);
  });

  test('cuts by characters, never through the middle of one', () => {
    expect(cleanLine('🚀🚀🚀🚀', 3)).toBe('🚀🚀…');
  });

  test('is quick with a megabyte on one line', () => {
    expect(cleanLine('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxx…');
  });
});
