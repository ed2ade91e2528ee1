import { cleanLine } from '../../base/text.js';
import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../../http/headers.js';
import { TransportFault } from '../../http/transport.js';
import type { UnfitEntry } from '../../model/pipeline.js';
import { isPaged } from '../next-page.js';
import type { Topic } from './gitlab-words.js';
import type { Speaker } from './speaker.js';

/** How many of `limit` requests remain until the limit resets. */
export interface RequestAllowance {
  /** At least 1. */
  readonly limit: number;
  /** From 0 to `limit`. */
  readonly remaining: number;
  /** Counted from the response; more than 0. */
  readonly resetAfterMs: number;
}

/** What a server's response says beside its body. */
export interface ServerHints {
  /** The server's own clock, milliseconds since 1970, from the `Date` header. */
  readonly serverTimeMs?: number | undefined;
  /** How long the server asks us to wait, in milliseconds, from `Retry-After` or `RateLimit-Reset`. */
  readonly retryAfterMs?: number | undefined;
  /** What remains of a rate limit, from the `RateLimit-*` headers that also come with ordinary responses. */
  readonly allowance?: RequestAllowance | undefined;
  /** `X-Request-Id`, which a GitLab administrator can search for. */
  readonly requestId?: string | undefined;
  /** A cache on the way says that it answered; the response may be old. */
  readonly fromCache?: true | undefined;
  /**
   * The response does not say where its body ends, so incomplete JSON or an incomplete archive may be
   * truncated.
   */
  readonly endUntold?: true | undefined;
  /**
   * The response has the headers that describe pages. Every list of GitLab has them until a proxy removes
   * them.
   */
  readonly isPaged?: true | undefined;
}

/** An unsuccessful response, read as far as possible. */
export interface Refusal {
  readonly status: number;
  readonly speaker: Speaker;
  /** The topic of GitLab's fixed words, where the status alone does not determine the meaning. */
  readonly about?: Topic | undefined;
  /**
   * Where the words were found: `message` (a string or lists by attribute), `error` (a parameter or route
   * error), `oauth` (`error` with `error_description`), `text` (plain text), `html` (a page of something in
   * front of GitLab), `none`.
   */
  readonly shape: 'message' | 'error' | 'oauth' | 'text' | 'html' | 'none';
  /**
   * The server's words: at most ten texts of at most 500 characters, with entities decoded, control
   * characters removed, and everything that looks like a token removed.
   */
  readonly texts: readonly string[];
  /** `error` of an OAuth body, e.g. `insufficient_scope`. */
  readonly oauthError?: string | undefined;
  /** `host:port` of another server that GitLab redirected to, if that server refused. */
  readonly elsewhere?: string | undefined;
  /** `Location` of a redirect without its query, for messages only. */
  readonly location?: string | undefined;
  readonly hints: ServerHints;
}

/** GitLab's own 404 for a missing record. A body with `error` means that the route does not exist. */
export function isRecordMissing({ speaker, status, shape }: Refusal): boolean {
  return speaker === 'gitlab' && status === 404 && shape !== 'error';
}

/** GitLab itself, and no gateway, denies access. */
export function isDenied({ speaker, status }: Refusal): boolean {
  return speaker === 'gitlab' && (status === 401 || status === 403);
}

/**
 * The result of one call. `unreadable`: a success that is not what GitLab sends (a login page, truncated
 * JSON, another shape, status or content type); `why` says what is wrong with it.
 */
export type Reply<T> =
  | {
      readonly kind: 'ok';
      readonly value: T;
      /** The entries of a list that cannot be read and so are not in the value; absent if there are none. */
      readonly unfit?: readonly UnfitEntry[] | undefined;
      readonly hints: ServerHints;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      readonly why: string;
      /** The response comes from a GitLab release that is older than we support. */
      readonly tooOld?: true | undefined;
      /** The `id` in a JSON body that comes with another status or content type than GitLab's. */
      readonly claimedId?: number | undefined;
      readonly hints: ServerHints;
    }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** Whether GitLab itself says that a record does not exist. */
export function namesNoRecord(reply: Reply<unknown>): boolean {
  return reply.kind === 'refused' && isRecordMissing(reply.refusal);
}

/** Every unsuccessful result of a call. */
export type FailedReply = Exclude<Reply<unknown>, { readonly kind: 'ok' }>;

/** The reply to a request that was cut because the time for it was over. */
export function cutReply(message: string): FailedReply {
  return { kind: 'fault', fault: new TransportFault({ kind: 'timeout', reached: 'maybe', message }) };
}

/** Whether a request ended with this fault. */
export function hasFault(reply: Reply<unknown>, kind: TransportFault['kind']): boolean {
  return reply.kind === 'fault' && reply.fault.kind === kind;
}

/** How long the server asks us to wait, in milliseconds; `undefined` if it does not say. */
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

/** No rate limit of GitLab has a longer window. A later reset is an error of a proxy or of this code. */
const longestWindowMs = 24 * 3_600_000;

/**
 * Reads what a response says beside its body. Times are relative to the server's own `Date`; without one, to
 * our clock (`localTimeMs`, milliseconds since 1970). `RateLimit-Reset` also comes with ordinary responses
 * and means a wait only on a
 * 429. On a 429 the remaining allowance has no meaning.
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

/** Headers in which caches report how they handled a response. */
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
 * Whether a cache says that it did not fetch the response for this request. A `Warning` of 110 means a stale
 * response. Varnish adds the ID of the request for which it fetched the response.
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
 * `undefined` unless all values are plausible: other products use the same header names with another meaning.
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
