import { cleanLine } from '../base/foreign-text.js';
import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../http/retry-after.js';

import { isPaged } from './next-page.js';
import type { RequestAllowance, ServerHints } from './reply.js';

/** No limit that GitLab knows counts longer; a later reset is a mistake, ours or of a proxy. */
const longestWindowMs = 24 * 3_600_000;

/**
 * Reads what an answer says beside its body. Times are compared with the server's own `Date`; a server that sends none is taken to share
 * our clock (`localTimeMs`, milliseconds since 1970). `RateLimit-Reset` comes with ordinary answers too and is a wish only on a 429.
 * There, what is left says nothing more.
 */
export function readServerHints(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly localTimeMs: number;
}): ServerHints {
  const { status, headers, localTimeMs } = answer;
  const serverTimeMs = parseHttpDate(headers.date ?? '');
  const nowMs = serverTimeMs ?? localTimeMs;
  const resetMs = parseRateLimitReset(headers['ratelimit-reset'] ?? '', nowMs);
  const requestId = cleanLine(headers['x-request-id'] ?? '', 100);
  return {
    serverTimeMs,
    retryAfterMs:
      parseRetryAfter(headers['retry-after'] ?? '', nowMs) ?? (status === 429 ? resetMs : undefined),
    allowance: status === 429 ? undefined : allowanceOf(headers, resetMs),
    requestId: requestId === '' ? undefined : requestId,
    ...(isFromCache(headers) ? { fromCache: true } : {}),
    ...(isPaged(headers) ? { isPaged: true } : {}),
  };
}

/** Headers in which caches say what they did with an answer. */
const cacheHeaders = [
  'x-cache',
  'x-cache-status',
  'x-proxy-cache',
  'x-nginx-cache',
  'x-varnish-cache',
  'x-cache-lookup',
  'x-served-from-cache',
  'cf-cache-status',
  'cache-status',
  'cdn-cache',
  'server-timing',
] as const;

/** Whether a cache says that the answer was not fetched for us. A `Warning` of 110 is an old answer, and Varnish names the request that it was fetched for beside ours. */
function isFromCache(headers: Readonly<Record<string, string>>): boolean {
  const isOld = Number(headers.age ?? '0') > 0 || /^\s*1(?:10|11|13)\b/.test(headers.warning ?? '');
  const isTwice =
    /^\s*\d+\s+\d+\s*$/.test(headers['x-varnish'] ?? '') || /[1-9]/.test(headers['x-cache-hits'] ?? '');
  const says = (name: string): boolean =>
    /\b(?:hit|stale|updating)\b|_hit\b|^\s*(?:true|1|yes)\s*$/i.test(headers[name] ?? '');
  return isOld || isTwice || cacheHeaders.some(says);
}

/** `undefined` unless all of it makes sense: other products have headers of the same names and another meaning. */
function allowanceOf(
  headers: Readonly<Record<string, string>>,
  resetAfterMs: number | undefined,
): RequestAllowance | undefined {
  const limit = countOf(headers['ratelimit-limit']);
  const remaining = countOf(headers['ratelimit-remaining']);
  if (limit === undefined || remaining === undefined || resetAfterMs === undefined) return undefined;
  const isPossible = limit > 0 && remaining <= limit && resetAfterMs > 0 && resetAfterMs <= longestWindowMs;
  return isPossible ? { limit, remaining, resetAfterMs } : undefined;
}

function countOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : undefined;
}
