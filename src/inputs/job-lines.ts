import type { JobPathLine, JobPathSplit } from '../model/requests.js';
import { type InputOutcome, type Problem, okUnless, wrong } from './parsing.js';
import { shownText } from './scalars.js';

/** Each can be a request or a whole download. */
const maxLines = 100;

/** A job's name has at most 255 characters, and a path on most systems 4,096. */
const maxLineCharacters = 5000;

/** No real line has more colons, and each is one more way to split it. */
const maxColons = 50;

/**
 * Parses lines `JOB`, `JOB:PATH` and `CHILD/JOB:PATH`, trimmed; skips blank and repeated lines. A `?` at the
 * very end makes a line optional, and belongs neither to the job nor to the path. With `paths: 'required'`, a
 * line without a colon is rejected.
 */
export function jobPathLines(settings: {
  readonly paths: 'required' | 'optional';
}): (given: string) => InputOutcome<readonly JobPathLine[]> {
  return (given) => {
    const lines = given.split(/\r\n|\r|\n/).map((line) => line.trim());
    const written = lines.filter((line) => line !== '');
    if (written.length > maxLines) {
      return wrong({
        what: `has ${written.length} lines, more than ${maxLines}`,
        hint: 'Name jobs whose parallel parts belong together by the part of the name that they share.',
      });
    }
    const read = lines.map((line, index) => (line === '' ? undefined : lineOf(line, index, settings.paths)));
    const problems = read.flatMap((each) => (each?.kind === 'problem' ? [each.problem] : []));
    const byText = new Map<string, JobPathLine>();
    for (const each of read) {
      if (each?.kind !== 'line') continue;
      const { text } = each.line;
      // A repeated line is required if one of its occurrences is.
      if (byText.get(text)?.need !== 'required') byText.set(text, each.line);
    }
    return okUnless(problems, [...byText.values()]);
  };
}

type ReadLine =
  | { readonly kind: 'line'; readonly line: JobPathLine }
  | { readonly kind: 'problem'; readonly problem: Problem };

function lineOf(written: string, index: number, paths: 'required' | 'optional'): ReadLine {
  const at = ` (line ${index + 1})`;
  const isOptional = written.endsWith('?');
  const text = isOptional ? written.slice(0, -1).trimEnd() : written;
  const splits = splitsOf(text).filter(({ path }) => paths === 'optional' || path !== undefined);
  if (text.length > maxLineCharacters || text.split(':').length > maxColons + 1) {
    return {
      kind: 'problem',
      problem: {
        at,
        what: `is longer than ${maxLineCharacters} characters, or has more than ${maxColons} colons`,
        hint: 'Give one JOB or JOB:PATH a line.',
      },
    };
  }
  if (splits.length === 0) {
    const form = paths === 'required' ? 'JOB:PATH' : 'JOB or JOB:PATH';
    return {
      kind: 'problem',
      problem: {
        at,
        what: `is ${shownText(written)}, which is not ${form}`,
        hint: `Give one ${form} a line.`,
      },
    };
  }
  return { kind: 'line', line: { text, need: isOptional ? 'optional' : 'required', splits } };
}

function splitsOf(text: string): readonly JobPathSplit[] {
  if (text === '') return [];
  const splits: JobPathSplit[] = [{ job: text, path: undefined }];
  for (let at = text.lastIndexOf(':'); at > 0; at = text.lastIndexOf(':', at - 1)) {
    const split = { job: text.slice(0, at).trim(), path: text.slice(at + 1).trim() };
    if (split.job !== '' && split.path !== '') splits.push(split);
  }
  return splits;
}

/** Each is matched against every job at every poll. */
const maxPatterns = 100;

/** A job's name has at most 255 characters; a pattern may be longer. */
const maxPatternCharacters = 1000;

/** Parses names or globs of jobs, one per line, trimmed; skips blank lines. `#` is an ordinary character. */
export function parseJobPatterns(given: string): InputOutcome<readonly string[]> {
  const lines = given.split(/\r\n|\r|\n/).map((line) => line.trim());
  const patterns = [...new Set(lines.filter((line) => line !== ''))];
  if (patterns.length > maxPatterns) {
    return wrong({
      what: `has ${patterns.length} lines, more than ${maxPatterns}`,
      hint: 'Give globs that stand for several jobs, such as deploy-*.',
    });
  }
  const problems = lines.flatMap((line, index): readonly Problem[] =>
    line.length > maxPatternCharacters
      ? [
          {
            at: ` (line ${index + 1})`,
            what: `is longer than ${maxPatternCharacters} characters`,
            hint: 'Give one name or glob a line.',
          },
        ]
      : [],
  );
  return okUnless(problems, patterns);
}

/** Parses keys of values, separated by commas, spaces or line ends; each counts once. */
export function parseValueKeys(given: string): InputOutcome<readonly string[]> {
  const words = [...new Set(given.split(/[\s,]+/u).filter((word) => word !== ''))];
  if (words.length === 0) return wrong({ what: 'names no key', hint: 'Give some, separated by commas.' });
  const problems = words
    .filter((word) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(word))
    .map((word): Problem => ({
      what: `has ${shownText(word)}, which is no key of a value`,
      hint: 'Keys are letters, digits and _, and do not begin with a digit. Give the key, never the value.',
    }));
  return okUnless(problems, words);
}
