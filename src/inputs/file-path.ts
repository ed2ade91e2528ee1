import { isWordForNothing } from './likely-cause.js';
import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

/** Reads the path of a file to be written, trimmed: one line, and no folder by its look. */
export function parseFilePath(given: string): Outcome<string> {
  const path = given.trim();
  if (/[\u0000-\u001f\u007f]/.test(path)) {
    return wrong({ what: 'is no path: it has several lines, or control characters', cure: 'Give one path.' });
  }
  if (/[/\\]$/.test(path)) {
    return wrong({ what: 'is the path of a folder', cure: 'Give the path of a file.' });
  }
  if (isWordForNothing(path))
    return wrong({ what: `is ${shownText(path)}`, cure: 'Give the path of a file.' });
  return ok(path);
}
