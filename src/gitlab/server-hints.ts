import { cleanLine } from '../base/foreign-text.js';
import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../http/retry-after.js';

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
  };
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
