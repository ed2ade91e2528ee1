import { cleanLine } from '../base/text.js';
import type { Check } from '../check/check.js';
import type { CurlCommand } from '../check/curl-command.js';
import type { ExpectedAnswer } from '../check/expected-response.js';
import { inertJson } from './json-outputs.js';
import { codeText, plainText, tableRow } from './markdown.js';

/** Column widths of state and name, so that the findings align. */
const columnWidths = { state: 9, name: 15 } as const;

const longestFinding = 1500;

/** One line per check, and one for its hint if there is one. */
export function checkLines(checks: readonly Check[]): readonly string[] {
  const indent = ' '.repeat(columnWidths.state + columnWidths.name);
  return checks.flatMap(({ name, state, finding, hint }) => [
    state.padEnd(columnWidths.state) + name.padEnd(columnWidths.name) + cleanLine(finding, longestFinding),
    ...(hint === undefined ? [] : [`${indent}What to do: ${cleanLine(hint, longestFinding)}`]),
  ]);
}

/** `9 ok, 1 failed, 1 unknown. Nothing was started.` */
export function checkTotals(checks: readonly Check[]): string {
  const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length;
  return `${count('ok')} ok, ${count('failed')} failed, ${count('unknown')} unknown. Nothing was started.`;
}

/** The command with the variables that it needs. It is shown unchanged so that the user can copy it. */
export function curlLines({ lines, environment }: CurlCommand): readonly string[] {
  if (lines === undefined) return ['(too long to copy)'];
  const names = environment.join(', ');
  return [
    `# Reads ${names} from the environment${environment.length > 1 ? ', escaped for JSON' : ''}.`,
    ...lines,
  ];
}

/**
 * The response as JSON, one member per line. `redact` removes secrets and terminal control characters from
 * GitLab's words.
 */
export function answerLines(answer: ExpectedAnswer, redact: (text: string) => string): readonly string[] {
  const shown = Object.entries(answer).map(([name, value]: [string, string | number]) => [
    name,
    typeof value === 'string' ? cleanLine(redact(value), 300) : value,
  ]);
  return JSON.stringify(Object.fromEntries(shown), null, 2).split('\n');
}

/** The message of a run with failed checks. */
export function failedChecksParts(
  checks: readonly Check[],
  target: string,
): { readonly what: string; readonly why: string; readonly hint: string } {
  const failed = checks.filter(({ state }) => state === 'failed');
  const names = failed.map(({ name }) => name).join(', ');
  return {
    what: `Nothing was started; the pipeline would not work as requested: ${failed.length} of ${checks.length} checks failed for ${target} (${names})`,
    why: failed.map(({ name, finding }) => `${name}: ${cleanLine(finding, longestFinding)}`).join('\n'),
    hint: failed.map(({ hint = '' }) => cleanLine(hint, longestFinding)).join('\n'),
  };
}

/** The output `checks`; docs/outputs.md describes it. */
export function checksOutput(checks: readonly Check[]): string {
  return inertJson({
    version: 1,
    checks: checks.map(({ name, state, finding, hint, code }) => ({
      name,
      state,
      finding: cleanLine(finding, 1500),
      hint: hint === undefined ? null : cleanLine(hint, 1500),
      code: code ?? null,
    })),
  });
}

const icons: Readonly<Record<Check['state'], string>> = {
  ok: '✅ ok',
  failed: '❌ failed',
  unknown: '❔ unknown',
};

const longestText = 1500;

/** The report of a dry run: Markdown for CI hosts that show it. All text from outside is escaped. */
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
    ...checks.map(({ name, state, finding, hint }) =>
      tableRow([
        codeText(name),
        icons[state],
        [finding, ...(hint === undefined ? [] : [hint])]
          .map((text) => plainText(text, longestText))
          .join('<br>'),
      ]),
    ),
    '',
  ].join('\n');
}
