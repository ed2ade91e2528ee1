import { describe, expect, test } from '@jest/globals';

import type { ServerHints } from '../../../src/gitlab/reply.js';
import { readServerHints } from '../../../src/gitlab/server-hints.js';

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
  ])('hears from %j that it came out of a cache', (headers) => {
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
  ])('hears nothing of a cache from %j', (headers) => {
    expect(readServerHints({ status: 200, headers, localTimeMs: 0 }).fromCache).toBeUndefined();
  });
});
