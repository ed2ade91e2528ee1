import type { Instance } from '../state/records.js';
import { windowEndMs } from '../state/window-counter.js';
import { textAnswer } from './answer.js';
import { carriesAccessToken } from './caller.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** The decision of the throttle in front of the application on one request. */
export type ThrottleDecision =
  | { readonly kind: 'pass'; readonly headers?: Readonly<Record<string, string>> | undefined }
  | { readonly kind: 'throttled'; readonly answer: SimulatedResponse };

/**
 * Counts a request against the limit of its caller. A trigger token is not a credential here: the request
 * counts as unauthenticated.
 */
export function throttle(instance: Instance, request: SimulatedRequest, nowMs: number): ThrottleDecision {
  const settings = instance.throttle;
  const username = carriesAccessToken(instance, request);
  const limit =
    username === undefined ? settings?.unauthenticatedPerMinute : settings?.authenticatedPerMinute;
  if (settings === undefined || limit === undefined) return { kind: 'pass' };
  const name = username === undefined ? 'throttle_unauthenticated_api' : 'throttle_authenticated_api';
  const observed = instance.counters.count(`throttle/${username ?? ''}`, nowMs);
  const headers = throttleHeaders({ name, limit, observed, resetMs: windowEndMs(nowMs) });
  const shown = settings.headers ?? instance.release.rateLimitHeaders;
  if (observed <= limit) return { kind: 'pass', headers: shown === 'always' ? headers : undefined };
  const retryAfterSeconds = Math.ceil((windowEndMs(nowMs) - nowMs) / 1000);
  const answer = textAnswer(429, settings.text ?? 'Retry later\n', {
    ...(shown === 'never'
      ? {}
      : { ...headers, 'ratelimit-resettime': new Date(windowEndMs(nowMs)).toUTCString() }),
    'retry-after': String(retryAfterSeconds),
  });
  return { kind: 'throttled', answer };
}

interface ThrottleCount {
  readonly name: string;
  readonly limit: number;
  readonly observed: number;
  /** Milliseconds since 1970; the header has seconds. */
  readonly resetMs: number;
}

/** The `RateLimit-*` headers of every counted response. */
export function throttleHeaders({ name, limit, observed, resetMs }: ThrottleCount): Record<string, string> {
  return {
    'ratelimit-name': name,
    'ratelimit-limit': String(limit),
    'ratelimit-observed': String(observed),
    'ratelimit-remaining': String(Math.max(0, limit - observed)),
    'ratelimit-reset': String(Math.floor(resetMs / 1000)),
  };
}
