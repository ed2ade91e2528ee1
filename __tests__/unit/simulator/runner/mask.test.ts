import { describe, expect, test } from '@jest/globals';

import { maskedValuesOf, maskForms, maskText } from '../../../../src/simulator/runner/mask.js';

describe('maskedValuesOf', () => {
  test.each([
    { name: 'one line', give: 'glptt-x', want: ['glptt-x'] },
    {
      name: 'the whole and each trimmed line',
      give: '{\r\n  "a": 1\n\n}',
      want: ['{\r\n  "a": 1\n\n}', '{', '"a": 1', '}'],
    },
    { name: 'the whole and its trimmed self', give: ' a ', want: [' a ', 'a'] },
    { name: 'nothing of white space', give: ' \n\t', want: [] },
  ])('registers $name', ({ give, want }) => {
    expect(maskedValuesOf(give)).toEqual(want);
  });
});

describe('maskForms', () => {
  const secret = `p@ss w"rd's<&>!é`;
  const bytes = Buffer.from(secret);

  test.each([
    { name: 'the value itself', want: secret },
    { name: 'its base64', want: bytes.toString('base64') },
    { name: 'its base64 without the first byte', want: bytes.subarray(1).toString('base64') },
    { name: 'its base64 without the first two bytes', want: bytes.subarray(2).toString('base64') },
    { name: 'quotes with a backslash', want: `p@ss w\\"rd's<&>!é` },
    { name: 'doubled apostrophes, as in an expression', want: `p@ss w"rd''s<&>!é` },
    { name: 'percent escapes of .NET', want: 'p%40ss%20w%22rd%27s%3C%26%3E%21%C3%A9' },
    { name: 'XML entities', want: 'p@ss w&quot;rd&apos;s&lt;&amp;&gt;!é' },
  ])('hides $name', ({ want }) => {
    expect(maskForms(secret)).toContain(want);
  });

  test('hides the JSON form of control characters and line separators', () => {
    expect(maskForms('a\\b\tc\u2028')).toContain('a\\\\b\\tc\\u2028');
  });

  test.each([
    {
      name: 'the form of JavaScript where .NET differs',
      secret: "it's ok",
      form: encodeURIComponent("it's ok"),
    },
    { name: 'form encoding', secret: 'a b', form: 'a+b' },
    { name: 'base64url', secret: '??>>', form: Buffer.from('??>>').toString('base64url') },
    { name: 'hexadecimal', secret: 'abc', form: Buffer.from('abc').toString('hex') },
    { name: 'another case', secret: 'abc', form: 'ABC' },
  ])('does not hide $name', ({ secret: value, form }) => {
    expect(maskText(form, maskForms(value))).toBe(form);
  });

  test.each([
    { give: '"12345678"', want: true },
    { give: '"123456"', want: false },
  ])('drops enclosing quotes of $give: $want', ({ give, want }) => {
    expect(maskForms(give).includes(give.slice(1, -1))).toBe(want);
  });
});

describe('maskText', () => {
  test.each([
    { name: 'every occurrence', text: 'a s b s', forms: ['s'], want: 'a *** b ***' },
    { name: 'touching occurrences as one', text: 'xssy', forms: ['s'], want: 'x***y' },
    { name: 'overlapping forms as one', text: 'xabcdy', forms: ['abc', 'bcd'], want: 'x***y' },
    { name: 'a form within another as one', text: 'xabcdy', forms: ['bc', 'abcd'], want: 'x***y' },
    { name: 'an occurrence that overlaps itself', text: 'aaa.', forms: ['aa'], want: '***.' },
    { name: 'nothing in another case', text: 'S', forms: ['s'], want: 'S' },
    { name: 'nothing for an empty form', text: 'abc', forms: [''], want: 'abc' },
  ])('replaces $name', ({ text, forms, want }) => {
    expect(maskText(text, forms)).toBe(want);
  });
});
