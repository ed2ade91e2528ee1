import { cutText } from '../../base/text.js';
import type { FoundCase } from '../../results/fetch-tests.js';
import { linesWithin } from '../byte-budget.js';
import { formatSeconds } from '../labels.js';
import { codeText, escapeHtml, logLine, plainText } from '../markdown.js';
import { caseLabel, firstWords, placeOfTest } from '../tests.js';

/** Maximum number of lines shown of a case's output; the pipeline's page has the rest. */
const maxLines = 30;

/**
 * A collapsible section for each failed case with its output, the first one open; as many as fit into
 * `maxBytes`.
 */
export function failedTests(
  failed: readonly FoundCase[],
  maxBytes: number,
): { readonly text: string; readonly omitted: number } {
  const { lines, omitted } = linesWithin(failed, {
    maxBytes,
    lineOf: (each, index) => foldOf(each, index === 0 ? ' open' : ''),
  });
  return { text: lines.join('\n'), omitted };
}

function foldOf(each: FoundCase, open: string): string {
  const { file, line } = placeOfTest(each);
  const summary = [
    `❌ ${codeText(caseLabel(each), 300)}`,
    file === undefined ? '' : plainText(`${file}${line === undefined ? '' : `:${line}`}`, 300),
    each.seconds > 0 ? formatSeconds(each.seconds) : '',
    each.status === 'error' ? 'broke' : '',
  ].filter((part) => part !== '');
  const printed = firstWords(each) === '' ? [] : ['<pre>', ...saidLines(each.output ?? ''), '</pre>'];
  return [
    `<details${open}>`,
    `<summary>${summary.join(' · ')}</summary>`,
    '',
    ...printed,
    '</details>',
    '',
  ].join('\n');
}

function saidLines(output: string): readonly string[] {
  const lines = cutText(output, 100_000)
    .split(/\r\n|[\r\n]/)
    .map((line) => escapeHtml(logLine(line, 300)));
  const more = lines.length - maxLines;
  const shown = lines.slice(0, maxLines);
  return more > 0 ? [...shown, `… ${more} more lines`] : shown;
}
