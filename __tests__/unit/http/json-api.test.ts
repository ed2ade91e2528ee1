import { describe, expect, test } from '@jest/globals';

import { exchanged, isSuccess, readJsonBody, sendWithin } from '../../../src/http/json-api.js';
import { type HttpRequest, TransportFault } from '../../../src/http/transport.js';

const apiUrl = new URL('https://gitlab.example.com/api/v4/');

function requestTo(address: string): HttpRequest {
  const { signal } = new AbortController();
  return { method: 'GET', url: new URL(address), headers: {}, timeoutMs: 1000, maxBytes: 1000, signal };
}

describe('sendWithin', () => {
  const sent: string[] = [];
  const transport = {
    send: async ({ url }: HttpRequest) => {
      sent.push(url.href);
      return await Promise.resolve({ status: 200, headers: {}, body: Buffer.alloc(0) });
    },
  };

  test('sends to the origin of the API', async () => {
    await sendWithin(transport, apiUrl, requestTo('https://gitlab.example.com/api/v4/projects/42'));
    expect(sent).toEqual(['https://gitlab.example.com/api/v4/projects/42']);
  });

  test.each([
    'https://elsewhere.example.com/api/v4/projects/42',
    'http://gitlab.example.com/api/v4/projects/42',
    'https://gitlab.example.com:8443/api/v4/projects/42',
    'https://gitlab.example.com.elsewhere.test/api/v4/projects/42',
  ])('sends nothing to %s', async (address) => {
    sent.length = 0;
    await expect(sendWithin(transport, apiUrl, requestTo(address))).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });
});

describe('exchanged', () => {
  test('returns the result of the exchange', async () => {
    expect(await exchanged(() => Promise.resolve(7))).toEqual({ kind: 'answered', value: 7 });
  });

  test('returns a fault of the transport as a value', async () => {
    const fault = new TransportFault({ kind: 'reset', reached: 'maybe', message: 'broke' });
    expect(await exchanged(() => Promise.reject(fault))).toEqual({ kind: 'fault', fault });
  });

  test('throws anything else, such as the reason of a signal', async () => {
    await expect(exchanged(() => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  });
});

describe('isSuccess', () => {
  test.each([
    { status: 199, want: false },
    { status: 200, want: true },
    { status: 299, want: true },
    { status: 304, want: false },
    { status: 500, want: false },
  ])('returns $want for $status', ({ status, want }) => {
    expect(isSuccess({ status })).toBe(want);
  });
});

describe('readJsonBody', () => {
  const read = (text: string, type = 'application/json', quoting?: 'never'): unknown =>
    readJsonBody({ headers: { 'content-type': type }, body: Buffer.from(text) }, quoting);

  test.each(['{"id":1}', '\ufeff{"id":1}', ' {"id":1}\n'])('returns the value of %j', (text) => {
    expect(read(text)).toEqual({ kind: 'json', value: { id: 1 } });
  });

  test('returns null as a value', () => {
    expect(read('null')).toEqual({ kind: 'json', value: null });
  });

  test.each([
    { name: 'an empty body', text: ' \n', why: 'the body is empty' },
    { name: 'cut JSON', text: '{"id":1', why: 'the body is not JSON: {"id":1' },
    { name: 'a page', text: '<html><title>Sign in</title></html>', why: 'the body is a web page: Sign in' },
    {
      name: 'a page that is said to be JSON',
      text: '<!DOCTYPE html><h1>Bad Gateway</h1>',
      why: 'the body is a web page: Bad Gateway',
    },
  ])('says what $name is', ({ text, why }) => {
    expect(read(text)).toEqual({ kind: 'not_json', why });
  });

  test.each(['{"token":"glptt-5f0c1d2e3b4a59687786"', '<html><title>glptt-5f0c</title></html>'])(
    'quotes no word of %s if it may contain a secret',
    (text) => {
      expect(JSON.stringify(read(text, 'application/json', 'never'))).not.toMatch(/glptt|token/);
    },
  );
});
