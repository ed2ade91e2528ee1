import { cleanLine, cutText } from '../base/text.js';
import type { TestCounts } from '../model/test-report.js';
import type { FoundCase, FoundTests } from '../results/fetch-tests.js';
import { byteLength } from './byte-budget.js';
import { inertJson } from './json-outputs.js';
import { placeOfTest } from './tests.js';

/** Increases when a field is removed or changes its meaning; new fields do not change it. */
const version = 1;

/** Room in bytes. GitHub allows 1 MB for all outputs of a job and counts two bytes per character. */
const [maxSuiteBytes, maxCaseBytes] = [60_000, 140_000];

const [maxNameCharacters, maxMessageCharacters] = [500, 2000];

/**
 * The output `tests` as JSON on one line; `docs/outputs.md` describes the format. About 200,000 bytes at
 * most; what does not fit is counted.
 */
export function testsOutput({ counts, suites, failed, unreadable }: FoundTests): { readonly tests: string } {
  const suiteList = fitting(
    suites.map((suite) => ({
      name: bounded(suite.name),
      path: suite.path.map(bounded),
      ...countsEntry(suite),
      problem: suite.problem === undefined ? null : bounded(suite.problem),
    })),
    maxSuiteBytes,
  );
  const caseList = fitting(failed.map(caseEntry), maxCaseBytes);
  const head = inertJson({ version, complete: unreadable.length === 0, ...countsEntry(counts) }).slice(0, -1);
  return {
    tests: `${head},"suites":[${suiteList.texts.join(',')}],"failed_cases":[${caseList.texts.join(',')}],"omitted_suites":${suiteList.omitted},"omitted_failed_cases":${caseList.omitted}}`,
  };
}

function countsEntry({ total, success, failed, error, skipped, seconds }: TestCounts): object {
  return { total, success, failed, error, skipped, duration: Math.round(seconds * 1e6) / 1e6 };
}

function caseEntry(each: FoundCase): object {
  const { file, line } = placeOfTest(each);
  const { output = '' } = each;
  return {
    suite: bounded(each.suite),
    path: each.path.map(bounded),
    classname: each.classname === undefined ? null : bounded(each.classname),
    name: bounded(each.name),
    file: file ?? null,
    line: line ?? null,
    status: bounded(each.status),
    duration: each.seconds,
    message: output === '' ? null : cutText(output, maxMessageCharacters),
  };
}

function bounded(text: string): string {
  return text.length > maxNameCharacters ? cleanLine(text, maxNameCharacters) : text;
}

function fitting(
  entries: readonly object[],
  maxBytes: number,
): { readonly texts: readonly string[]; readonly omitted: number } {
  const texts: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const text = inertJson(entry);
    bytes += byteLength(text) + 1;
    if (bytes > maxBytes) break;
    texts.push(text);
  }
  return { texts, omitted: entries.length - texts.length };
}
