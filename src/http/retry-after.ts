/**
 * Reads a `Retry-After` header, which holds seconds or an HTTP date, into milliseconds from the server's now. A date that has passed
 * gives 0; anything that is neither gives `undefined`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(text: string, serverTimeMs: number): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * 1000;
  const dateMs = parseHttpDate(trimmed);
  return dateMs === undefined ? undefined : Math.max(0, dateMs - serverTimeMs);
}

/**
 * Reads GitLab's `RateLimit-Reset`, a time in whole seconds since 1970 and not a span, into milliseconds from the server's now. A time that
 * has passed gives 0; anything else than digits gives `undefined`.
 * @see https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
 */
export function parseRateLimitReset(text: string, serverTimeMs: number): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{9,11}$/.test(trimmed)) return undefined;
  return Math.max(0, Number(trimmed) * 1000 - serverTimeMs);
}

/**
 * Milliseconds since 1970 of a date as HTTP writes it. `Date.parse` alone would also take things such as `2`, so the text has to begin with
 * the name of a day.
 */
export function parseHttpDate(text: string): number | undefined {
  if (!/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i.test(text)) return undefined;
  const dateMs = Date.parse(text);
  return Number.isNaN(dateMs) ? undefined : dateMs;
}
