import { cutText } from '../base/foreign-text.js';
import type { FoundCase } from '../results/fetch-tests.js';
import { caseLabel, firstWords } from './test-lines.js';
import { logLine } from './markdown.js';
import { placeOfTest, type TestPlace } from './test-place.js';

/** A failed case as it may be shown beside the code. */
export interface TestFinding extends TestPlace {
  readonly title: string;
  readonly message: string;
}

/** A runner keeps ten errors of a step, of which one is for the step's own message and one to spare. */
const mostFindings = 8;

const [maxLines, maxCharacters] = [10, 1500];

/** Of what a case says; colours may take most of it. */
const mostRead = 100_000;

/** The first failed cases, with the beginning of what they say. */
export function testFindings(failed: readonly FoundCase[]): readonly TestFinding[] {
  return failed.slice(0, mostFindings).map((each) => ({
    title: caseLabel(each),
    message: messageOf(each),
    ...placeOfTest(each),
  }));
}

function messageOf(each: FoundCase): string {
  if (firstWords(each) === '')
    return `The test ${each.status === 'error' ? 'broke' : 'failed'} without a word.`;
  const lines = cutText(each.output ?? '', mostRead).split(/\r\n|[\r\n]/, maxLines);
  return cutText(
    lines
      .map((line) => logLine(line, 300))
      .join('\n')
      .trim(),
    maxCharacters,
  );
}
