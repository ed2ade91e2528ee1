import { describe, expect, jest, test } from '@jest/globals';

import { cleanLine } from '../../../../src/base/text.js';
import { createRedaction } from '../../../../src/hosts/redaction/redaction.js';
import { codeText } from '../../../../src/report/markdown.js';

const secret = 'glptt-a_b"<&\\c$1';

describe('createRedaction', () => {
  test('returns each form of a secret once, for the host to mask', () => {
    const { add } = createRedaction();
    expect(add('plain-secret')).toContain('plain-secret');
    expect(add('plain-secret')).toEqual([]);
  });

  test.each([
    { name: 'the secret itself', give: `a ${secret} b ${secret}` },
    { name: 'in a URL', give: `a ${encodeURIComponent(secret)} b ${secret}` },
    { name: 'in JSON', give: `a ${JSON.stringify(secret).slice(1, -1)} b ${secret}` },
    { name: 'in base64', give: `a ${Buffer.from(secret).toString('base64')} b ${secret}` },
  ])('removes $name from a text', ({ give }) => {
    const redaction = createRedaction();
    redaction.add(secret);
    expect(redaction.apply(give)).toBe('a *** b ***');
  });

  test('leaves no part of a longer secret that contains a shorter one', () => {
    const redaction = createRedaction();
    redaction.add('secret');
    redaction.add('secret-and-more');
    expect(redaction.apply('secret-and-more, secret')).toBe('***, ***');
  });

  test.each([
    { name: 'in elements', give: '<span>$</span>aaa/' },
    { name: 'in entities', give: '&#36;aaa&#47;' },
    { name: 'in JSON', give: '\\u0024aaa/' },
    { name: 'in a URL', give: '%24aaa/' },
  ])('hides all of a secret with a longer form that begins alike, at the end, $name', ({ give }) => {
    const redaction = createRedaction();
    redaction.add('$aaa/');
    expect(redaction.apply(`a ${give}`)).toBe('a ***');
  });

  test.each([
    { name: 'as it is', give: secret },
    { name: 'behind backslashes', give: 'glptt\\-a\\_b\\"\\<\\&\\\\c\\$1' },
    { name: 'in numbered entities', give: 'glptt-a&#95;b&#34;&#60;&#38;&#92;c&#36;1' },
    { name: 'in named entities', give: 'glptt-a_b&quot;&lt;&amp;\\c$1' },
    { name: 'in elements', give: 'glptt-a_b"<&\\c<span>$</span>1' },
  ])('finds a secret in Markdown, $name', ({ give }) => {
    const redaction = createRedaction();
    redaction.add(secret);
    expect(redaction.applyToMarkdown(`**a** ${give} b`)).toBe('**a** *** b');
  });

  // Its form in JSON is one character longer than the rest of the text.
  test.each(['<span>$</span>aaa&#92;', '%24aaa%5C', '\\x24aaa\\x5c'])(
    'removes all of a secret at the end of a text whose other form is longer: %s',
    (give) => {
      const redaction = createRedaction();
      redaction.add('$aaa\\');
      expect(redaction.applyToMarkdown(give)).toBe('***');
    },
  );

  describe('removes the start of a secret where a text was truncated in it', () => {
    const token = 'glptt-5f0c"1d2e&3b4a<59687786950a';
    const redaction = createRedaction();
    redaction.add(token);

    test.each([6, 7, 12, token.length - 1])('after %d characters', (length) => {
      const name = cleanLine(`job ${token}`, 4 + length + 1).slice(0, -1) + '…';
      expect(redaction.apply(`${name} failed`)).toBe('job ***… failed');
      expect(redaction.applyToMarkdown(`- ${codeText(name)} failed`)).toBe('- <code>job ***…</code> failed');
    });

    test('in a URL, in base64', () => {
      expect(redaction.apply(`${encodeURIComponent(token).slice(0, 20)}…`)).toBe('***…');
      expect(redaction.apply(`${Buffer.from(token).toString('base64').slice(0, 20)}…`)).toBe('***…');
    });

    test('but no text that is not its start', () => {
      expect(redaction.apply('glptt… 5f0c… and so on…')).toBe('glptt… 5f0c… and so on…');
    });

    test('of any length', () => {
      const long = createRedaction();
      long.add('ey'.repeat(3000));
      expect(long.apply(cleanLine('ey'.repeat(3000), 500))).toBe('***…');
    });
  });

  test('finds no secret that was taken apart on purpose', () => {
    const redaction = createRedaction();
    redaction.add('glptt-5f0c1d2e3b4a5968');
    for (const way of [
      Array.from('glptt-5f0c1d2e3b4a5968').reverse().join(''),
      Array.from('glptt-5f0c1d2e3b4a5968').join('/'),
    ])
      expect(redaction.apply(way)).toBe(way);
  });

  test('hides pieces of keys, and of nothing that consists of words', () => {
    const redaction = createRedaction();
    redaction.add('glptt-5f0c1d2e3b4a59687786');
    redaction.add('https://hooks.example.com/services/production-europe-west1');
    expect(redaction.apply('0c1d2e3b4a, https://hooks.example.com/services, europe-west1')).toBe(
      '***, https://hooks.example.com/services, europe-west1',
    );
  });

  test.each([
    'glpat-abcdefghijklmnopqrstuvwx',
    'glpat-ABCDEFGHIJKLMNOPQRST',
    'glptt-12345678901234567890',
    'glpat-abcdefghijklMNOPQRSTUVWX',
    'deadbeefcafebabefacefeedabcdefabcdef',
    '123e4567-e89b-12d3-a456-426614174000',
    'correct-horse-battery-staple-tree-house-river',
    'www.tok-en.example/a_b?c=d&e#f',
  ])('hides longer pieces of what is known as a token: %s', (token) => {
    const redaction = createRedaction();
    redaction.add(token, 'access_token', 'token');
    for (let at = 0; at + 12 <= token.length; at += 1) {
      const piece = token.slice(at, at + 12);
      expect(redaction.apply(`> ${piece} <`)).toBe('> *** <');
      expect(redaction.apply(`> ${piece.slice(0, 6)}\u200b${encodeURIComponent(piece.slice(6))} <`)).toBe(
        '> *** <',
      );
    }
    const wrapped = token.replace(/.{20}(?=.{12})/g, '$&\n');
    expect(redaction.apply(wrapped).replace(/\W/g, '')).toHaveLength(0);
  });

  test('leaves the words of a token readable, and longer pieces of what is no token', () => {
    const redaction = createRedaction();
    redaction.add('correct-horse-battery-staple', 'token', 'token');
    redaction.add('another-password-of-words', 'request_headers (X-Gate)', 'other');
    const words = 'correct horses, a battery, staples, another-password';
    expect(redaction.apply(words)).toBe(words);
    redaction.add('short-token-1', 'job_token', 'token');
    expect(redaction.apply('short-token-')).toBe('short-token-');
  });

  test('reports the sources of what it hides', () => {
    const redaction = createRedaction();
    redaction.add('opensesame', 'request_headers (X-Gate)');
    redaction.add('glptt-5f0c1d2e3b4a5968', 'token');
    redaction.add('nobody-asked');
    expect(redaction.originsIn('say opensesame, nobody-asked')).toEqual(['request_headers (X-Gate)']);
    expect(redaction.originsIn('nothing')).toEqual([]);
    redaction.add('glptt-abcdefghijklmnopqrst', 'token', 'token');
    expect(redaction.originsIn('see abcdefghijklmn')).toEqual(['token']);
  });

  test.each([1, 1000])('remembers no text of %d lines as clean when a secret is added', (lines) => {
    const redaction = createRedaction();
    redaction.add('other-secret');
    const texts = Array.from({ length: lines }, (_, index) => `line ${index}: ${secret}`);
    for (const text of [...texts, ...texts]) expect(redaction.apply(text)).toBe(text);
    redaction.add(secret);
    const shown = texts.map((_, index) => `line ${index}: ***`);
    expect(texts.map(redaction.apply)).toEqual(shown);
    expect(texts.map(redaction.apply)).toEqual(shown);
  });

  test('changes nothing before there is a secret', () => {
    expect(createRedaction().apply('text')).toBe('text');
  });
});

test('marks of truncation cost a few steps each, however many forms the secrets have', () => {
  const redaction = createRedaction();
  for (let index = 0; index < 20; index += 1) redaction.add(`glpat-Zx8Kq3Vn7Rt2Wm5Yb${index}`);
  const polls = jest.spyOn(String.prototype, 'slice');
  redaction.apply('glpat-…'.repeat(1_000));
  const count = polls.mock.calls.length;
  polls.mockRestore();
  expect(count).toBeLessThan(40_000);
});
