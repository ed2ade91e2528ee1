import { describe, expect, test } from '@jest/globals';

import { maskedForms } from '../../../../src/hosts/redaction/masked-forms.js';

describe('maskedForms', () => {
  test('a plain token is hidden as it is, in base64 wherever it stands, and in hexadecimal digits', () => {
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
    'it is hidden in base64 of a longer text that begins with %j',
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

  test('no form of a short secret is an accident of other texts', () => {
    for (const form of maskedForms('ab1!')) expect(form.length).toBeGreaterThanOrEqual(4);
    expect(maskedForms('abc')).toEqual(['YWJj']);
  });

  test('escapes of an address are hidden in capitals and small letters', () => {
    expect(maskedForms('p/w?x')).toEqual(expect.arrayContaining(['p%2Fw%3Fx', 'p%2fw%3fx']));
  });

  test.each([
    { form: 'percent-encoded', want: "p%26s%2F%20w!'()" },
    { form: 'form-encoded', want: 'p%26s%2F+w%21%27%28%29' },
    { form: 'JSON with escaped slashes', want: "p&s\\/ w!'()" },
    { form: 'base64', want: 'cCZzLyB3IScoKQ==' },
    { form: 'base64 without padding', want: 'cCZzLyB3IScoKQ' },
  ])('the $form form is hidden too', ({ want }) => {
    expect(maskedForms("p&s/ w!'()")).toContain(want);
  });

  test('white space around a pasted token does not keep the token itself from being hidden', () => {
    expect(maskedForms('glptt-abc\n')).toContain('glptt-abc');
  });

  test('texts too short to be secrets are left alone, or every log line would be blanked out', () => {
    expect(maskedForms('abc')).toEqual(['YWJj']);
  });

  test('the longest form comes first', () => {
    const lengths = maskedForms('a+b/c d').map((form) => form.length);
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
  });
});
