import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

/** Reads a commit SHA, whole or its beginning, into lower case. */
export function parseExpectedSha(given: string): Outcome<string> {
  const text = given.trim();
  if (/^[0-9a-f]{7,64}$/i.test(text)) return ok(text.toLowerCase());
  return wrong({
    what: `is ${shownText(text)}, which is not a commit SHA`,
    cure: 'Give the whole SHA or its beginning: 7 to 64 digits out of 0-9 and a-f.',
  });
}
