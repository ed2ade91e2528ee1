import fc from 'fast-check';

import { anyCharacter } from '../../support/any-character.js';

const alphanumeric = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const marks = Array.from("-._~!$&'()*+,;=:@");

const escaped = anyCharacter.map((character) => {
  const text = encodeURIComponent(character);
  return text === character ? `%${character.charCodeAt(0).toString(16)}` : text;
});

function textOf(more: readonly string[]): fc.Arbitrary<string> {
  const plain = fc.constantFrom(...alphanumeric, ...marks, ...more);
  return fc.string({ unit: fc.oneof({ weight: 10, arbitrary: plain }, { weight: 1, arbitrary: escaped }) });
}

const path = fc
  .array(textOf([]), { size: 'xsmall' })
  .map((segments) => segments.map((each) => `/${each}`).join(''));
const rest = textOf(['/', '?']);

/**
 * Every URL that `fc.webUrl` makes, by the same grammar (RFC 3986): that one lists all characters of Unicode
 * first, in each test file.
 */
export function anyWebUrl(parts: readonly ('query' | 'fragment')[] = []): fc.Arbitrary<string> {
  const part = (name: 'query' | 'fragment', mark: string): fc.Arbitrary<string> =>
    parts.includes(name) ? fc.option(rest, { nil: undefined }).map(after(mark)) : fc.constant('');
  return fc
    .tuple(
      fc.constantFrom('http', 'https'),
      fc.webAuthority(),
      path,
      part('query', '?'),
      part('fragment', '#'),
    )
    .map(([scheme, authority, ...behind]) => `${scheme}://${authority}${behind.join('')}`);
}

function after(mark: string): (text: string | undefined) => string {
  return (text) => (text === undefined ? '' : mark + text);
}
