import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { TestCase, TestCounts, TestReport } from '../model/test-report.js';
import { type CountedPipeline, type CountedSuite, countTests, testedPipelines } from './count-tests.js';
import type { JobTree } from './find-job.js';
import { type LackingSuite, type NeededCases, lackingSuites, lackingWords } from './lacking-cases.js';
import { type RetryWindow, readWithRetry } from './retry-read.js';

/** The GitLab calls that tests need. */
export type TestReader = Pick<GitLabClient, 'fetchTestSummary' | 'fetchTestReport'>;

/** A test case, and its suite and path. */
export interface FoundCase extends TestCase {
  readonly suite: string;
  readonly path: readonly string[];
}

/** The tests of a pipeline and of its downstream pipelines. */
export interface FoundTests {
  readonly counts: TestCounts;
  readonly suites: readonly CountedSuite[];
  /** The cases that failed or ended with an error. */
  readonly failed: readonly FoundCase[];
  /** All cases; absent unless requested. */
  readonly all: readonly FoundCase[] | undefined;
  /** What is missing and why, in words. Empty if everything is there. */
  readonly unreadable: readonly string[];
}

/**
 * Reads the tests of a pipeline and of its downstream pipelines. Sends no request if no job has a report.
 * Cases that GitLab counted and does not list are awaited like a server that is down. Failures are in
 * `unreadable`.
 * @throws the reason of `signal` when it aborts.
 */
export async function fetchTests(
  deps: RetryWindow & { readonly gitlab: TestReader },
  { tree, cases }: { readonly tree: JobTree; readonly cases: NeededCases },
  signal: AbortSignal,
): Promise<FoundTests> {
  const { counted, unreadable } = await countTests(deps, testedPipelines(tree), signal);
  const suites = counted.flatMap((each) => each.suites);
  const found: FoundCase[] = [];
  const errors = [...unreadable];
  /** One retry time is for all pipelines. */
  let awaiting: 'yes' | 'no' = 'yes';
  for (const each of counted) {
    const isWanted = cases === 'all' ? each.suites.length > 0 : each.suites.some(hasFailures);
    if (!isWanted) continue;
    const { pipelineId, projectId } = each.pipeline;
    const call = { project: { kind: 'id', id: projectId }, pipelineId } as const;
    const read = (readSignal: AbortSignal): Promise<Reply<TestReport>> =>
      deps.gitlab.fetchTestReport(call, readSignal);
    const lacking = (report: TestReport): readonly LackingSuite[] =>
      lackingSuites(each.suites, report, cases);
    const reply = await readWithRetry(
      deps,
      read,
      signal,
      (report) => awaiting === 'no' || lacking(report).length === 0,
    );
    if (reply.kind === 'ok') {
      for (const one of casesOf(reply.value, each)) found.push(one);
      const lacks = lacking(reply.value);
      if (lacks.length === 0) continue;
      awaiting = 'no';
      errors.push(lackingWords(lacks, { pipelineId, needed: cases }));
    } else
      errors.push(`the test cases of pipeline ${pipelineId} cannot be read (${describeReply(reply).why})`);
  }
  return {
    counts: sumOf(suites),
    suites,
    failed: found.filter(({ status }) => status === 'failed' || status === 'error'),
    all: cases === 'all' ? found : undefined,
    unreadable: errors,
  };
}

function hasFailures({ failed, error }: TestCounts): boolean {
  return failed + error > 0;
}

function casesOf(
  { suites }: TestReport,
  { pipeline, suites: counted }: CountedPipeline,
): readonly FoundCase[] {
  // The first of two with the same name counts.
  const paths = new Map(counted.toReversed().map(({ name, path }) => [name, path]));
  return suites.flatMap(({ name: suite, cases }) => {
    const path = paths.get(suite) ?? pipeline.path;
    return cases.map((each) => ({ ...each, suite, path }));
  });
}

function sumOf(suites: readonly TestCounts[]): TestCounts {
  const sum = (count: keyof TestCounts): number => suites.reduce((total, suite) => total + suite[count], 0);
  return {
    total: sum('total'),
    success: sum('success'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    error: sum('error'),
    seconds: sum('seconds'),
  };
}
