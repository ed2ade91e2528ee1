import { describe, expect, test } from '@jest/globals';

import { proxyProblem } from '../../../src/http/proxy.js';

const noScheme = 'it has no http:// or https:// in front, so it would be ignored';

describe('proxyProblem', () => {
  const fine: { name: string; env: Record<string, string> }[] = [
    { name: 'no proxy at all', env: {} },
    { name: 'an http proxy', env: { https_proxy: 'http://proxy.example.test:3128' } },
    { name: 'an https proxy with a password', env: { HTTPS_PROXY: 'https://u:p%40s@proxy.example.test' } },
    { name: 'an address without scheme that cannot be taken for one', env: { https_proxy: '10.0.0.1:3128' } },
    { name: 'a variable for the other scheme', env: { http_proxy: 'proxy:3128' } },
    { name: 'an empty variable', env: { https_proxy: '', HTTPS_PROXY: '' } },
    {
      name: 'a host in no_proxy',
      env: { https_proxy: 'proxy:3128', no_proxy: 'a.test, gitlab.example.test' },
    },
    { name: 'an ending in NO_PROXY', env: { https_proxy: 'proxy:3128', NO_PROXY: 'Example.test' } },
    { name: 'an ending with a dot', env: { https_proxy: 'proxy:3128', NO_PROXY: '.example.test' } },
    { name: 'host and port', env: { https_proxy: 'proxy:3128', NO_PROXY: 'gitlab.example.test:443' } },
    { name: 'everything', env: { https_proxy: 'proxy:3128', NO_PROXY: '*' } },
  ];

  test.each(fine)('returns nothing for $name', ({ env }) => {
    expect(proxyProblem(env, new URL('https://gitlab.example.test/api/v4/'))).toBeUndefined();
  });

  test.each(['http://localhost:1/', 'http://127.0.0.9/', 'http://[::1]:80/'])(
    'returns nothing for %s, which never uses a proxy',
    (url) => {
      expect(proxyProblem({ http_proxy: 'proxy:3128' }, new URL(url))).toBeUndefined();
    },
  );

  const problems: { env: Record<string, string>; want: { variable: string; why: string } }[] = [
    { env: { https_proxy: 'proxy.example.test:3128' }, want: { variable: 'https_proxy', why: noScheme } },
    { env: { HTTPS_PROXY: 'user:secret@proxy:3128' }, want: { variable: 'HTTPS_PROXY', why: noScheme } },
    {
      env: { https_proxy: '', HTTPS_PROXY: 'proxy:1' },
      want: { variable: 'HTTPS_PROXY', why: noScheme },
    },
    {
      env: { https_proxy: 'socks5://proxy:1080' },
      want: { variable: 'https_proxy', why: 'proxies of the kind socks5:// are not supported' },
    },
    {
      env: { https_proxy: 'http://user:50%secret@proxy:3128' },
      want: {
        variable: 'https_proxy',
        why: 'its user name or password has a broken percent-escape, so it would be ignored',
      },
    },
    {
      env: { https_proxy: 'http://proxy:port' },
      want: { variable: 'https_proxy', why: 'it is not a valid URL' },
    },
    { env: { https_proxy: 'a b' }, want: { variable: 'https_proxy', why: 'it is not a valid URL' } },
    {
      env: { https_proxy: 'proxy:1', no_proxy: 'ample.test,other' },
      want: { variable: 'https_proxy', why: noScheme },
    },
  ];

  test.each(problems)('names $want.variable: $want.why, and never the value', ({ env, want }) => {
    const problem = proxyProblem(env, new URL('https://gitlab.example.test/'));

    expect(problem).toEqual({ ...want, hint: expect.stringContaining('http://host:port') });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});
