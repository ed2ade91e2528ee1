import { describe, expect, test } from '@jest/globals';

import { fullRef, pullRequestNumber, repositoryIn, shortRef } from '../../../src/hosts/context-text.js';

test.each([
  { give: '7', want: 7 },
  { give: 'https://github.com/octo/app/pull/7', want: 7 },
  { give: 'false', want: undefined },
  { give: '', want: undefined },
  { give: '0', want: undefined },
  { give: '-7', want: undefined },
  { give: '7e3', want: undefined },
  { give: undefined, want: undefined },
])('the number of the pull request $give is $want', ({ give, want }) => {
  expect(pullRequestNumber(give)).toBe(want);
});

test.each([
  { give: 'https://user:password@github.com/octo/app.git', want: 'octo/app' },
  { give: 'https://gitlab.example.com/a/b/c', want: 'a/b/c' },
  { give: 'git@github.com:octo/app.git', want: 'octo/app' },
  { give: 'ssh://git@host:2222/octo/app.git/', want: 'octo/app' },
  { give: '/srv/git/app.git', want: undefined },
  { give: undefined, want: undefined },
])('the repository in $give is $want', ({ give, want }) => {
  expect(repositoryIn(give)).toBe(want);
});

describe('the names of refs', () => {
  test.each([
    ['refs/heads/a/b', 'a/b'],
    ['refs/tags/v1', 'v1'],
    ['refs/pull/7/merge', '7/merge'],
    ['main', 'main'],
  ])('include %s as %s in short', (give, want) => {
    expect(shortRef(give)).toBe(want);
  });

  test('prefer a tag to a branch', () => {
    expect([fullRef({ tag: 'v1', branch: 'main' }), fullRef({ branch: 'main' }), fullRef({})]).toEqual([
      'refs/tags/v1',
      'refs/heads/main',
      undefined,
    ]);
  });
});
