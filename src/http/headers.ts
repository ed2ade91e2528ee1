import { cutText } from '../base/text.js';
import type { HttpResponse, Transport } from './transport.js';

/**
 * Reads a `Retry-After` header, which holds seconds or an HTTP date, into milliseconds from the server's now.
 * A date that has passed gives 0; anything that is neither gives `undefined`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(text: string, serverTimeMs: number): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * 1000;
  const dateMs = parseHttpDate(trimmed);
  return dateMs === undefined ? undefined : Math.max(0, dateMs - serverTimeMs);
}

/**
 * Reads GitLab's `RateLimit-Reset`, a time in whole seconds since 1970 and not a span, into milliseconds from
 * the server's now. A time that has passed gives 0; anything else than digits gives `undefined`.
 * @see https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
 */
export function parseRateLimitReset(text: string, serverTimeMs: number): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{9,11}$/.test(trimmed)) return undefined;
  return Math.max(0, Number(trimmed) * 1000 - serverTimeMs);
}

/**
 * Milliseconds since 1970 of a date as HTTP writes it. `Date.parse` alone would also take things such as `2`,
 * so the text has to begin with the name of a day.
 */
export function parseHttpDate(text: string): number | undefined {
  if (!/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i.test(text)) return undefined;
  const dateMs = Date.parse(text);
  return Number.isNaN(dateMs) ? undefined : dateMs;
}

/**
 * Far more than anybody makes of an answer that is no success in JSON: such a one is words for a person, or a
 * page. Looking for secrets in the 10 MiB that an answer may have would keep signals waiting for seconds.
 */
const mostCharacters = 256 * 1024;

/**
 * The same transport, whose bodies and addresses do not repeat our secrets: whatever is made of their words
 * later, cut off or taken out of a page, holds no piece of one. A success in JSON stays as it is, and is not
 * looked at, because a short secret (a header's value may be `https`) can be part of honest texts in it. All
 * else is cut where it is too long to be looked at; that leaves a mark, at which half of a secret is known.
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
 * The headers with an address in them, before anybody reads one: what is an address is written in another way
 * afterwards (a host in small letters).
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
  const text = response.body.toString('utf8');
  const isSuccess = response.status >= 200 && response.status < 300;
  if (isSuccess && isJson(text)) return response.body;
  const clean = redact(cutText(text, mostCharacters));
  return clean === text ? response.body : Buffer.from(clean);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
