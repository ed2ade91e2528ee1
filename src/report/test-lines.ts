import { cleanLine, cutText } from '../base/foreign-text.js';
import type { TestCounts } from '../gitlab/test-totals.js';
import type { FoundCase } from '../results/fetch-tests.js';
import { formatSeconds } from './elapsed.js';
import { pathLabel } from './job-label.js';
import { placeOfTest } from './test-place.js';

/** So many failed cases are named in the log. */
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

/** A failed case on one line: `unit › round.test › rounds half to even`; one without a name by its class alone. */
export function caseLabel({ path, suite, classname, name }: FoundCase, maxCharacters = 100): string {
  return pathLabel([...path, suite, ...ownNames(classname, name)], maxCharacters);
}

function ownNames(classname: string | undefined, name: string): readonly string[] {
  if (classname === undefined || isRepeated(classname, name)) return [name];
  return cleanLine(name) === '' ? [classname] : [classname, name];
}

/** Many frameworks put the class before the name: `Cart` and `Cart rounds`. */
function isRepeated(classname: string, name: string): boolean {
  return name.startsWith(classname) && !/^\w/.test(name.slice(classname.length));
}

/** The first words of what a failed case says; empty when it says nothing. */
export function firstWords({ output = '' }: FoundCase, maxCharacters = 200): string {
  const line = cutText(output, 100_000)
    .split(/[\r\n]+/)
    .find((text) => cleanLine(text) !== '');
  return cleanLine(line ?? '', maxCharacters);
}

/** The failed cases for the log: a line each, the first twenty. */
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
