import { okUnless, wrong, type Outcome, type Problem } from './outcome.js';

/** Each is tried on every job at every look. */
const maxPatterns = 100;

/** A job's name has at most 255 characters; a pattern may list several. */
const maxPatternCharacters = 1000;

/** Reads names or globs of jobs, one a line, trimmed; blank lines are skipped, and `#` is a character like any other. */
export function parseJobPatterns(given: string): Outcome<readonly string[]> {
  const lines = given.split(/\r\n|\r|\n/).map((line) => line.trim());
  const patterns = [...new Set(lines.filter((line) => line !== ''))];
  if (patterns.length > maxPatterns) {
    return wrong({
      what: `has ${patterns.length} lines, more than ${maxPatterns}`,
      cure: 'Give globs that stand for several jobs, such as deploy-*.',
    });
  }
  const problems = lines.flatMap((line, index): readonly Problem[] =>
    line.length > maxPatternCharacters
      ? [
          {
            at: ` (line ${index + 1})`,
            what: `is longer than ${maxPatternCharacters} characters`,
            cure: 'Give one name or glob a line.',
          },
        ]
      : [],
  );
  return okUnless(problems, patterns);
}
