import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readValues } from '../../src/results/read-values.js';
import { anyCharacter } from '../support/any-character.js';

const keys = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/);
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;
const texts = fc.string({ unit: anyCharacter }).filter((text) => !controls.test(text));
/** What stands in a line and survives its trimming. */
const lineTexts = texts.map((text) => text.replace(/[\r\n]/g, '').trim());

function mapOf(bytes: Uint8Array): ReadonlyMap<string, string> | string {
  const reading = readValues(bytes);
  return reading.kind === 'values'
    ? new Map(reading.entries.map(({ key, value }) => [key, value]))
    : reading.why;
}

describe('a file of values', () => {
  test('gives back what a dotenv file was written from, the last of equal keys', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, lineTexts)), fc.constantFrom('\n', '\r\n'), (pairs, end) => {
        const text = pairs.map(([key, value]) => `${key}=${value}${end}`).join('');
        expect(mapOf(Buffer.from(text))).toEqual(new Map(pairs));
      }),
    );
  });

  test('gives back what a JSON file was written from', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, texts)), fc.nat({ max: 4 }), (pairs, indent) => {
        const text = JSON.stringify(Object.fromEntries(pairs), null, indent);
        expect(mapOf(Buffer.from(text))).toEqual(new Map(Object.entries(Object.fromEntries(pairs))));
      }),
    );
  });

  test('keeps lists and objects as JSON that means the same', () => {
    fc.assert(
      fc.property(
        keys,
        fc.jsonValue().filter((value) => typeof value === 'object' && value !== null),
        (key, value) => {
          const text = JSON.stringify(Object.fromEntries([[key, value]]));
          const read = mapOf(Buffer.from(text));
          if (typeof read === 'string') throw new Error(read);
          expect(JSON.parse(read.get(key) ?? '')).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  test('may contain anything, and shows nothing of it when it is unfit', () => {
    const secret = 'Zq8vLmT3wXk';
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.string({ unit: anyCharacter }), (before, behind) => {
        const reading = readValues(Buffer.from(`${before}${secret}${behind}`));
        if (reading.kind === 'unfit') expect(reading.why).not.toContain(secret);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(['values', 'unfit']).toContain(readValues(bytes).kind);
      }),
    );
  });
});
