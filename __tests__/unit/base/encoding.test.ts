import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { decodeText, textIn } from '../../../src/base/encoding.js';
import { anyText } from '../../support/any-text.js';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const oneByte = 'it seems to be Latin-1, Windows-1252 or another encoding with one byte a letter';

describe('the decoder of files', () => {
  test.each([
    { name: 'nothing', give: bytesOf(), want: '' },
    { name: 'UTF-8', give: bytesOf('NAME=José 🛹\n'), want: 'NAME=José 🛹\n' },
    { name: 'UTF-8 with a mark', give: bytesOf('\ufeffA=é'), want: 'A=é' },
    { name: 'UTF-16LE with a mark', give: wide('\ufeffA=é 🛹\r\n'), want: 'A=é 🛹\r\n' },
    { name: 'UTF-16BE with a mark', give: wide('\ufeffA=é 🛹\r\n').swap16(), want: 'A=é 🛹\r\n' },
    { name: 'a mark alone', give: bytesOf([0xff, 0xfe]), want: '' },
    { name: 'the character that stands for broken ones', give: bytesOf('A=\ufffd'), want: 'A=\ufffd' },
    { name: 'an escape sequence', give: bytesOf('A=\u001b[1m'), want: 'A=\u001b[1m' },
  ])('reads it from $name', ({ give, want }) => {
    expect(decodeText(give)).toEqual({ kind: 'text', text: want });
  });

  test.each([
    {
      name: 'Latin-1',
      give: latin('A=1\nNAME=Jos\xe9\n'),
      want: `is not text in UTF-8 (line 2): ${oneByte}`,
    },
    { name: 'Windows-1252', give: latin('A=\x93x\x94'), want: `is not text in UTF-8 (line 1): ${oneByte}` },
    { name: 'a Latin-1 ï', give: latin('\xef=1'), want: `is not text in UTF-8 (line 1): ${oneByte}` },
    {
      name: 'a lone surrogate',
      give: bytesOf('A=', [0xed, 0xa0, 0x80], '\n'),
      want: 'is not text in UTF-8 (line 1): it has half a character (a lone surrogate)',
    },
    {
      name: 'UTF-8 that is cut off',
      give: bytesOf('A=1\nB=').subarray(),
      cut: [0xf0, 0x9f, 0x9b],
      want: 'is not text in UTF-8, or ends in the middle of a character (line 2)',
    },
    {
      name: 'UTF-8 cut off where the replacement begins alike',
      give: bytesOf('A='),
      cut: [0xef, 0xbf],
      want: 'is not text in UTF-8, or ends in the middle of a character (line 1)',
    },
    {
      name: 'too long a form',
      give: bytesOf('A=', [0xc0, 0xaf]),
      want: `is not text in UTF-8 (line 1): ${oneByte}`,
    },
    {
      name: 'UTF-16LE without a mark',
      give: wide('{"A":"é"}'),
      want: 'is not text in UTF-8: it seems to be UTF-16 without a byte order mark',
    },
    {
      name: 'UTF-16BE without a mark',
      give: wide('{"A":"é"}').swap16(),
      want: 'is not text in UTF-8: it seems to be UTF-16 without a byte order mark',
    },
    {
      name: 'a line of UTF-16 behind UTF-8',
      give: bytesOf('A=1\nB=2\n', [...wide('C=3\r\n')]),
      want: 'is not text in UTF-8: it seems to be UTF-16 without a byte order mark, from line 3 on',
    },
    {
      name: 'half a character in UTF-16',
      give: wide('\ufeffA=\ud83d!'),
      want: 'begins as UTF-16 does, and has half a character (a lone surrogate)',
    },
    {
      name: 'half a unit of UTF-16',
      give: bytesOf([0xff, 0xfe, 0x41]),
      want: 'begins as UTF-16 does, and has an odd number of bytes',
    },
    {
      name: 'a NUL in UTF-16',
      give: wide('\ufeffA=1\nB=\0'),
      want: 'has a NUL byte in it, so it is not text (line 2)',
    },
    {
      name: 'a NUL in UTF-8',
      give: bytesOf('A=1\nB=x\0y'),
      want: 'has a NUL byte in it, so it is not text (line 2)',
    },
    {
      name: 'UTF-32LE',
      give: bytesOf([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]),
      want: 'is not text in UTF-8: it seems to be UTF-32',
    },
    {
      name: 'UTF-32BE',
      give: bytesOf([0, 0, 0xfe, 0xff, 0, 0, 0, 0x41]),
      want: 'is not text in UTF-8: it seems to be UTF-32',
    },
    {
      name: 'gzip',
      give: bytesOf([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
      want: 'is not text in UTF-8: it seems to be a file packed with gzip',
    },
    {
      name: 'zip',
      give: bytesOf('PK', [3, 4, 0x14, 0, 0, 0]),
      want: 'is not text in UTF-8: it seems to be a zip archive',
    },
    {
      name: 'a picture',
      give: bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0xff, 0xfe]),
      want: 'is not text in UTF-8: it seems to be binary',
    },
    {
      name: 'a certificate in DER',
      give: bytesOf([0x30, 0x82, 0x03, 0x4d, 0x30, 0x82, 0x02, 0x35, 0xa0, 0x03]),
      want: 'is not text in UTF-8: it seems to be binary',
    },
  ])('refuses it in $name', ({ give, cut = [], want }) => {
    const bytes = bytesOf([...give], cut);
    expect(decodeText(bytes)).toMatchObject({ kind: 'unfit', why: want });
    expect(() => textIn(bytes)).toThrow(want);
  });
});

describe('for arbitrary bytes', () => {
  const text = anyText().filter((each) => !each.includes('\0') && !each.startsWith('\ufeff'));

  test('a text is decoded as it was written', () => {
    fc.assert(
      fc.property(text, (each) => {
        for (const bytes of [bytesOf(each), bytesOf(`\ufeff${each}`), wide(`\ufeff${each}`)]) {
          expect(decodeText(bytes)).toEqual({ kind: 'text', text: each });
        }
      }),
    );
  });

  test('nothing is replaced: decoded text encodes to the same bytes, and refused bytes throw nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const reading = decodeText(bytes);
        if (reading.kind === 'unfit') return;
        const marked = `\ufeff${reading.text}`;
        const forms = [bytesOf(reading.text), bytesOf(marked), wide(marked), wide(marked).swap16()];
        expect(forms.some((form) => form.equals(bytes))).toBe(true);
      }),
    );
  });
});
