import type { ErrorParts } from '../../base/errors.js';
import { cleanLine } from '../../base/text.js';
import { processFiles } from '../../hosts/system.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import { junitXml } from '../../report/junit-xml.js';
import { listLabel, nameLabel } from '../../report/labels.js';
import { testsOutput } from '../../report/tests-output.js';
import { failedTestLines, testsLine } from '../../report/tests.js';
import { type FoundTests, fetchTests } from '../../results/fetch-tests.js';
import { setOutputs } from '../context.js';
import type { FollowRun } from '../follow-context.js';
import type { PartTime } from './time.js';

/**
 * Writes the tests as JUnit XML, replacing an existing file. Returns why the file is missing or incomplete.
 */
export function writeJunit(
  file: string,
  tests: FoundTests,
  redact: (text: string) => string,
): readonly ErrorParts[] {
  const what = `junit_file: ${cleanLine(file, 300)}`;
  try {
    processFiles.replace(file, junitXml(tests, redact));
  } catch (error) {
    return [
      {
        code: 'file_not_written',
        what: `${what} could not be written`,
        why: cleanLine(error instanceof Error ? error.message : String(error), 300),
        hint: 'Check the path, and whether the step may write there.',
      },
    ];
  }
  const unreadable = [...tests.unreadable, ...unreadReports(tests)];
  if (unreadable.length === 0) return [];
  return [
    {
      code: 'tests_incomplete',
      what: `${what} does not hold all tests`,
      why: `${unreadable.join('; ')}.`,
      hint: 'Run the step again.',
    },
  ];
}

function unreadReports({ suites }: FoundTests): readonly string[] {
  const names = suites.filter(({ problem }) => problem !== undefined).map(({ name }) => nameLabel(name));
  return names.length === 0 ? [] : [`GitLab could not read the report of ${listLabel(names)}`];
}

/** How long retries of one request may go on, in milliseconds. */
const maxRetryTimeoutMs = 20_000;

/** The tests of a pipeline, absent if no job has a report; and why the requested file is incomplete. */
interface CollectedTests {
  readonly tests: FoundTests | undefined;
  readonly errors: readonly ErrorParts[];
}

/**
 * Reads the tests of a pipeline, sets the output, logs failed tests, and writes the JUnit file if it is
 * requested. Logs what cannot be read. That is an error only for the file, which must not pass for complete.
 * @throws the reason of `time.signal` when it aborts.
 */
export async function bringTests(
  { deps, gitlab, follow, results }: FollowRun,
  { root }: PipelineSnapshot,
  time: PartTime,
): Promise<CollectedTests> {
  const { log } = deps.host;
  const { junitFile } = results;
  const retryTimeoutMs = Math.min(follow.outageTimeoutMs, maxRetryTimeoutMs);
  const cases = junitFile === undefined ? 'failed' : 'all';
  const tests = await fetchTests(
    { ...deps, gitlab, retryTimeoutMs, endMs: time.endMs },
    { tree: root, cases },
    time.signal,
  );
  const { counts, suites, failed, unreadable } = tests;
  const isFound = suites.length > 0;
  if (isFound) {
    setOutputs(deps, testsOutput(tests));
    log.info(`Tests: ${testsLine(counts)}`);
  }
  for (const { name, problem } of suites) {
    if (problem !== undefined) {
      log.info(`Tests: GitLab could not read the report of ${nameLabel(name)}: ${cleanLine(problem, 300)}`);
    }
  }
  if (failed.length > 0) log.group(`failed tests (${failed.length})`, failedTestLines(failed));
  for (const unreadablePart of unreadable) log.info(`Tests: ${unreadablePart}`);
  const errors = junitFile === undefined ? [] : writeJunit(junitFile, tests, deps.host.masker.redact);
  return { tests: isFound || unreadable.length > 0 ? tests : undefined, errors };
}
