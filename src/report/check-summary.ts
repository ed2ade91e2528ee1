import type { Check } from '../check/check.js';
import { checkTotals } from './check-lines.js';
import { codeText, plainText, tableRow } from './markdown.js';

const marks: Readonly<Record<Check['state'], string>> = {
  ok: '✅ ok',
  failed: '❌ failed',
  unknown: '❔ unknown',
};

const longestText = 1500;

/** The report of a dry run: Markdown for CI hosts that show some. What is said in it is text and nothing else. */
export function formatCheckSummary({
  checks,
  target,
}: {
  readonly checks: readonly Check[];
  readonly target: string;
}): string {
  return [
    `## Dry run: ${plainText(target)}`,
    '',
    checkTotals(checks),
    '',
    tableRow(['Check', 'Result', 'What was found']),
    tableRow(['---', '---', '---']),
    ...checks.map(({ name, state, finding, cure }) =>
      tableRow([
        codeText(name),
        marks[state],
        [finding, ...(cure === undefined ? [] : [cure])]
          .map((text) => plainText(text, longestText))
          .join('<br>'),
      ]),
    ),
    '',
  ].join('\n');
}
