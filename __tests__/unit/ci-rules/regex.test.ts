import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { matchesPattern } from '../../../src/ci-rules/regex.js';

const rows: readonly (readonly [pattern: string, text: string, want: 'yes' | 'no' | 'unknown'])[] = [
  ['/main/', 'the main one', 'yes'],
  ['/^main$/', 'main', 'yes'],
  ['/^main$/', 'main2', 'no'],
  ['/^release\\/v\\d+$/', 'release/v12', 'yes'],
  ['/^release/v\\d+$/', 'release/vx', 'no'],
  ['/^v\\d+(\\.\\d+){1,2}$/', 'v1.2.3', 'yes'],
  ['/^v\\d+(\\.\\d+){1,2}$/', 'v1.2.3.4', 'no'],
  ['/^v\\d{2,}$/', 'v1', 'no'],
  ['/^v\\d{2}$/', 'v12', 'yes'],
  ['/^(feature|hotfix)[-/].+/', 'hotfix-1', 'yes'],
  ['/^[A-Z]+-[0-9]+/', 'ABC-12-x', 'yes'],
  ['/^[^a-z]*$/', 'ABC', 'yes'],
  ['/^[]a-]+$/', ']a-', 'yes'],
  ['/^[\\w.-]+$/', 'a_b.c-d', 'yes'],
  ['/^[\\d]+$/', '١', 'no'],
  ['/\\Amain\\z/', 'main', 'yes'],
  ['/\\bdeploy\\b/', 'to deploy now', 'yes'],
  ['/\\bdeploy\\b/', 'redeploy', 'no'],
  ['/o\\B/', 'on', 'yes'],
  ['/MAIN/i', 'main', 'yes'],
  ['/(?i)^MA[A-I]n$/', 'main', 'yes'],
  ['/^[^M]ain$/i', 'main', 'no'],
  ['/a.c/', 'a\nc', 'no'],
  ['/a.c/s', 'a\nc', 'yes'],
  ['/^b$/', 'a\nb', 'no'],
  ['/^b$/m', 'a\nb', 'yes'],
  ['/^a*?b+?$/', 'aab', 'yes'],
  ['/^(?:x|)$/', '', 'yes'],
  ['/^(?P<major>\\d+)\\.(?<minor>\\d+)$/', '1.2', 'yes'],
  ['/^😀.$/', '😀😀', 'yes'],
  ['/{/', 'a{b', 'yes'],
  ['/a{,2}/', 'a{,2}', 'yes'],
  ['/^a{1000}$/', 'a'.repeat(1000), 'yes'],

  // RE2 refuses them, or this program does not read them.
  ['/(?=x)/', 'x', 'unknown'],
  ['/(?!x)/', 'x', 'unknown'],
  ['/(a)\\1/', 'aa', 'unknown'],
  ['/\\p{L}/', 'a', 'unknown'],
  ['/[[:alpha:]]/', 'a', 'unknown'],
  ['/[a-\\d]/', 'a', 'unknown'],
  ['/[z-a]/', 'a', 'unknown'],
  ['/[a/', 'a', 'unknown'],
  ['/(a/', 'a', 'unknown'],
  ['/a)/', 'a', 'unknown'],
  ['/a**/', 'a', 'unknown'],
  ['/*a/', 'a', 'unknown'],
  ['/a\\/', 'a', 'unknown'],
  ['/a{2,1}/', 'aa', 'unknown'],
  ['/a{1001}/', 'a', 'unknown'],
  ['/a/x', 'a', 'unknown'],
  ['/\\Z/', 'a', 'unknown'],
];

test.each(rows)('%s in %j: %s', (pattern, text, want) => {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-zA-Z]*)$/s.exec(pattern) ?? [];
  expect(matchesPattern(text, { source, flags })).toBe(want);
});

test.each([
  ['(a+)+$', `${'a'.repeat(1500)}!`],
  ['(a|aa)*b', 'a'.repeat(1500)],
  ['.*.*.*.*.*.*.*.*x', 'a'.repeat(1500)],
])('%s is parsed completely', (source, text) => {
  expect(matchesPattern(text, { source, flags: '' })).toBe('no');
});

test.each([
  '((((){999}){999}){999}){999}',
  `${'('.repeat(500)}a${')'.repeat(499)}`,
  '(a{999}){999}',
  'a'.repeat(1001),
])('the expression %# is given up', (source) => {
  expect(matchesPattern('a', { source, flags: '' })).toBe('unknown');
});

test('the engine agrees with JavaScript where both support a pattern', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\d',
    '\\w',
    '(a|b)',
    '(ab)',
    '(?:a|)',
    '\\.',
    '1',
  );
  const repeated = fc
    .tuple(atom, fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{1,}'))
    .map((parts) => parts.join(''));
  const source = fc
    .tuple(
      fc.constantFrom('', '^'),
      fc.array(repeated, { maxLength: 5 }),
      fc.constantFrom('', '$', '|b', '\\b'),
    )
    .map(([start, parts, end]) => start + parts.join('') + end);
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', 'é', ' '), maxLength: 8 });
  fc.assert(
    fc.property(source, text, (pattern, subject) => {
      const want = new RegExp(pattern, 'u').test(subject) ? 'yes' : 'no';
      expect([pattern, subject, matchesPattern(subject, { source: pattern, flags: '' })]).toEqual([
        pattern,
        subject,
        want,
      ]);
    }),
    { numRuns: 2000 },
  );
});
