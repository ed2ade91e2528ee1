import { expect, test } from '@jest/globals';

import { withoutRisk } from '../../../src/hosts/neutralize.js';
import { type OutputLimits, carrierTo, withinLimits } from '../../../src/hosts/outputs.js';

const written = new Map([
  ['a', 'a=1\n'],
  ['b', 'b=2\n'],
]);

test.each<{ limits: OutputLimits; give: readonly [string, string]; want: string }>([
  { limits: {}, give: ['c', 'x'.repeat(1_000_000)], want: 'taken' },
  { limits: { entryBytes: 4 }, give: ['c', 'c=3\n'], want: 'taken' },
  { limits: { entryBytes: 4 }, give: ['c', 'c=é\n'], want: 'a value takes 4 bytes at most here' },
  { limits: { entries: 2 }, give: ['b', 'b=3\n'], want: 'taken' },
  { limits: { entries: 2 }, give: ['c', 'c=3\n'], want: 'there is room for 2 outputs here' },
  { limits: { totalBytes: 12 }, give: ['c', 'c=3\n'], want: 'taken' },
  { limits: { totalBytes: 11 }, give: ['c', 'c=3\n'], want: 'there is room for 11 bytes of outputs here' },
  { limits: { totalBytes: 9 }, give: ['b', 'b=33\n'], want: 'taken' },
  // What is long leaves room for what is short.
  { limits: { totalBytes: 900 }, give: ['c', 'x'.repeat(300)], want: 'taken' },
  {
    limits: { totalBytes: 900 },
    give: ['c', 'x'.repeat(400)],
    want: 'there is room for 900 bytes of outputs here',
  },
])('within $limits, $give.0 is: $want', ({ limits, give, want }) => {
  const carried = withinLimits(limits, written, give);
  expect(carried.kind === 'taken' ? 'taken' : carried.why).toBe(want);
});

test('a value that does not fit removes an older one', () => {
  const put: string[] = [];
  const { carry } = carrierTo({
    audience: 'later_steps',
    limits: { entryBytes: 3 },
    put: (text, { name }) => put.push(`${name}=${text}`),
  });
  const kinds = ['one', 'three', 'four'].map((value) => carry({ name: 'a', value, isSecret: false }).kind);
  expect(kinds).toEqual(['taken', 'left_out', 'left_out']);
  expect(put).toEqual(['a=one', 'a=']);
});

test.each([
  { give: 'plain', want: 'plain' },
  { give: 'a$b', want: undefined },
  { give: '{"a":"$b"}', want: '{"a":"\\u0024b"}' },
  { give: '["$"]', want: '["\\u0024"]' },
  { give: '{"a": $b}', want: undefined },
  { give: '"$"', want: undefined },
])('without $, $give is $want', ({ give, want }) => {
  expect(withoutRisk(give, /\$/g)).toBe(want);
});
