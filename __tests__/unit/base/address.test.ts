import { expect, test } from '@jest/globals';

import { isUrl } from '../../../src/base/address.js';

test.each([
  { text: 'https://gitlab.example.com', base: undefined, want: true },
  { text: '/login', base: 'https://gitlab.example.com/api', want: true },
  { text: '/login', base: undefined, want: false },
  { text: 'https://', base: undefined, want: false },
])('$text from $base is a URL: $want', ({ text, base, want }) => {
  expect(isUrl(text, base)).toBe(want);
});

test('a host with Latin-1 letters is the same however often it is parsed', () => {
  const wrong = Array.from({ length: 20_000 }, () => isUrl('https://gitlab.bücher.example')).filter(
    (is) => !is,
  );
  expect(wrong).toEqual([]);
});
