import { describe, expect, test } from '@jest/globals';

import { maskedForms } from '../../../src/hosts/masked-forms.js';

describe('maskedForms', () => {
  test('a plain token is hidden as it is and in base64', () => {
    expect(maskedForms('glptt-abc')).toEqual(['Z2xwdHQtYWJj', 'glptt-abc']);
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
