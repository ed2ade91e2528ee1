import { describe, expect, test } from '@jest/globals';

import { parseRef } from '../../../src/inputs/addresses.js';
import { ok } from '../../../src/inputs/parsing.js';

describe('parseRef', () => {
  test.each([
    { give: 'main', want: 'main' },
    { give: ' main\n', want: 'main' },
    { give: 'feature/añadir-1', want: 'feature/añadir-1' },
    { give: 'refs/heads/release/1.2', want: 'refs/heads/release/1.2' },
    { give: 'refs/tags/v1.0.0', want: 'refs/tags/v1.0.0' },
    { give: 'v1.0+build#3', want: 'v1.0+build#3' },
    { give: 'a@b', want: 'a@b' },
    { give: 'deadbeef', want: 'deadbeef' },
    { give: 'refs', want: 'refs' },
  ])('reads $give', ({ give, want }) => {
    expect(parseRef(give)).toEqual(ok(want));
  });

  test.each(['a'.repeat(40), '0123456789ABCDEF'.repeat(4)])('refuses the commit %s', (give) => {
    expect(parseRef(give)).toEqual({
      kind: 'wrong',
      problems: [
        {
          what: 'is a commit SHA, and GitLab starts pipelines for branches and tags only',
          hint: 'Give the branch or tag that holds the commit.',
        },
      ],
    });
  });

  test('explains that a pull request ref exists on GitHub only', () => {
    expect(parseRef('refs/pull/12/merge')).toEqual({
      kind: 'wrong',
      problems: [
        {
          what: 'is "refs/pull/12/merge", which exists on GitHub only',
          hint: 'Give a branch of the GitLab project; in a pull request, github.head_ref is the short name of its branch.',
        },
      ],
    });
  });

  test.each(['refs/remotes/origin/topic/one', 'refs/remotes/upstream/topic/one'])(
    'proposes the name that %s has in GitLab',
    (give) => {
      expect(parseRef(give)).toMatchObject({
        problems: [
          { hint: 'Give the name that it has in GitLab itself: topic/one, or refs/heads/topic/one.' },
        ],
      });
    },
  );

  test.each([
    '7/merge',
    '7/head',
    'origin/main',
    'remotes/origin/main',
    'HEAD',
    '"main"',
    'null',
    'heads/main',
  ])('leaves it to GitLab whether the branch %s exists', (give) => {
    expect(parseRef(give)).toEqual(ok(give));
    expect(parseRef(`refs/heads/${give}`)).toEqual(ok(`refs/heads/${give}`));
  });

  const unnameable =
    'which git does not allow as a name (because of "..", "@{", "//", ".lock", or what it begins or ends with)';
  test.each([
    { give: 'refs/merge-requests/3/head', want: 'which is neither a branch nor a tag' },
    { give: 'refs/', want: 'which is neither a branch nor a tag' },
    { give: 'refs/heads/', want: 'which names nothing' },
    { give: 'my branch', want: 'with a space or a control character in it' },
    { give: 'main~1', want: 'with one of ~ ^ : ? * [ \\ in it' },
    { give: 'v1:2', want: 'with one of ~ ^ : ? * [ \\ in it' },
    { give: 'a\\b', want: 'with one of ~ ^ : ? * [ \\ in it' },
    { give: 'a..b', want: unnameable },
    { give: 'a.lock', want: unnameable },
    { give: 'a.lock/b', want: unnameable },
    { give: '-x', want: unnameable },
    { give: 'refs/heads/-x', want: unnameable },
    { give: '/main', want: unnameable },
    { give: 'main/', want: unnameable },
    { give: 'a//b', want: unnameable },
    { give: 'a/.b', want: unnameable },
    { give: 'main@{1}', want: unnameable },
    { give: '@', want: unnameable },
  ])('refuses $give', ({ give, want }) => {
    expect(parseRef(give)).toEqual({
      kind: 'wrong',
      problems: [
        {
          what: `is "${give}", ${want}`,
          hint: 'Give a branch or a tag, such as main, refs/heads/main or refs/tags/v1.',
        },
      ],
    });
  });
});
