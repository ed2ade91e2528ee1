import { describe, expect, test } from '@jest/globals';

import { sharedNameOf } from '../../../src/base/glob.js';

describe('the name that parallel parts of a job share', () => {
  test.each([
    ['compile: [linux, amd64]', 'compile'],
    ['compile: [a]: [b]', 'compile'],
    ['a: b: [c]', 'a: b'],
    ['test 1/2', 'test'],
    ['test 1/2 10/12', 'test 1/2'],
    ['test 10/12', 'test'],
  ])('%s: %s', (name, want) => {
    expect(sharedNameOf(name)).toBe(want);
  });

  test.each([
    '',
    'compile',
    'compile:[linux]',
    'a]',
    '[a]',
    '1/2',
    'test1/2',
    'test 1/',
    'test /2',
    'test 1/2 ',
    'test x/2',
    'a/b',
    ' 1',
  ])('%j is no parallel part', (name) => {
    expect(sharedNameOf(name)).toBe(name);
  });
});
