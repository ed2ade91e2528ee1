import { describe, expect, test } from '@jest/globals';

import { maskedForms } from '../../../../src/hosts/redaction/masked-forms.js';

describe('maskedForms', () => {
  test('include a plain token, its base64 anywhere, and its hexadecimal digits', () => {
    expect(maskedForms('glptt-abc')).toEqual([
      '676c7074742d616263',
      '676C7074742D616263',
      'Z2xwdHQtYWJj',
      'dscHR0LWFiY',
      'nbHB0dC1hYm',
      'glptt-abc',
    ]);
  });

  test.each(['', 'a', 'ab', 'abc', 'oauth2:', 'user:x', 'user:xy'])(
    'include the base64 of a longer text that starts with %j',
    (before) => {
      for (const after of ['', 'z', 'zz', 'zzz']) {
        const bytes = Buffer.from(`${before}glptt-a1?b2>c3~${after}`);
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = bytes.toString(encoding);
          expect(maskedForms('glptt-a1?b2>c3~').some((form) => text.includes(form))).toBe(true);
        }
      }
    },
  );

  test('of a short secret do not occur in other texts by chance', () => {
    for (const form of maskedForms('ab1!')) expect(form.length).toBeGreaterThanOrEqual(4);
    expect(maskedForms('abc')).toEqual(['YWJj']);
  });

  test('include escapes of a URL in capitals and small letters', () => {
    expect(maskedForms('p/w?x')).toEqual(expect.arrayContaining(['p%2Fw%3Fx', 'p%2fw%3fx']));
  });

  test.each([
    { form: 'percent-encoded', want: "p%26s%2F%20w!'()" },
    { form: 'form-encoded', want: 'p%26s%2F+w%21%27%28%29' },
    { form: 'JSON with escaped slashes', want: "p&s\\/ w!'()" },
    { form: 'base64', want: 'cCZzLyB3IScoKQ==' },
    { form: 'base64 without padding', want: 'cCZzLyB3IScoKQ' },
  ])('include the $form form', ({ want }) => {
    expect(maskedForms("p&s/ w!'()")).toContain(want);
  });

  test('include the token itself without white space around it', () => {
    expect(maskedForms('glptt-abc\n')).toContain('glptt-abc');
  });

  test('exclude texts that are too short for secrets', () => {
    expect(maskedForms('abc')).toEqual(['YWJj']);
  });

  test('start with the longest form', () => {
    const lengths = maskedForms('a+b/c d').map((form) => form.length);
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
  });
});
