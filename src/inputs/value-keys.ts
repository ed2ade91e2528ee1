import { okUnless, wrong, type Outcome, type Problem } from './outcome.js';
import { shownText } from './shown-text.js';

/** Reads keys of values, separated by commas, spaces or line ends, each once. */
export function parseValueKeys(given: string): Outcome<readonly string[]> {
  const words = [...new Set(given.split(/[\s,]+/u).filter((word) => word !== ''))];
  if (words.length === 0) return wrong({ what: 'names no key', cure: 'Give some, separated by commas.' });
  const problems = words
    .filter((word) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(word))
    .map((word): Problem => ({
      what: `has ${shownText(word)}, which is no key of a value`,
      cure: 'Keys are letters, digits and _, and do not begin with a digit. Give the key, never the value.',
    }));
  return okUnless(problems, words);
}
