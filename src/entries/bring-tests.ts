import type { ErrorParts } from '../base/app-error.js';
import { cleanLine } from '../base/foreign-text.js';
import type { PipelineSnapshot } from '../follow/snapshot.js';
import { nameLabel } from '../report/job-label.js';
import { failedTestLines, testsLine } from '../report/test-lines.js';
import { testsOutput } from '../report/tests-output.js';
import { fetchTests, type FoundTests } from '../results/fetch-tests.js';
import type { FollowRun } from './follow-run.js';
import { setOutputs } from './run-deps.js';
import { writeJunit } from './write-junit.js';

/** How long one request may be out of reach. */
const longestPatienceMs = 20_000;

/** The tests of a pipeline, absent when no job has left a report; and why the file that was asked for is not whole. */
export interface BroughtTests {
  readonly tests: FoundTests | undefined;
  readonly troubles: readonly ErrorParts[];
}

/**
 * Reads the tests of a pipeline, sets the output, says what failed, and writes the JUnit file when one is asked for. What could not be read is said, and is only trouble for the
 * file, which must not be taken for whole.
 * @throws the reason of `signal` when it aborts.
 */
export async function bringTests(
  { deps, gitlab, follow, results }: FollowRun,
  { root }: PipelineSnapshot,
  signal: AbortSignal,
): Promise<BroughtTests> {
  const { log } = deps.host;
  const { junitFile } = results;
  const patienceMs = Math.min(follow.outageTimeoutMs, longestPatienceMs);
  const cases = junitFile === undefined ? 'failed' : 'all';
  const tests = await fetchTests({ ...deps, gitlab, patienceMs }, { tree: root, cases }, signal);
  const { counts, suites, failed, gaps } = tests;
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
  for (const gap of gaps) log.info(`Tests: ${gap}`);
  const troubles = junitFile === undefined ? [] : writeJunit(junitFile, tests);
  return { tests: isFound || gaps.length > 0 ? tests : undefined, troubles };
}
