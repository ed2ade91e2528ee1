import fc from 'fast-check';

const firstSurrogate = 0xd800;
const surrogates = 0x800;

/**
 * Every character of Unicode, the same as `fc.string({ unit: 'binary' })` draws from. That one lists all the
 * million of them first, in each test file, to look one up.
 */
export const anyCharacter = fc.nat({ max: 0x10ffff - surrogates }).map(
  (index) => String.fromCodePoint(index < firstSurrogate ? index : index + surrogates),
  (character) => {
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (code === undefined || String.fromCodePoint(code) !== character || isSurrogate(code)) {
      throw new TypeError('this is not one character');
    }
    return code < firstSurrogate ? code : code - surrogates;
  },
);

function isSurrogate(code: number): boolean {
  return code >= firstSurrogate && code < firstSurrogate + surrogates;
}
