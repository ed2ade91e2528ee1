import { describe, expect, test } from '@jest/globals';

import { isPlainPath, pathMatcher } from '../../../../src/results/artifacts/plan.js';

describe('a glob of paths', () => {
  test.each([
    { pattern: 'dist/app', fits: ['dist/app'], not: ['dist/app/x', 'x/dist/app', 'dist/App'] },
    { pattern: './dist/app', fits: ['dist/app'], not: ['./dist/app'] },
    { pattern: '/dist/app', fits: ['dist/app'], not: [] },
    { pattern: '*.tgz', fits: ['a.tgz', '.tgz'], not: ['dist/a.tgz', 'a.tgz.sha'] },
    { pattern: 'dist/*', fits: ['dist/a', 'dist/.hidden'], not: ['dist/a/b', 'dist'] },
    { pattern: 'dist/', fits: ['dist/a', 'dist/a/b'], not: ['dist', 'distant/a'] },
    { pattern: 'dist/**', fits: ['dist/a', 'dist/a/b'], not: ['dist', 'x/dist/a'] },
    { pattern: '**/*.xml', fits: ['a.xml', 'x/a.xml', 'x/y/a.xml'], not: ['a.xml/b'] },
    { pattern: 'a/**/z', fits: ['a/z', 'a/b/z', 'a/b/c/z'], not: ['a/b', 'az'] },
    { pattern: 'a/**/b/**/c', fits: ['a/b/c', 'a/x/b/b/y/c'], not: ['a/c/b', 'a/b'] },
    { pattern: '**', fits: ['a', 'a/b'], not: [] },
    { pattern: '**/**', fits: ['a', 'a/b'], not: [] },
    { pattern: 'a/**/**', fits: ['a/b', 'a/b/c'], not: ['a'] },
    { pattern: 'log-?.txt', fits: ['log-1.txt', 'log-✓.txt'], not: ['log-12.txt', 'log-/.txt'] },
    { pattern: 'x**y', fits: ['xy', 'xaby'], not: ['x/y'] },
    { pattern: '[linux]/{a,b}', fits: ['[linux]/{a,b}'], not: ['l/a'] },
    { pattern: 'a\\b', fits: ['a\\b'], not: ['a/b'] },
  ])('matches: $pattern', ({ pattern, fits, not }) => {
    const matches = pathMatcher(pattern);

    expect({ fits: fits.filter(matches), not: not.filter(matches) }).toEqual({ fits, not: [] });
  });

  test('is fast with every pattern', () => {
    const matches = pathMatcher(`${'**/*a'.repeat(100)}/b`);

    expect(matches(`${'a/'.repeat(1500)}c`)).toBe(false);
  });

  test.each([
    { give: 'a/b.env', want: true },
    { give: 'a/*.env', want: false },
    { give: 'a?', want: false },
    { give: 'dist/', want: false },
  ])('is none if it names one file: $give', ({ give, want }) => {
    expect(isPlainPath(give)).toBe(want);
  });
});
