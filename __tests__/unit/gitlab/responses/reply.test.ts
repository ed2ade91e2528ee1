import { describe, expect, test } from '@jest/globals';

import { type ServerHints, readServerHints } from '../../../../src/gitlab/responses/reply.js';

const serverTimeMs = Date.UTC(2026, 10, 21, 12, 0, 0);
const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
const reset = String(serverTimeMs / 1000 + 30);

describe('readServerHints', () => {
  const cases: {
    name: string;
    give: { status?: number; headers: Record<string, string> };
    want: ServerHints;
  }[] = [
    { name: 'gives nothing for nothing', give: { headers: {} }, want: {} },
    {
      name: "reads the server's clock and the request id",
      give: { headers: { date, 'x-request-id': '01J\u0007 Z' } },
      want: { serverTimeMs, requestId: '01J Z' },
    },
    {
      name: 'prefers Retry-After to RateLimit-Reset',
      give: { status: 429, headers: { date, 'retry-after': '7', 'ratelimit-reset': reset } },
      want: { serverTimeMs, retryAfterMs: 7000 },
    },
    {
      name: "compares RateLimit-Reset with the server's clock",
      give: { status: 429, headers: { date, 'ratelimit-reset': reset } },
      want: { serverTimeMs, retryAfterMs: 30_000 },
    },
    {
      name: 'compares with ours when the server shows no clock',
      give: { status: 429, headers: { 'ratelimit-reset': reset } },
      want: { retryAfterMs: 40_000 },
    },
    {
      name: 'does not take RateLimit-Reset of an ordinary answer for a wish',
      give: { status: 200, headers: { date, 'ratelimit-reset': reset } },
      want: { serverTimeMs },
    },
    {
      name: 'takes Retry-After of any answer',
      give: { status: 503, headers: { date, 'retry-after': 'Sat, 21 Nov 2026 12:00:05 GMT' } },
      want: { serverTimeMs, retryAfterMs: 5000 },
    },
    {
      name: 'falls back on RateLimit-Reset when Retry-After is nonsense',
      give: { status: 429, headers: { date, 'retry-after': 'later', 'ratelimit-reset': reset } },
      want: { serverTimeMs, retryAfterMs: 30_000 },
    },
  ];

  test.each(cases)('$name', ({ give, want }) => {
    const { status = 200, headers } = give;

    expect(readServerHints({ status, headers, localTimeMs: serverTimeMs - 10_000 })).toEqual(want);
  });

  test.each<Record<string, string>>([
    { age: '1' },
    { age: '3600' },
    { 'x-cache': 'HIT' },
    { 'x-cache': 'HIT from squid:3128' },
    { 'x-cache': 'TCP_HIT' },
    { 'x-cache': 'MISS, HIT' },
    { 'x-cache-status': 'STALE' },
    { 'x-proxy-cache': 'UPDATING' },
    { 'cf-cache-status': 'HIT' },
    { 'cache-status': 'edge; hit; ttl=20' },
    { 'server-timing': 'cdn-cache; desc=HIT' },
    { 'x-cache-hits': '0, 3' },
    { 'x-varnish': '32770 3' },
    { warning: '110 - "Response is Stale"' },
  ])('detects from %j that the response came from a cache', (headers) => {
    expect(readServerHints({ status: 200, headers, localTimeMs: 0 }).fromCache).toBe(true);
  });

  test.each<Record<string, string>>([
    {},
    { age: '0' },
    { 'x-cache': 'MISS' },
    { 'x-cache-status': 'EXPIRED' },
    { 'cf-cache-status': 'DYNAMIC' },
    { 'cache-status': 'edge; fwd=miss' },
    { 'x-cache-hits': '0' },
    { 'x-varnish': '32770' },
    { 'cache-control': 'max-age=0, private, must-revalidate' },
    { etag: 'W/"hit"' },
  ])('detects no cache from %j', (headers) => {
    expect(readServerHints({ status: 200, headers, localTimeMs: 0 }).fromCache).toBeUndefined();
  });
});

describe('the remaining requests of a limit', () => {
  const allowanceOf = (headers: Readonly<Record<string, string>>, status = 200): ServerHints['allowance'] =>
    readServerHints({ status, headers, localTimeMs: 0 }).allowance;
  const headers = { date, 'ratelimit-limit': '500', 'ratelimit-remaining': '12', 'ratelimit-reset': reset };
  const allowance = { limit: 500, remaining: 12, resetAfterMs: 30_000 };

  test.each([200, 201, 304, 404, 500, 503])('are read from any response: %d', (status) => {
    expect(allowanceOf(headers, status)).toEqual(allowance);
  });

  test('have no meaning on a 429, which states the time itself', () => {
    expect(allowanceOf(headers, 429)).toBeUndefined();
  });

  test.each([
    { remaining: '0', want: { ...allowance, remaining: 0 } },
    { remaining: ' 500 ', want: { ...allowance, remaining: 500 } },
  ])('may be none or all: $remaining', ({ remaining, want }) => {
    expect(allowanceOf({ ...headers, 'ratelimit-remaining': remaining })).toEqual(want);
  });

  test.each(['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'])(
    'are unknown without %s',
    (name) => {
      expect(allowanceOf({ ...headers, [name]: '' })).toBeUndefined();
      expect(
        allowanceOf(Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))),
      ).toBeUndefined();
    },
  );

  const nonsense: Readonly<Record<string, readonly string[]>> = {
    'ratelimit-limit': [
      '-1',
      '0',
      'NaN',
      '11',
      '1e3',
      '5.5',
      '0x10',
      'Infinity',
      '1'.repeat(30),
      '500, 500;w=60',
      '',
    ],
    'ratelimit-remaining': ['-1', 'NaN', '501', '9'.repeat(400), '1.5', 'many', '12, 12', '+1'],
    'ratelimit-reset': [
      // Seconds from now, as other products write it; the past; now; the far future; milliseconds; words.
      '30',
      '0',
      '-30',
      String(serverTimeMs / 1000 - 1),
      String(serverTimeMs / 1000),
      String(serverTimeMs / 1000 + 2 * 86_400),
      String(serverTimeMs + 30_000),
      'NaN',
      'Sat, 21 Nov 2026 12:00:30 GMT',
    ],
  };
  test.each(Object.entries(nonsense).flatMap(([name, texts]) => texts.map((text) => [name, text] as const)))(
    'are unknown if %s is %j',
    (name, text) => {
      expect(allowanceOf({ ...headers, [name]: text })).toBeUndefined();
    },
  );
});
