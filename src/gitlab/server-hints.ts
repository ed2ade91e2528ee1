import { cleanLine } from '../base/foreign-text.js';
import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../http/retry-after.js';

import type { ServerHints } from './reply.js';

/**
 * Reads what an answer says beside its body. Times are compared with the server's own `Date`; a server that sends none is taken to share
 * our clock (`localTimeMs`, milliseconds since 1970). `RateLimit-Reset` comes with ordinary answers too and is a wish only on a 429.
 */
export function readServerHints(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly localTimeMs: number;
}): ServerHints {
  const { status, headers, localTimeMs } = answer;
  const serverTimeMs = parseHttpDate(headers.date ?? '');
  const nowMs = serverTimeMs ?? localTimeMs;
  const resetMs = status === 429 ? parseRateLimitReset(headers['ratelimit-reset'] ?? '', nowMs) : undefined;
  const requestId = cleanLine(headers['x-request-id'] ?? '', 100);
  return {
    serverTimeMs,
    retryAfterMs: parseRetryAfter(headers['retry-after'] ?? '', nowMs) ?? resetMs,
    requestId: requestId === '' ? undefined : requestId,
  };
}
