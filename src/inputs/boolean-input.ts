import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

/** Reads `true` or `false` in the three spellings that YAML knows; nothing else means yes or no. */
export function parseBoolean(given: string): Outcome<boolean> {
  const text = given.trim();
  if (/^(?:true|True|TRUE)$/.test(text)) return ok(true);
  if (/^(?:false|False|FALSE)$/.test(text)) return ok(false);
  return wrong({ what: `is ${shownText(text)}`, cure: 'Give true or false.' });
}
