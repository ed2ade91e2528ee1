import { parseDuration } from '../base/duration.js';
import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

/** The spans that an input accepts, ends included. */
export interface DurationRange {
  /** As {@link parseDuration} reads it. */
  readonly shortest: string;
  readonly longest: string;
}

/** Reads a duration within a range into milliseconds. */
export function durationWithin(range: DurationRange): (given: string) => Outcome<number> {
  const accepted = `${range.shortest} to ${range.longest}`;
  return (given) => {
    const text = given.trim();
    const spanMs = parseDuration(text);
    if (spanMs === undefined) return notDuration(text, accepted);
    if (
      spanMs < (parseDuration(range.shortest) ?? 0) ||
      spanMs > (parseDuration(range.longest) ?? Infinity)
    ) {
      return wrong({ what: `is ${shownText(text)}`, cure: `Give a duration from ${accepted}.` });
    }
    return ok(spanMs);
  };
}

/** Reads `auto`, or a fixed pause between two looks in milliseconds. */
export function parsePollInterval(given: string): Outcome<'auto' | number> {
  return given.trim() === 'auto' ? ok('auto') : pollDuration(given);
}

const pollDuration = durationWithin({ shortest: '1s', longest: '1h' });

function notDuration(text: string, accepted: string): Outcome<never> {
  if (/^\d{1,9}$/.test(text)) {
    return wrong({
      what: `is ${shownText(text)}, a number without a unit`,
      cure: `Write ${text}s for seconds or ${text}m for minutes; ${accepted} is accepted.`,
    });
  }
  return wrong({
    what: `is ${shownText(text)}, which is not a duration`,
    cure: `Write whole numbers with the units d, h, m and s, largest first, such as 90s, 15m or 1h30m; ${accepted} is accepted.`,
  });
}
