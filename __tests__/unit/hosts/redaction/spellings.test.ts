import { describe, expect, test } from '@jest/globals';

import { createRedaction } from '../../../../src/hosts/redaction/redaction.js';

const token = 'glptt-5f0c_1d2e3b4a59687786';

const redaction = createRedaction();
redaction.add(token);

const hex = (character: string): string => character.charCodeAt(0).toString(16);
const each = (spell: (character: string) => string, between = ''): string =>
  Array.from(token, spell).join(between);
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const repeated = (text: string, encode: (text: string) => string, times: number): string =>
  Array.from({ length: times }).reduce<string>((last) => encode(last), text);
const html = (text: string): string => text.replaceAll('&', '&amp;');

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const words = (text: string): string => Buffer.from(text.padEnd(28)).swap16().toString('hex');

/** In other letters and digits, given the first of each: `A`, `a`, `0`. */
const styled = (capital: number, small: number, digit?: number): string =>
  each((one) => {
    const code = one.charCodeAt(0);
    if (/[A-Z]/.test(one)) return String.fromCodePoint(capital + code - 0x41);
    if (/[a-z]/.test(one)) return String.fromCodePoint(small + code - 0x61);
    return /\d/.test(one) && digit !== undefined ? String.fromCodePoint(digit + code - 0x30) : one;
  });
const wide = each((one) => String.fromCharCode(one.charCodeAt(0) - 0x21 + 0xff01));

/** How a token can be written so that a reader, or a program, gets it back. */
const spellings: Readonly<Record<string, string>> = {
  'entities with many zeros': each((one) => `&#0000000${one.charCodeAt(0)};`),
  'entities with very many zeros': each((one) => `&#${'0'.repeat(60)}${one.charCodeAt(0)};`),
  'hexadecimal entities with many zeros': each((one) => `&#x00000000${hex(one)};`),
  'hexadecimal entities with a capital X': each((one) => `&#X${hex(one).toUpperCase()};`),
  'entities without a semicolon': each((one) => `&#${one.charCodeAt(0)}`),
  'hexadecimal entities without a semicolon': each((one) => `&#x${hex(one)}`),
  'entities that were encoded again': html(each((one) => `&#${one.charCodeAt(0)};`)),
  'entities that were encoded nine times': repeated(
    each((one) => `&#x${hex(one)};`),
    html,
    8,
  ),
  'named entities': token.replaceAll('_', '&lowbar;').replaceAll('-', '&#45;'),
  'entities of nothing between the characters': each((one) => one, '&shy;'),
  'more entities of nothing': each((one) => one, '&ZeroWidthSpace;&#8203;&#x200b;&zwnj;'),
  'code point escapes': each((one) => `\\u{${hex(one)}}`),
  'code point escapes with zeros': each((one) => `\\u{0000${hex(one)}}`),
  'code points in one escape': `\\u{${each(hex, ' ')}}`,
  'escapes of Java': each((one) => `\\uuu00${hex(one)}`),
  'escapes of Python': each((one) => `\\U000000${hex(one)}`),
  'escapes of C': each((one) => `\\x${hex(one)}`),
  'escapes of Perl': each((one) => `\\x{${hex(one)}}`),
  'names of Perl': each((one) => `\\N{U+${hex(one)}}`),
  'octal escapes': each((one) => `\\${one.charCodeAt(0).toString(8)}`),
  'octal escapes of three digits': each((one) => `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`),
  'octal escapes of echo': each((one) => `\\0${one.charCodeAt(0).toString(8).padStart(3, '0')}`),
  'octal escapes of Perl': each((one) => `\\o{${one.charCodeAt(0).toString(8)}}`),
  'decimal escapes': each((one) => `\\${one.charCodeAt(0).toString().padStart(3, '0')}`),
  'escapes of style sheets': each((one) => `\\${hex(one)} `),
  'escapes of style sheets with zeros': each((one) => `\\0000${hex(one)}`),
  'percent signs': each((one) => `%${hex(one)}`),
  'percent signs, encoded nine times': repeated(
    each((one) => `%${hex(one)}`),
    encodeURIComponent,
    8,
  ),
  'escape of JavaScript': each((one) => `%u00${hex(one)}`),
  'escape of JavaScript in an address': encodeURIComponent(each((one) => `%u00${hex(one)}`)),
  'JSON in JSON in JSON in JSON': repeated(
    each((one) => `\\u00${hex(one)}`),
    json,
    4,
  ),
  'quoted-printable': each((one) => `=${hex(one).toUpperCase()}`),
  'quoted-printable on several lines': each((one) => `=${hex(one)}`).replace(/.{30}/g, '$&=\r\n'),
  'quoted-printable lines of the token itself': token.replace(/.{4}/g, '$&=\n'),
  'quoted-printable in an address': encodeURIComponent(each((one) => `=${hex(one)}`)),
  'a list of bytes': `[${each((one) => String(one.charCodeAt(0)), ', ')}]`,
  'a list of bytes without blanks': `[${each((one) => String(one.charCodeAt(0)), ',')}]`,
  'a list of bytes with blanks alone': each((one) => String(one.charCodeAt(0)).padStart(3), ' '),
  'a list of octal bytes, as od prints it': each(
    (one) => one.charCodeAt(0).toString(8).padStart(3, '0'),
    ' ',
  ),
  'UTF-16, as cat prints it': each((one) => `${one}^@`),
  'UTF-16, as Rust prints it': each((one) => `${one}\\0`),
  'UTF-16 in JSON': each((one) => `${one}\\u0000`),
  'UTF-16 in base64': Buffer.from(token, 'utf16le').toString('base64'),
  'UTF-16 in hexadecimal digits': Buffer.from(token, 'utf16le').toString('hex'),
  'UTF-16 in capital hexadecimal digits': Buffer.from(token, 'utf16le').toString('hex').toUpperCase(),
  'base64 in base64': base64(base64(token)),
  'base64 in base64 in an address': encodeURIComponent(base64(base64(token))),
  'words of a dump': (words(token).match(/.{4}/g) ?? []).join(' '),
  'words of a dump in capitals': words(token).toUpperCase(),
  'full-width forms': wide,
  'full-width forms in an address': encodeURIComponent(wide),
  'full-width forms in JSON': each(
    (one) => `\\uff${hex(String.fromCharCode(one.charCodeAt(0) - 0x20)).padStart(2, '0')}`,
  ),
  'full-width punctuation': token.replaceAll('-', '－').replaceAll('_', '＿'),
  'entities in full-width forms': each((one) => `＆＃${one.charCodeAt(0)}；`),
  'small forms': token.replaceAll('-', '﹣'),
  'mathematical letters': styled(0x1d5a0, 0x1d5ba, 0x1d7e2),
  'bold letters': styled(0x1d400, 0x1d41a, 0x1d7ce),
  'letters of a typewriter': styled(0x1d670, 0x1d68a, 0x1d7f6),
  'letters in circles': styled(0x24b6, 0x24d0),
  'letters in circles, with accents': styled(0x24b6, 0x24d0).replaceAll(/(?=.)/gu, '\u0301'),
  'raised digits': token.replaceAll('2', '²').replaceAll('3', '³').replaceAll('4', '⁴').replaceAll('5', '₅'),
  capitals: token.toUpperCase(),
  'capitals in an address': each((one) => `%${hex(one.toUpperCase())}`),
  'code points': each((one) => `U+00${hex(one).toUpperCase()}`, ' '),
  'an entity in JSON in an address in HTML': html(
    encodeURIComponent(json(each((one) => `&#0${one.charCodeAt(0)};`))),
  ),
  'one kind after the other': Array.from(
    token,
    (one, at) =>
      [`&#${one.charCodeAt(0)};`, `\\x${hex(one)}`, `%${hex(one)}`, `\\u{${hex(one)}}`, one][at % 5] ?? one,
  ).join(''),
};

describe('a token is hidden when it is written as', () => {
  test.each(Object.entries(spellings))('%s', (_name, written) => {
    const shown = redaction.apply(`> ${written} <`);
    expect(shown).toContain('***');
    expect(shown.startsWith('> ') && shown.endsWith(' <')).toBe(true);
    // Nothing is left but what makes no character.
    expect(shown.length).toBeLessThan(24);
  });

  test.each(Object.entries(spellings))('%s, and cut off', (_name, written) => {
    for (const share of [0.5, 0.6, 0.77]) {
      const cut = `${written.slice(0, Math.floor(written.length * share))}…`;
      expect(redaction.apply(`> ${cut}`)).toContain('***');
    }
  });
});

describe('a password of words that was cut off in an escape is hidden', () => {
  const password = 'correct-horse-battery';
  const words = createRedaction();
  words.add(password);
  const inWords = (spell: (character: string) => string): string => Array.from(password, spell).join('');

  test.each(
    Object.entries({
      JSON: inWords((one) => `\\u00${hex(one)}`),
      C: inWords((one) => `\\x${hex(one)}`),
      'a URL': inWords((one) => `%${hex(one)}`),
      HTML: inWords((one) => `&#x${hex(one)};`),
      'quoted-printable': inWords((one) => `=${hex(one)}`),
    }),
  )('of %s', (_name, written) => {
    // As a reason is cut, and as a long line of a log.
    for (const mark of ['…', ' … [9 more characters left out]']) {
      for (let length = 48; length < 54; length += 1)
        expect(words.apply(`> ${written.slice(0, length)}${mark}`)).toMatch(
          /^> \*\*\*[^\w]{0,2}\w?\d{0,3} ?…/,
        );
    }
  });
});

describe('ordinary text stays unchanged in any spelling:', () => {
  test.each([
    'a=10&b=20; C:\\users\\x64\\067 100% of 5 &copy; &unknown; &#; &#x; \\u{} \\u12 %u12 %zz =\n',
    '[1, 2, 3, 4, 5, 6, 7, 8, 999]',
    '&#1114112; &#99999999999999999999; \\U99999999 \\x{ffffffff} \\9999',
    '\\',
    '&',
    '%',
    '=',
  ])('%j', (text) => {
    expect(redaction.apply(text)).toBe(text);
  });

  test('with long runs of punctuation', () => {
    const text = `${'\\'.repeat(1000)}${'&amp;'.repeat(100)}${'%25'.repeat(100)}`;
    expect(redaction.apply(text)).toBe(text);
  });
});
