import { parseDuration } from '../base/duration.js';
import { type InputOutcome, ok, wrong } from './parsing.js';
import { shownText } from './scalars.js';

/** An expiry as given: a time (milliseconds since 1970), or a span from now. */
export type WrittenExpiry =
  | { readonly written: 'date' | 'time'; readonly atMs: number }
  | { readonly written: 'span'; readonly spanMs: number };

const hint =
  'Give a date (2027-01-31, which means its midnight in UTC), a time with its zone (2027-01-31T08:00:00Z or …+02:00), or a span from now (90d).';

const shortestMs = 3_600_000;

/** Parses a date, a time with its zone, or a span of an hour or more. */
export function parseExpiry(given: string): InputOutcome<WrittenExpiry> {
  const text = given.trim();
  const spanMs = parseDuration(text);
  if (spanMs !== undefined) {
    if (spanMs >= shortestMs) return ok({ written: 'span', spanMs });
    return wrong({ what: `is ${shownText(text)}, less than an hour`, hint });
  }
  const match = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(.*))?$/.exec(text);
  const [, day = '', time, zone = ''] = match ?? [];
  if (match === null || !isDay(day)) {
    const bare = /^\d+$/.test(text) ? ', a number without a unit' : '';
    return wrong({ what: `is ${shownText(text)}${bare}`, hint });
  }
  if (text === day) return ok({ written: 'date', atMs: Date.parse(`${day}T00:00:00Z`) });
  if (time === undefined) return wrong({ what: `is ${shownText(text)}`, hint });
  if (zone.trim() === '') return wrong({ what: `is ${shownText(text)}, a time without its zone`, hint });
  const atMs = Date.parse(`${day}T${time}${zone.trim().toUpperCase()}`);
  if (!/^\s*(?:Z|[+-]\d\d:?\d\d)$/i.test(zone) || Number.isNaN(atMs)) {
    return wrong({ what: `is ${shownText(text)}`, hint });
  }
  return ok({ written: 'time', atMs });
}

/** Whether the calendar has this day; `Date` turns February 30 into March 2. */
function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
