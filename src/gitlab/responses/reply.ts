import { cleanLine } from '../../base/text.js';
import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../../http/headers.js';
import type { TransportFault } from '../../http/transport.js';
import type { UnfitEntry } from '../../model/pipeline.js';
import { isPaged } from '../next-page.js';
import type { Topic } from './gitlab-words.js';
import type { Speaker } from './speaker.js';

/** How many of `limit` requests may still be made before the limit begins anew. */
export interface RequestAllowance {
  /** At least 1. */
  readonly limit: number;
  /** From 0 to `limit`. */
  readonly remaining: number;
  /** Counted from the answer; more than 0. */
  readonly resetAfterMs: number;
}

/** What a server's answer says beside its body. */
export interface ServerHints {
  /** The server's own clock, milliseconds since 1970, from the `Date` header. */
  readonly serverTimeMs?: number | undefined;
  /** How long the server wants us to stay away, from `Retry-After` or `RateLimit-Reset`. */
  readonly retryAfterMs?: number | undefined;
  /** What is left of a limit, from the `RateLimit-*` headers that also come with ordinary answers. */
  readonly allowance?: RequestAllowance | undefined;
  /** `X-Request-Id`, which a GitLab administrator can look for. */
  readonly requestId?: string | undefined;
  /** Something on the way kept the answer and gave it again, and says so: it may be an old one. */
  readonly fromCache?: true | undefined;
  /** Nothing tells where the body ends: what is no whole JSON, or no whole archive, may have been cut off. */
  readonly endUntold?: true | undefined;
  /**
   * The answer has the headers that tell of pages, as every list of GitLab's has until something on the way
   * takes them away.
   */
  readonly isPaged?: true | undefined;
}

/** An answer that is not the one we hoped for, read as far as it can be. */
export interface Refusal {
  readonly status: number;
  readonly speaker: Speaker;
  /** What GitLab's fixed words are about, where the status alone does not tell. */
  readonly about?: Topic | undefined;
  /**
   * Where the words were found: `message` (a string or attribute lists), `error` (a parameter or route
   * error), `oauth` (`error` with `error_description`), `text` (plain text), `html` (a page of something in
   * front of GitLab), `none`.
   */
  readonly shape: 'message' | 'error' | 'oauth' | 'text' | 'html' | 'none';
  /**
   * The server's words, entities decoded, cleaned, without anything of the shape of a token, at most ten,
   * each at most 500 characters.
   */
  readonly texts: readonly string[];
  /** `error` of an OAuth body, e.g. `insufficient_scope`. */
  readonly oauthError?: string | undefined;
  /** `host:port` of another server that GitLab sent us to, when that is who refused. */
  readonly elsewhere?: string | undefined;
  /** `Location` of a redirect without its query, for people only. */
  readonly location?: string | undefined;
  readonly hints: ServerHints;
}

/**
 * The outcome of one call. `unreadable`: a success status whose body is not what GitLab would send (a login
 * page, cut JSON, another shape); `why` says what was wrong with it.
 */
export type Reply<T> =
  | {
      readonly kind: 'ok';
      readonly value: T;
      /**
       * What of a list is not in the value, because it cannot be read; absent when there is nothing of it.
       */
      readonly unfit?: readonly UnfitEntry[] | undefined;
      readonly hints: ServerHints;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      readonly why: string;
      /** GitLab answered, but a release that is older than we support. */
      readonly tooOld?: true | undefined;
      readonly hints: ServerHints;
    }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** Every outcome of a call but the one we hoped for. */
export type FailedReply = Exclude<Reply<unknown>, { readonly kind: 'ok' }>;

/** How long the server wants us to stay away, in milliseconds; `undefined` when it does not say. */
export function retryAfterOf(reply: FailedReply): number | undefined {
  switch (reply.kind) {
    case 'refused':
      return reply.refusal.hints.retryAfterMs;
    case 'unreadable':
      return reply.hints.retryAfterMs;
    case 'fault':
      return undefined;
  }
}

/** No limit that GitLab knows counts longer; a later reset is a mistake, ours or of a proxy. */
const longestWindowMs = 24 * 3_600_000;

/**
 * Reads what an answer says beside its body. Times are compared with the server's own `Date`; a server that
 * sends none is taken to share our clock (`localTimeMs`, milliseconds since 1970). `RateLimit-Reset` comes
 * with ordinary answers too and is a wish only on a 429. There, what is left says nothing more.
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

/**
 * Whether a cache says that the answer was not fetched for us. A `Warning` of 110 is an old answer, and
 * Varnish names the request that it was fetched for beside ours.
 */
function isFromCache(headers: Readonly<Record<string, string>>): boolean {
  const isOld = Number(headers.age ?? '0') > 0 || /^\s*1(?:10|11|13)\b/.test(headers.warning ?? '');
  const isTwice =
    /^\s*\d+\s+\d+\s*$/.test(headers['x-varnish'] ?? '') || /[1-9]/.test(headers['x-cache-hits'] ?? '');
  const says = (name: string): boolean =>
    /\b(?:hit|stale|updating)\b|_hit\b|^\s*(?:true|1|yes)\s*$/i.test(headers[name] ?? '');
  return isOld || isTwice || cacheHeaders.some(says);
}

/**
 * `undefined` unless all of it makes sense: other products have headers of the same names and another
 * meaning.
 */
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
