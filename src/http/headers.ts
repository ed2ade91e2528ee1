import { cutText } from '../base/text.js';
import { parsedJson } from './response-body.js';
import type { HttpResponse, Transport } from './transport.js';

/**
 * Converts a `Retry-After` header (seconds or an HTTP date) into milliseconds from the server's current time.
 * A past date gives 0; other texts give `undefined`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(text: string, serverTimeMs: number): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * 1000;
  const dateMs = parseHttpDate(trimmed);
  return dateMs === undefined ? undefined : Math.max(0, dateMs - serverTimeMs);
}

/**
 * Converts GitLab's `RateLimit-Reset`, a time in whole seconds since 1970, into milliseconds from the
 * server's current time. A past time gives 0; anything but digits gives `undefined`.
 * @see https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
 */
export function parseRateLimitReset(text: string, serverTimeMs: number): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{9,11}$/.test(trimmed)) return undefined;
  return Math.max(0, Number(trimmed) * 1000 - serverTimeMs);
}

/**
 * Parses an HTTP date into milliseconds since 1970. `Date.parse` alone also accepts texts such as `2`, so the
 * text must begin with the name of a day.
 */
export function parseHttpDate(text: string): number | undefined {
  if (!/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i.test(text)) return undefined;
  const dateMs = Date.parse(text);
  return Number.isNaN(dateMs) ? undefined : dateMs;
}

/**
 * Far more than is used of a response that is not successful JSON: such a body is a message or a page.
 * Searching for secrets in the 10 MiB that a body may have would delay signals for seconds.
 */
const mostCharacters = 256 * 1024;

/**
 * Wraps a transport so that bodies and addresses do not repeat our secrets. Later truncation or extraction
 * then leaves no piece of a secret. A successful JSON body stays unchanged and is not searched, because a
 * short secret (the value of a header may be `https`) can occur in ordinary data. Other bodies are truncated
 * if they are too long to search. The truncation leaves a mark, by which redaction recognizes half a secret.
 */
export function withRedactedAnswers(transport: Transport, redact: (text: string) => string): Transport {
  return {
    send: async (request) => withoutSecrets(await transport.send(request), redact),
    close: () => transport.close(),
  };
}

function withoutSecrets(response: HttpResponse, redact: (text: string) => string): HttpResponse {
  return { ...response, ...addresses(response, redact), body: bodyOf(response, redact) };
}

/**
 * Redacts the headers that contain an address before they are parsed, because parsing changes the spelling of
 * an address (a host in lower case).
 */
function addresses(
  { headers }: HttpResponse,
  redact: (text: string) => string,
): Pick<HttpResponse, 'headers' | 'leadsNowhere'> {
  const { location = '', link = '' } = headers;
  const shown = { location: redact(location), link: redact(link) };
  if (shown.location === location && shown.link === link) return { headers };
  const changed = Object.entries(shown).filter(([name]) => Object.hasOwn(headers, name));
  return {
    headers: { ...headers, ...Object.fromEntries(changed) },
    leadsNowhere: shown.location === location ? undefined : true,
  };
}

function bodyOf(response: HttpResponse, redact: (text: string) => string): Buffer {
  const isSuccess = response.status >= 200 && response.status < 300;
  if (isSuccess && parsedJson(response.body) !== undefined) return response.body;
  const text = response.body.toString('utf8');
  const clean = redact(cutText(text, mostCharacters));
  return clean === text ? response.body : Buffer.from(clean);
}
