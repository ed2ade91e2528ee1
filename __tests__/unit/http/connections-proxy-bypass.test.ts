import { describe, expect, test } from '@jest/globals';

import { createConnections } from '../../../src/http/connections.js';
import { bypassesProxy, debugsRequests } from '../../../src/http/proxy.js';

const gitlab = 'https://gitlab.corp.example/';

describe('the variable no_proxy', () => {
  test.each([
    { list: '*.corp.example', want: true },
    { list: '*.CORP.example', want: true },
    { list: '*corp.example', want: true },
    { list: '*.corp.example:443', want: true },
    { list: '*.corp.example:8443', want: false },
    { list: '*.example.corp', want: false },
    { list: '*.gitlab.corp.example', want: false },
    { list: 'gitlab.*.example', want: true },
    { list: 'a.test *.corp.example', want: true },
    { list: 'a.test\n\t.corp.example', want: true },
    { list: ' , ,', want: false },
    { list: '10.0.0.0/8', want: false },
    { list: '10.0.0.0/8', url: 'https://10.200.3.4/', want: true },
    { list: '10.0.0.0/8', url: 'https://11.0.0.1/', want: false },
    { list: '10.0.0.0/33', url: 'https://10.0.0.1/', want: false },
    { list: '10.0.0.0/8/8', url: 'https://10.0.0.1/', want: false },
    { list: '0.0.0.0/0', url: 'https://[fd00::1]/', want: false },
    { list: 'fd00::/8', url: 'https://[fd00::1]:8443/', want: true },
    { list: 'fd00::/129', url: 'https://[fd00::1]/', want: false },
    { list: 'fd00::1', url: 'https://[fd00::1]/', want: true },
    { list: 'FD00:0:0::1', url: 'https://[fd00::1]:8443/', want: true },
    { list: '[fd00:0::1]', url: 'https://[fd00::1]/', want: true },
    { list: '[fd00::1]', url: 'https://[fd00::2]/', want: false },
    { list: 'fd00::1', url: 'https://[fd00::11]/', want: false },
    { list: '[fd00::1]:8443', url: 'https://[fd00::1]:8443/', want: true },
    { list: '[fd00::1]:8443', url: 'https://[fd00::1]/', want: false },
    { list: '10.0.0.1', url: 'https://10.0.0.1/', want: true },
    { list: '10.0.0.1', url: 'https://10.0.0.11/', want: false },
    { list: '10.0.0.1/', url: 'https://10.0.0.1/', want: false },
  ])('with $list for $url gives $want', ({ list, url = gitlab, want }) => {
    expect(bypassesProxy({ NO_PROXY: list }, new URL(url))).toBe(want);
  });

  test('bypasses the proxy of the environment', () => {
    const environment = { NO_PROXY: '*.corp.example' };
    const connections = createConnections({ userAgent: 'test', caCertificate: undefined, environment });
    const saved = process.env.https_proxy;
    process.env.https_proxy = 'http://127.0.0.1:9';
    try {
      const proxyOf = (url: string): string | undefined =>
        connections.routeTo(new URL(url), new AbortController().signal).proxy;
      expect([proxyOf(gitlab), proxyOf('https://other.example/')]).toEqual([undefined, '127.0.0.1:9']);
    } finally {
      connections.close();
      if (saved === undefined) Reflect.deleteProperty(process.env, 'https_proxy');
      else process.env.https_proxy = saved;
    }
  });
});

describe('the variable NODE_DEBUG', () => {
  test.each([
    { value: '', want: [] },
    { value: 'fs,module', want: [] },
    { value: 'https', want: ['https'] },
    { value: 'fs,HTTP', want: ['http'] },
    { value: 'http*', want: ['http', 'https', 'http2'] },
    { value: 'n*t', want: ['net'] },
    { value: '*s', want: ['https', 'tls'] },
  ])('prints what is sent through $want with $value', ({ value, want }) => {
    expect(debugsRequests({ NODE_DEBUG: value })).toEqual(want);
  });

  test('prints nothing if it is not set', () => {
    expect(debugsRequests({})).toEqual([]);
  });
});
