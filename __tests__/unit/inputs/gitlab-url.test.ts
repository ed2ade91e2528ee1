import { describe, expect, test } from '@jest/globals';
import { isLoopback, parseGitlabUrl } from '../../../src/inputs/gitlab-url.js';
import { ok } from '../../../src/inputs/outcome.js';

describe('parseGitlabUrl', () => {
  test.each([
    { give: 'https://gitlab.com', want: 'https://gitlab.com' },
    { give: 'https://gitlab.com/', want: 'https://gitlab.com' },
    { give: 'https://gitlab.com/api/v4', want: 'https://gitlab.com' },
    { give: 'https://gitlab.com/api/v4//', want: 'https://gitlab.com' },
    { give: ' gitlab.example.com\n', want: 'https://gitlab.example.com' },
    { give: 'gitlab.example.com:8443', want: 'https://gitlab.example.com:8443' },
    { give: 'gitlab.example.com/gitlab', want: 'https://gitlab.example.com/gitlab' },
    { give: 'HTTPS://GitLab.Example.com/GitLab/', want: 'https://gitlab.example.com/GitLab' },
    { give: 'https://example.com/a/b/api/v4/', want: 'https://example.com/a/b' },
    { give: 'localhost', want: 'https://localhost' },
    { give: 'localhost:8080', want: 'https://localhost:8080' },
    { give: 'http://127.0.0.1:8080', want: 'http://127.0.0.1:8080' },
    { give: '[::1]:8080', want: 'https://[::1]:8080' },
    { give: 'https://[2001:db8::1]/gitlab', want: 'https://[2001:db8::1]/gitlab' },
    { give: 'https://gitlab.example.com:443', want: 'https://gitlab.example.com' },
  ])('reads $give as $want', ({ give, want }) => {
    expect(parseGitlabUrl(give)).toEqual(ok({ apiUrl: new URL(`${want}/api/v4/`), gitlabUrl: want }));
  });

  test.each([
    { give: 'https://user:hunter2@gitlab.com', want: 'has a user name or a password in it (not shown)' },
    { give: 'git@gitlab.com:group/app.git', want: 'has a user name or a password in it (not shown)' },
    {
      give: 'https://gitlab.com/?private_token=hunter2',
      want: 'has a query or a fragment in it (not shown)',
    },
    { give: 'https://gitlab.com#x', want: 'has a query or a fragment in it (not shown)' },
    {
      give: 'ftp://gitlab.com',
      want: 'is "ftp://gitlab.com", which is neither https nor http',
    },
    {
      give: 'https://gitlab .com',
      want: 'is "https://gitlab .com", with a space or a backslash in it',
    },
    {
      give: 'https:\\\\gitlab.com',
      want: 'is "https:\\\\gitlab.com", with a space or a backslash in it',
    },
    { give: 'https://', want: 'is "https://", which is not a web address' },
    { give: 'gitlab.com:99999', want: 'is "gitlab.com:99999", which is not a web address' },
    {
      give: 'https://gitlab.com/group/app',
      want: 'is "https://gitlab.com/group/app", but gitlab.com serves GitLab at its root',
    },
  ])('refuses $give', ({ give, want }) => {
    expect(parseGitlabUrl(give)).toMatchObject({ kind: 'wrong', problems: [{ what: want }] });
  });
});

describe('isLoopback', () => {
  test.each([
    { give: 'http://localhost', want: true },
    { give: 'http://LOCALHOST:1', want: true },
    { give: 'http://127.0.0.1', want: true },
    { give: 'http://127.9.8.7:80', want: true },
    { give: 'http://[::1]:80', want: true },
    { give: 'http://127.0.0.1.example.com', want: false },
    { give: 'http://localhost.example.com', want: false },
    { give: 'http://128.0.0.1', want: false },
    { give: 'http://[::2]', want: false },
    { give: 'http://0.0.0.0', want: false },
  ])('says $want of $give', ({ give, want }) => {
    expect(isLoopback(new URL(give))).toBe(want);
  });
});
