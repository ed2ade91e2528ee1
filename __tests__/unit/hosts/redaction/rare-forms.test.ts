import { describe, expect, test } from '@jest/globals';

import { createRedaction } from '../../../../src/hosts/redaction/redaction.js';

const token = 'glpat-Qw3rTy7uIoP9aSdFgHjK';
const hexToken = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';

const redaction = createRedaction();
for (const secret of [token, hexToken]) redaction.add(secret);

/** What is left of a text, in other places than those that are hidden. */
function leftOf(text: string): string {
  return redaction.apply(text).replaceAll('***', '');
}

const befores = ['', 'a', 'ab', 'abc', '$t = "', 'oauth2:', 'user:xy'];

describe('a token inside a longer text is hidden', () => {
  test.each(befores)('in the base64 of UTF-16, as of a command of PowerShell, after %j', (before) => {
    for (const secret of [token, hexToken]) {
      for (const after of ['', 'z', '"; exit']) {
        const bytes = Buffer.from(`${before}${secret}${after}`, 'utf16le');
        const around = 4 * (before.length + after.length) + 12;
        expect(leftOf(`-EncodedCommand ${bytes.toString('base64')}`).length).toBeLessThan(16 + around);
        expect(leftOf(`-EncodedCommand ${bytes.swap16().toString('base64')}`).length).toBeLessThan(
          16 + around,
        );
      }
    }
  });

  test.each(befores)('in base64 in base64, as in a Secret of Kubernetes, after %j', (before) => {
    for (const secret of [token, hexToken]) {
      const auth = Buffer.from(`${before}${secret}`).toString('base64');
      const config = JSON.stringify({ auths: { 'registry.example.com': { auth } } });
      const shown = Buffer.from(config).toString('base64');
      const rest = 2 * (config.length - auth.length + 4 * before.length) + 24;
      expect(redaction.apply(`.dockerconfigjson: ${shown}`)).toContain('***');
      expect(leftOf(shown).length).toBeLessThan(rest);
    }
  });

  test.each([
    { name: 'base64', columns: 76, encode: (text: string) => Buffer.from(text).toString('base64') },
    { name: 'base64 for PEM', columns: 64, encode: (text: string) => Buffer.from(text).toString('base64') },
    {
      name: 'base64 of UTF-16',
      columns: 76,
      encode: (text: string) => Buffer.from(text, 'utf16le').toString('base64'),
    },
    { name: 'hexadecimal digits', columns: 32, encode: (text: string) => Buffer.from(text).toString('hex') },
  ])('in $name that is wrapped, line by line', ({ columns, encode }) => {
    for (let before = 0; before < 60; before += 1) {
      const text = encode(`${'-'.repeat(before)}${hexToken}${'+'.repeat(60)}`);
      const lines = text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
      const shown = lines.map(redaction.apply).join('');
      const around = encode('-'.repeat(before + 60)).length;
      // At a break, a rest that is too short to be telling.
      expect(shown.replaceAll('***', '').length).toBeLessThan(around + 2 * 24 + 8);
    }
  });

  test.each([
    '00000000: 676c 7074 742d 3566 3063 3164 3265 3362  glptt-5f0c1d2e3b',
    '00000010: 3461 3539 3638 3737 3836 3935 3061 3162  4a59687786950a1b',
    '00000010  34 61 35 39 36 38 37 37  38 36 39 35 30 61 31 62  |4a59687786950a1b|',
    '0000000 6c67 7470 2d74 6635 6330 6431 6532 6233',
    '0000020 6134 3935 3836 3737 3638 3539 6130 6231',
    '0000020 063 142 064 141 065 071 066 070 067 067 070 066 071 065 060 141',
    '00000000: 6700 6c00 7000 7400 7400 2d00 3500 6600  g.l.p.t.t.-.5.f.',
  ])('in a line of a dump: %s', (line) => {
    expect(leftOf(line)).not.toMatch(/(?:[\da-f]{4} ){3}|(?:[\da-f]{2} ){6}|4a59|glptt/);
    expect(redaction.apply(line)).toContain('***');
  });

  test.each([
    { name: 'in capitals', text: `VAR=${hexToken.toUpperCase()}` },
    { name: 'in small letters', text: `host ${token.toLowerCase()}.example.com` },
    { name: 'in capitals, its second half', text: `VAR=${hexToken.slice(20).toUpperCase()}` },
  ])('$name', ({ text }) => {
    expect(leftOf(text)).not.toMatch(/[\d]/);
  });
});

describe('a password with marks is hidden as it is quoted', () => {
  const password = `p'w$x%y&z"q!r (9)`;
  const passwords = createRedaction();
  passwords.add(password);

  test.each([
    { name: 'by bash', text: `'p'\\''w$x%y&z"q!r (9)'` },
    { name: 'by bash, with escapes', text: `$'p\\'w$x%y&z"q!r (9)'` },
    { name: 'by bash, with backslashes', text: `p\\'w\\$x%y\\&z\\"q\\!r\\ \\(9\\)` },
    { name: 'by bash, on two lines', text: `p\\'w\\$x%y\\&z\\\n\\"q\\!r\\ \\(9\\)` },
    { name: 'by Python', text: `'p'"'"'w$x%y&z"q!r (9)'` },
    { name: 'by SQL and YAML', text: `'p''w$x%y&z"q!r (9)'` },
    { name: 'by CSV', text: `"p'w$x%y&z""q!r (9)"` },
    { name: 'by Make and Compose', text: `p'w$$x%y&z"q!r (9)` },
    { name: 'for printf', text: `p'w$x%%y&z"q!r (9)` },
    { name: 'by the command line of Windows', text: `p'w$x%y^&z"q!r ^(9^)` },
    { name: 'by PowerShell', text: 'p\'w`$x%y&z`"q!r (9)' },
    { name: 'by XML', text: `p&apos;w$x%y&amp;z&quot;q!r (9)` },
  ])('$name', ({ text }) => {
    expect(passwords.apply(`> ${text} <`)).toMatch(/^> \$?['"]?\*\*\*['"]? <$/);
  });
});

describe('ordinary text stays as it is', () => {
  const plain = createRedaction();
  plain.add('production');
  plain.add('opensesame');
  plain.add(token);

  test.each([
    'PRODUCTION Production OPENSESAME',
    `-EncodedCommand ${Buffer.from('glpat, glptt and Write-Host glpat-', 'utf16le').toString('base64')}`,
    Buffer.from(Buffer.from('glpat- is a prefix').toString('base64')).toString('base64'),
    'glpat- GLPAT- 0000000 000 001 002 003 004 005 006 007 010 011',
    'cost $$5, 100%% of it, a ^& b, say ""yes"", `$HOME',
    'a^@b \\0 \\000',
    '20 30 40 50 60 70 80 90 100 110 120 130',
  ])('%s', (text) => {
    expect(plain.apply(text)).toBe(text);
  });
});
