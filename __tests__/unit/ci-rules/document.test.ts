import { describe, expect, test } from '@jest/globals';

import { configDocumentsIn } from '../../../src/ci-rules/document.js';

describe('a configuration becomes plain values', () => {
  test.each([
    { text: 'a: 1\nb: [x, true, ~]\n', want: [{ a: 1, b: ['x', true, null] }] },
    { text: 'a: 1\n---\nb: 2\n', want: [{ a: 1 }, { b: 2 }] },
    { text: '1: a\ntrue: b\n~: c\n', want: [{ '1': 'a', true: 'b', '': 'c' }] },
    { text: 'a: !reference [.b, c]\nd: !any e\n', want: [{ a: ['.b', 'c'], d: 'e' }] },
    { text: 'a: &x { y: 1 }\nb: *x\n', want: [{ a: { y: 1 }, b: { y: 1 } }] },
    { text: 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', want: [{ a: 1, b: 1, c: 2, d: 2 }] },
    { text: '&k a: 1\nb: *k\n', want: [{ a: 1, b: 'a' }] },
    { text: '.a: &a { x: 1 }\nb:\n  <<: *a\n', want: [{ '.a': { x: 1 }, b: { '<<': { x: 1 } } }] },
    { text: '%UNKNOWN x\n---\na: 1\n', want: [{ a: 1 }] },
  ])('when it is $text', ({ text, want }) => {
    expect(configDocumentsIn(text)).toEqual(want);
  });

  test('with an alias as the same value', () => {
    const [root] = configDocumentsIn('a: &x [1]\nb: *x\n') as readonly [{ a: unknown; b: unknown }];
    expect(root.a).toBe(root.b);
  });

  test('with a key that all objects have as any other key', () => {
    const [root] = configDocumentsIn('__proto__: { script: x }\n') as readonly [object];
    expect([Object.keys(root), Object.getPrototypeOf(root)]).toEqual([['__proto__'], Object.prototype]);
  });
});

describe('the reader rejects', () => {
  const doubling = Array.from(
    { length: 30 },
    (_, index) => `a${index}: &a${index} [${index === 0 ? 'x' : `*a${index - 1}, *a${index - 1}`}]`,
  );
  test.each([
    { name: 'a key that comes twice', text: 'a: 1\na: 2\n' },
    { name: 'a key that comes twice, written differently', text: 'a: 1\n"a": 2\n' },
    { name: 'a key that comes twice, deep', text: 'x: [{ a: { b: 1, b: 2 } }]\n' },
    { name: 'a map as a key', text: '? { a: 1 }\n: b\n' },
    { name: 'a name of nothing', text: 'a: *x\n' },
    { name: 'a name before its value', text: 'a: *x\nb: &x 1\n' },
    { name: 'a value in itself', text: 'a: &x [*x]\n' },
    { name: 'a name of another document', text: 'a: &x 1\n---\nb: *x\n' },
    { name: 'a mistake', text: 'a: [1\n' },
    { name: 'a mistake behind a warning', text: 'a: !any b\nc: [1\n' },
    { name: 'what doubles itself', text: doubling.join('\n') },
    { name: 'what is too long to be read in one go', text: `a: ${'x'.repeat(512 * 1024)}\n` },
  ])('$name', ({ text }) => {
    expect(configDocumentsIn(text)).toBeUndefined();
  });
});
