import { describe, expect, test } from '@jest/globals';

import { isLoopback, parseGitlabUrl } from '../../../src/inputs/addresses.js';
import { ok } from '../../../src/inputs/parsing.js';

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
    { give: 'gitlab_web:8080', want: 'https://gitlab_web:8080' },
    { give: 'https-proxy.example.com', want: 'https://https-proxy.example.com' },
    { give: 'http.example.com', want: 'https://http.example.com' },
    { give: '10.0.0.7', want: 'https://10.0.0.7' },
    { give: 'https://gitlab.example.com.', want: 'https://gitlab.example.com.' },
    { give: 'https://g.example.com/~dev/git-lab_1', want: 'https://g.example.com/~dev/git-lab_1' },
    { give: 'https://gitlab.bücher.example', want: 'https://gitlab.xn--bcher-kva.example' },
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
    { give: '"https://gitlab.com"', want: 'is ""https://gitlab.com"", with a double quote (") in it' },
    { give: "'gitlab.com'", want: `is "'gitlab.com'", with a single quote (') in it` },
    { give: '`https://gitlab.com`', want: 'is "`https://gitlab.com`", with a backtick (`) in it' },
    { give: 'https://a,https://b', want: 'is "https://a,https://b", with a comma (,) in it' },
    { give: 'https://gitlab.com;', want: 'is "https://gitlab.com;", with a semicolon (;) in it' },
    { give: 'https://gitlab.com)', want: 'is "https://gitlab.com)", with the character ) in it' },
    { give: '<https://gitlab.com>', want: 'is "<https://gitlab.com>", with the character < in it' },
    { give: 'https://$GITLAB', want: 'is "https://$GITLAB", with the character $ in it' },
    {
      give: '\u201cgitlab.com\u201d',
      want: 'is "\u201cgitlab.com\u201d", with the character \u201c (U+201C) in it',
    },
    { give: 'https://git\u200blab.com', want: 'is "https://gitlab.com", with the character U+200B in it' },
    { give: 'https://gitlab.com\u0007', want: 'is "https://gitlab.com", with a space or a backslash in it' },
    { give: 'https//gitlab.com', want: 'is "https//gitlab.com", without "://" and a host behind https' },
    { give: 'https:/gitlab.com', want: 'is "https:/gitlab.com", without "://" and a host behind https' },
    { give: 'http:gitlab.com', want: 'is "http:gitlab.com", without "://" and a host behind http' },
    { give: 'https:8443', want: 'is "https:8443", without "://" and a host behind https' },
    { give: 'https:///gitlab.com', want: 'is "https:///gitlab.com", without "://" and a host behind https' },
    { give: '//gitlab.com', want: 'is "//gitlab.com", without a scheme in front of //' },
    { give: '://gitlab.com', want: 'is "://gitlab.com", without a scheme in front of //' },
    { give: 'https://https://gitlab.com', want: 'is "https://https://gitlab.com", with two schemes' },
    { give: 'https://http//gitlab.com', want: 'is "https://http//gitlab.com", with two schemes' },
    { give: 'https://:8443', want: 'is "https://:8443", which is not a web address' },
    { give: '/gitlab', want: 'is "/gitlab", without a host in front of the path' },
    { give: '42', want: 'is "42", which is a number, and no host' },
    { give: '0x7f.1', want: 'is "0x7f.1", which is a number, and no host' },
    { give: 'null', want: 'is "null", which is no host' },
    { give: 'https://undefined/gitlab', want: 'is "https://undefined/gitlab", which is no host' },
    { give: 'gitlab..com', want: 'is "gitlab..com", with a part of the host that no name has' },
    { give: '.gitlab.com', want: 'is ".gitlab.com", with a part of the host that no name has' },
    { give: '-gitlab.com', want: 'is "-gitlab.com", with a part of the host that no name has' },
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
  ])('returns $want for $give', ({ give, want }) => {
    expect(isLoopback(new URL(give))).toBe(want);
  });
});
