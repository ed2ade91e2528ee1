import { hash } from 'node:crypto';

import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** What every response has, whatever its content. */
export interface AnswerFrame {
  readonly nowMs: number;
  /** Counts the requests, from 1. */
  readonly number: number;
  readonly metaHeader: 'sent' | 'absent';
}

/**
 * The response as it leaves the application server, with the headers of every response; 304 for a client that
 * already has it.
 */
export function framedAnswer(
  request: SimulatedRequest,
  response: SimulatedResponse,
  { nowMs, number, metaHeader }: AnswerFrame,
): SimulatedResponse {
  const requestId = ulidOf(nowMs, number);
  const framed = {
    ...response,
    headers: {
      date: new Date(nowMs).toUTCString(),
      'x-request-id': requestId,
      'x-runtime': '0.042000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      vary: 'Origin',
      ...(metaHeader === 'sent'
        ? { 'x-gitlab-meta': JSON.stringify({ correlation_id: requestId, version: '1' }) }
        : {}),
      ...cachingOf(response),
      ...response.headers,
    },
  };
  return isKnown(request, framed) ? notModified(framed) : framed;
}

/**
 * As `Rack::ETag` does: a weak tag of the body for successful responses, and no caching of others. Files do
 * not come from the application.
 */
function cachingOf({ status, headers, body }: SimulatedResponse): Readonly<Record<string, string>> {
  const isFile = headers['content-disposition'] !== undefined || headers.etag !== undefined;
  if (headers['content-type'] !== 'application/json' || isFile) return {};
  if (status !== 200 && status !== 201) return { 'cache-control': 'no-cache' };
  const digest = hash('sha256', body).slice(0, 32);
  return { 'cache-control': 'max-age=0, private, must-revalidate', etag: `W/"${digest}"` };
}

function isKnown({ method, headers }: SimulatedRequest, response: SimulatedResponse): boolean {
  const { etag } = response.headers;
  const reads = method === 'GET' || method === 'HEAD';
  if (!reads || response.status !== 200 || etag === undefined) return false;
  const given = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  return given.includes('*') || given.some((tag) => tag !== '' && bare(tag) === bare(etag));
}

/** Weak and strong tags of one body are alike here. */
function bare(tag: string): string {
  return tag.replace(/^W\//, '');
}

function notModified({ headers }: SimulatedResponse): SimulatedResponse {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('content-'));
  return { status: 304, headers: Object.fromEntries(kept), body: Buffer.alloc(0) };
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID of this time whose random part is the number of the request. */
export function ulidOf(epochMs: number, number: number): string {
  return `${inCrockford(epochMs, 10)}${inCrockford(number, 16)}`;
}

function inCrockford(value: number, length: number): string {
  let rest = value;
  let text = '';
  while (rest > 0 && text.length < length) {
    text = `${crockford[rest % 32] ?? '0'}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text.padStart(length, '0');
}
