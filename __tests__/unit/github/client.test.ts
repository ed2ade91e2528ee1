import { describe, expect, test } from '@jest/globals';

import { parseRepositoryName } from '../../../src/github/api.js';
import { nextPage } from '../../../src/github/request.js';
import { clientWith } from './answering-client.js';

const { signal } = new AbortController();
const repository = { owner: 'octo', repository: 'app' };
const pull = { repository, pullRequest: 7 };
const comment = { id: 5, body: null, user: null };

describe('the comments of GitHub', () => {
  test('without an author or a text belong to no user', async () => {
    const { client } = clientWith([{ body: [comment, { ...comment, id: 6, user: { login: 'octocat' } }] }]);
    expect(await client.fetchComments(pull, signal)).toEqual({
      kind: 'ok',
      value: [
        { id: 5, body: '', author: '', url: '' },
        { id: 6, body: '', author: 'octocat', url: '' },
      ],
    });
  });

  test('may be changed with an empty response', async () => {
    const { client, seen } = clientWith([{ status: 204, body: '' }]);
    const reply = await client.updateComment({ repository, commentId: 5, body: 'text' }, signal);
    expect(reply).toEqual({ kind: 'ok', value: 'done' });
    expect(seen.map(({ line, body }) => [line, body])).toEqual([
      ['PATCH https://api.github.test/repos/octo/app/issues/comments/5', { body: 'text' }],
    ]);
  });

  test('are read once if their pages form a cycle', async () => {
    const link = '<https://api.github.test/x?page=1>; rel="next"';
    const { client, seen } = clientWith([
      { body: [comment], headers: { link } },
      { body: [comment], headers: { link } },
    ]);
    expect(await client.fetchComments(pull, signal)).toMatchObject({ kind: 'ok' });
    expect(seen).toHaveLength(2);
  });

  test.each([0, -1, 1.5, NaN])('of pull request %d are not requested', async (pullRequest) => {
    const { client } = clientWith([]);
    await expect(client.fetchComments({ repository, pullRequest }, signal)).rejects.toThrow(RangeError);
  });
});

test.each([
  { apiUrl: 'https://api.github.test', token: 'ghp_a', want: 'GET https://api.github.test/user' },
  { apiUrl: 'https://gh.test/api/v3/', token: 'ghp_a', want: 'GET https://gh.test/api/v3/user' },
  { apiUrl: 'https://api.github.test', token: 'ghs_a', want: 'POST https://api.github.test/graphql' },
  { apiUrl: 'https://gh.test/api/v3', token: 'ghs_a', want: 'POST https://gh.test/api/graphql' },
])('the login of the token is requested by $want', async ({ apiUrl, token, want }) => {
  const body = { login: 'octocat', data: { viewer: { login: 'octocat' } } };
  const { client, seen } = clientWith([{ body }], apiUrl, token);
  expect(await client.fetchLogin(signal)).toEqual({ kind: 'ok', value: 'octocat' });
  expect(seen.map(({ line }) => line)).toEqual([want]);
});

describe('the next page of a list', () => {
  const current = new URL('https://api.github.test/repos/o/a/issues/7/comments?per_page=100');
  test.each([
    { link: undefined, want: undefined },
    { link: '<https://api.github.test/x?page=2>; rel="last"', want: undefined },
    { link: '<https://api.github.test/x?page=2>; rel="next", <…>; rel="last"', want: '2' },
    { link: '<https://evil.test/x?page=3>; rel="next"', want: '3' },
    { link: '<https://evil.test/x?page=../..>; rel="next"', want: undefined },
    { link: '<https://api.github.test/x?after=Y3Vyc29y>; rel="next"', want: undefined },
    { link: '<::>; rel="next"', want: undefined },
  ])('is read after $link', ({ link, want }) => {
    const next = nextPage(current, link);
    expect(next?.searchParams.get('page')).toBe(want);
    if (next !== undefined) expect(next.origin + next.pathname).toBe(current.origin + current.pathname);
  });
});

test.each([
  { give: 'octo/app', want: { owner: 'octo', repository: 'app' } },
  { give: 'octo/.github', want: { owner: 'octo', repository: '.github' } },
  { give: 'octo', want: undefined },
  { give: 'octo/app/x', want: undefined },
  { give: 'octo/a b', want: undefined },
  { give: '', want: undefined },
])('the repository $give is refused', ({ give, want }) => {
  expect(parseRepositoryName(give)).toEqual(want);
});
