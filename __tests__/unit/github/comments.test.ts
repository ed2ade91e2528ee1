import { describe, expect, test } from '@jest/globals';

import type { Comment } from '../../../src/github/api.js';
import {
  type CommentMarker,
  chooseComment,
  commentIdentity,
  formatMarker,
  isNewer,
  readMarker,
} from '../../../src/github/comments.js';

const identity = commentIdentity(['job', 'CI', 'deploy']);
const marker: CommentMarker = { identity, run: { id: 100, attempt: 1 } };

describe('the marker of a comment', () => {
  test.each([{ run: { id: 1658821493, attempt: 3 } }, { run: undefined }])(
    'is found again: %j',
    ({ run }) => {
      expect(readMarker(`${formatMarker({ identity, run })}\ntext`)).toEqual({ identity, run });
    },
  );

  test('is invisible HTML', () => {
    expect(formatMarker(marker)).toMatch(/^<!-- gitlab-trigger [0-9a-f]{32} run 100 attempt 1 -->$/);
  });

  test.each([
    '',
    'text',
    `> ${formatMarker(marker)}`,
    `text\n${formatMarker(marker)}`,
    '<!-- gitlab-trigger x -->',
  ])('is not found in %j', (body) => {
    expect(readMarker(body)).toBeUndefined();
  });

  test('distinguishes all names', () => {
    const identities = [
      ['a', 'bc'],
      ['ab', 'c'],
      ['a', 'b', 'c'],
      ['a","b', 'c'],
    ].map(commentIdentity);
    expect(new Set(identities).size).toBe(4);
  });

  test.each([
    { run: { id: 2, attempt: 1 }, other: { id: 1, attempt: 9 }, want: true },
    { run: { id: 1, attempt: 2 }, other: { id: 1, attempt: 1 }, want: true },
    { run: { id: 1, attempt: 1 }, other: { id: 1, attempt: 1 }, want: false },
    { run: { id: 1, attempt: 1 }, other: { id: 2, attempt: 1 }, want: false },
    { run: undefined, other: { id: 2, attempt: 1 }, want: false },
    { run: { id: 2, attempt: 1 }, other: undefined, want: false },
  ])('shows whether $run is newer than $other', ({ run, other, want }) => {
    expect(isNewer(run, other)).toBe(want);
  });
});

describe('the choice of our comment', () => {
  const own = (id: number, changes: Partial<CommentMarker> = {}): Comment => ({
    id,
    author: 'github-actions[bot]',
    body: `${formatMarker({ ...marker, ...changes })}\nold`,
    url: '',
  });
  const choose = (...comments: readonly Comment[]): unknown => {
    const choice = chooseComment(comments, { login: 'GitHub-Actions[bot]', marker });
    if (choice.kind !== 'update') return choice.kind;
    return { update: choice.comment.id, surplus: choice.surplus.map(({ id }) => id) };
  };

  test('is none if there is none', () => {
    expect(choose({ id: 1, author: 'octocat', body: 'hello', url: '' })).toBe('create');
  });

  test("is not another user's with our marker", () => {
    expect(choose({ ...own(1), author: 'mallory' }, { ...own(2), author: 'github-actions' })).toBe('create');
    expect(choose({ ...own(1), author: '' })).toBe('create');
  });

  test('is not one of ours for another pipeline', () => {
    expect(choose(own(1, { identity: commentIdentity(['job', 'CI', 'other']) }))).toBe('create');
  });

  test('is the oldest, and the others are deleted', () => {
    const earlier = own(3, { run: { id: 99, attempt: 7 } });
    expect(choose(own(2), earlier, own(5))).toEqual({ update: 2, surplus: [3, 5] });
  });

  test('is none that a later run has written', () => {
    expect(choose(own(2), own(3, { run: { id: 101, attempt: 1 } }))).toBe('leave');
    expect(choose(own(2, { run: { id: 100, attempt: 2 } }))).toBe('leave');
  });
});
