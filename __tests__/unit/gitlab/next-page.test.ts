import { describe, expect, test } from '@jest/globals';

import { nextPageBelow, numberedPage, pageCountOf } from '../../../src/gitlab/next-page.js';

const apiUrl = new URL('https://gitlab.example.test/root/api/v4/');
const url = new URL('projects/1/pipelines/2/jobs?include_retried=true&per_page=100', apiUrl);
const path = 'projects/1/pipelines/2/jobs';

describe('the next page of a list', () => {
  const cases: { name: string; headers: Record<string, string>; want: string | undefined }[] = [
    { name: 'is none without headers', headers: {}, want: undefined },
    { name: 'is none when GitLab says so', headers: { link: '', 'x-next-page': '' }, want: undefined },
    {
      name: 'is where the link leads',
      headers: {
        link: `<${apiUrl.href}${path}?page=1>; rel="prev", <${apiUrl.href}${path}?page=3&per_page=100>; rel="next", <${apiUrl.href}${path}?page=1>; rel="first"`,
        'x-next-page': '9',
      },
      want: `${apiUrl.href}${path}?page=3&per_page=100`,
    },
    {
      name: 'may be named by a cursor, with other parameters and relations in the link',
      headers: { link: `<${apiUrl.href}${path}?cursor=a%3D,b>; title=x; REL="last next"` },
      want: `${apiUrl.href}${path}?cursor=a%3D,b`,
    },
    {
      name: 'stays on our server when the link has its external address and another root',
      headers: {
        link: `<http://user@other.example.test:81/api/v4/projects/a%2Fb/jobs?page=2#x>; rel="next"`,
      },
      want: `${apiUrl.href}projects/a%2Fb/jobs?page=2`,
    },
    {
      name: 'is the numbered one when the link leads out of the API',
      headers: {
        link: '<https://gitlab.example.test/api/v4/../../users/sign_in?page=2>; rel="next"',
        'x-next-page': '2',
      },
      want: `${apiUrl.href}${path}?include_retried=true&per_page=100&page=2`,
    },
    {
      name: 'cannot climb out by encoded dots',
      headers: { link: '<https://gitlab.example.test/api/v4/%2e%2e/%2e%2e/x>; rel="next"' },
      want: undefined,
    },
    {
      name: 'is the numbered one when the link is no URL',
      headers: { link: '<projects/1>; rel="next"', 'x-next-page': '2' },
      want: `${apiUrl.href}${path}?include_retried=true&per_page=100&page=2`,
    },
    { name: 'is none when the number is none', headers: { 'x-next-page': '0' }, want: undefined },
    { name: 'is none when the number is a text', headers: { 'x-next-page': '2&x=1' }, want: undefined },
  ];

  test.each(cases)('$name', ({ headers, want }) => {
    expect(nextPageBelow(apiUrl)({ url, headers })?.href).toBe(want);
  });
});

test('the number of a page is replaced, not added', () => {
  expect(numberedPage(numberedPage(url, 2), 3).href).toBe(`${url.href}&page=3`);
});

test('the number of pages is known if GitLab counts', () => {
  expect([{ 'x-total-pages': '12' }, { 'x-total-pages': '' }, {}].map(pageCountOf)).toEqual([
    12,
    undefined,
    undefined,
  ]);
});
