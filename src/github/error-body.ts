import { isUrl } from '../base/address.js';
import { cleanLine } from '../base/text.js';
import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../http/headers.js';
import { readAnswerBody } from '../http/response-body.js';
import type { HttpResponse } from '../http/transport.js';
import type { GitHubRefusal } from './reply.js';

const mostTexts = 10;

/** GitHub asks for at least a minute if it gives no time. */
const unnamedPauseMs = 60_000;

/**
 * Reads any unsuccessful response; never throws. `localTimeMs` (milliseconds since 1970) replaces a missing
 * `Date` of the server.
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function readRefusal(
  { status, headers, body }: HttpResponse,
  { localTimeMs }: { readonly localTimeMs: number },
): GitHubRefusal {
  const { shape, texts } = readWords(headers['content-type'], body);
  const limit = limitOf({ status, headers, texts });
  const nowMs = parseHttpDate(headers.date ?? '') ?? localTimeMs;
  const resetMs =
    limit === 'primary' ? parseRateLimitReset(headers['x-ratelimit-reset'] ?? '', nowMs) : undefined;
  const retryAfterMs = parseRetryAfter(headers['retry-after'] ?? '', nowMs) ?? resetMs;
  return {
    status,
    shape,
    texts,
    limit,
    retryAfterMs: retryAfterMs ?? (limit === undefined ? undefined : unnamedPauseMs),
    acceptedPermissions: lineOf(headers['x-accepted-github-permissions']),
    singleSignOn: /^\s*required\b/i.test(headers['x-github-sso'] ?? '') ? 'required' : 'not_mentioned',
    location: status >= 300 && status < 400 ? locationOf(headers.location) : undefined,
    requestId: lineOf(headers['x-github-request-id']),
  };
}

function readWords(contentType: string | undefined, body: Buffer): Pick<GitHubRefusal, 'shape' | 'texts'> {
  const content = readAnswerBody(contentType, body);
  switch (content.kind) {
    case 'none':
      return { shape: 'none', texts: [] };
    case 'html':
    case 'text':
      return { shape: content.kind, texts: content.texts.slice(0, mostTexts) };
    case 'json':
      return { shape: 'json', texts: textsOf(content.value) };
  }
}

/**
 * `{"message": "Validation Failed", "errors": [{"field": "body", "code": "custom", "message": "…"}, "…"]}`
 */
function textsOf(value: unknown): readonly string[] {
  const errors = memberOf(value, 'errors');
  const listed: readonly unknown[] = Array.isArray(errors) ? errors : [errors];
  return [memberOf(value, 'message'), ...listed.slice(0, mostTexts).map(errorText)]
    .filter((text) => typeof text === 'string')
    .map((text) => cleanLine(text))
    .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
    .slice(0, mostTexts);
}

function errorText(error: unknown): string | undefined {
  if (typeof error === 'string') return error;
  const message = memberOf(error, 'message');
  if (typeof message === 'string') return message;
  const parts = [memberOf(error, 'field'), memberOf(error, 'code')].filter(
    (part) => typeof part === 'string',
  );
  return parts.length === 0 ? undefined : parts.join(': ');
}

/**
 * Both rate limits answer 403 or 429. Only the primary one has a counter; the secondary one is recognized by
 * its words.
 */
function limitOf(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
}): GitHubRefusal['limit'] {
  const { status, headers, texts } = answer;
  if (status !== 403 && status !== 429) return undefined;
  if (texts.some((text) => /secondary rate limit|abuse detection/i.test(text))) return 'secondary';
  if (headers['x-ratelimit-remaining'] === '0') return 'primary';
  if (texts.some((text) => /rate limit exceeded/i.test(text))) return 'primary';
  return status === 429 || headers['retry-after'] !== undefined ? 'secondary' : undefined;
}

/** Without user, query and fragment, which may contain secrets. */
function locationOf(location: string | undefined): string | undefined {
  if (location === undefined || !isUrl(location)) return undefined;
  const { protocol, host, pathname } = new URL(location);
  return cleanLine(`${protocol}//${host}${pathname}`);
}

function lineOf(header: string | undefined): string | undefined {
  return cleanLine(header ?? '', 200) || undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
