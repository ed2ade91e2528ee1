import { cleanLine, cutText } from '../base/text.js';
import type { TestCounts } from '../model/test-report.js';
import type { FoundCase } from '../results/fetch-tests.js';
import { formatSeconds, pathLabel } from './labels.js';
import { logLine } from './markdown.js';

/** The position of a test case, as far as its report has it. */
export interface TestPlace {
  /** Relative to the repository. */
  readonly file?: string | undefined;
  /** From 1; only together with a file. */
  readonly line?: number | undefined;
}

const maxFileCharacters = 500;

/**
 * The file that a report names, and the line from the output of the case: `src/a.test.ts:14`, or
 * `File "tests/test_a.py", line 12` in Python's format. Omits a path that is not in the repository (absolute,
 * or leading out of it).
 */
export function placeOfTest(of: {
  readonly file?: string | undefined;
  readonly output?: string | undefined;
}): TestPlace {
  const file = of.file?.replace(/^(?:\.\/)+/, '') ?? '';
  if (
    file === '' ||
    file.length > maxFileCharacters ||
    /^(?:\/|[A-Za-z]:)|[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)/.test(file)
  )
    return {};
  const line = lineIn(of.output ?? '', file);
  return line === undefined ? { file } : { file, line };
}

/** The separators between a file and its line. */
const separators = [':', '", line ', '('];

function lineIn(output: string, file: string): number | undefined {
  for (const separator of separators) {
    const mark = `${file}${separator}`;
    for (let at = output.indexOf(mark); at >= 0; at = output.indexOf(mark, at + 1)) {
      const digits = /^[1-9]\d{0,6}(?!\d)/.exec(output.slice(at + mark.length, at + mark.length + 10))?.[0];
      if (digits !== undefined) return Number(digits);
    }
  }
  return undefined;
}

/** Maximum number of failed cases named in the log. */
const maxNamed = 20;

/** `10 tests: 8 passed · 1 failed · 1 skipped · in 4s`. */
export function testsLine({ total, success, failed, error, skipped, seconds }: TestCounts): string {
  return [
    `${total} ${total === 1 ? 'test' : 'tests'}: ${success} passed`,
    failed === 0 ? '' : `${failed} failed`,
    error === 0 ? '' : `${error} broke`,
    skipped === 0 ? '' : `${skipped} skipped`,
    `in ${formatSeconds(seconds)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/**
 * A failed case on one line: `unit › round.test › rounds half to even`; a case without a name by its class
 * only.
 */
export function caseLabel({ path, suite, classname, name }: FoundCase, maxCharacters = 100): string {
  return pathLabel([...path, suite, ...ownNames(classname, name)], maxCharacters);
}

function ownNames(classname: string | undefined, name: string): readonly string[] {
  if (classname === undefined || isRepeated(classname, name)) return [name];
  return cleanLine(name) === '' ? [classname] : [classname, name];
}

/** Many frameworks prefix the name with the class: `Cart` and `Cart rounds`. */
function isRepeated(classname: string, name: string): boolean {
  return name.startsWith(classname) && !/^\w/.test(name.slice(classname.length));
}

/** The first words of a failed case's output; empty if there is none. */
export function firstWords({ output = '' }: FoundCase, maxCharacters = 200): string {
  const line = cutText(output, 100_000)
    .split(/[\r\n]+/)
    .find((text) => cleanLine(text) !== '');
  return cleanLine(line ?? '', maxCharacters);
}

/** The failed cases for the log: one line each for the first twenty. */
export function failedTestLines(failed: readonly FoundCase[]): readonly string[] {
  const more = failed.length - maxNamed;
  return [
    ...failed.slice(0, maxNamed).map((each) => {
      const { file, line } = placeOfTest(each);
      const place =
        file === undefined ? '' : ` (${cleanLine(file, 200)}${line === undefined ? '' : `:${line}`})`;
      const words = firstWords(each);
      return `${caseLabel(each)}${place}${words === '' ? '' : `: ${words}`}`;
    }),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

/** A failed case as an annotation on the code. */
export interface TestAnnotation extends TestPlace {
  readonly title: string;
  readonly message: string;
}

/** A runner keeps ten errors per step. One is the step's own message, and one is kept in reserve. */
const mostAnnotations = 8;

const [maxLines, maxCharacters] = [10, 1500];

/** Characters of output that are read; colors may take most of it. */
const mostRead = 100_000;

/** Annotations for the first failed cases, with the beginning of their output. */
export function testAnnotations(failed: readonly FoundCase[]): readonly TestAnnotation[] {
  return failed.slice(0, mostAnnotations).map((each) => ({
    title: caseLabel(each),
    message: messageOf(each),
    ...placeOfTest(each),
  }));
}

function messageOf(each: FoundCase): string {
  if (firstWords(each) === '')
    return `The test ${each.status === 'error' ? 'ended with an error' : 'failed'} and has no output.`;
  const lines = cutText(each.output ?? '', mostRead).split(/\r\n|[\r\n]/, maxLines);
  return cutText(
    lines
      .map((line) => logLine(line, 300))
      .join('\n')
      .trim(),
    maxCharacters,
  );
}
