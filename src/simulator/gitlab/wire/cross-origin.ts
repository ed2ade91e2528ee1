import { emptyAnswer } from './answer.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
const exposed =
  'ETag, Link, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Gitlab-Meta, ' +
  'X-Next-Page, X-Page, X-Per-Page, X-Prev-Page, X-Request-Id, X-Total, X-Total-Pages';

/** What a page of another origin may read of the API: all of it, as long as the browser sends no cookies. */
export function crossOriginHeaders({
  headers,
}: SimulatedRequest): Readonly<Record<string, string>> | undefined {
  if (headers.origin === undefined) return undefined;
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods,
    'access-control-expose-headers': exposed,
    'access-control-max-age': '7200',
  };
}

/** The response to a preflight request of a browser; `undefined` for any other request. */
export function preflightAnswer(request: SimulatedRequest): SimulatedResponse | undefined {
  const { method, headers } = request;
  const asked = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || headers.origin === undefined || asked === undefined) return undefined;
  const wanted = headers['access-control-request-headers'];
  return emptyAnswer(200, {
    ...crossOriginHeaders(request),
    ...(wanted === undefined ? {} : { 'access-control-allow-headers': wanted }),
  });
}
