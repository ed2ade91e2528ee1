/** One test case as we read it. */
export interface TestCase {
  /** GitLab's own word: `success`, `failed`, `skipped`, `error`. */
  readonly status: string;
  /** May be empty. */
  readonly name: string;
  readonly classname?: string | undefined;
  /** As in the report; mostly relative to the repository. */
  readonly file?: string | undefined;
  readonly seconds: number;
  /** The output of the case, or why it failed; any number of lines. */
  readonly output?: string | undefined;
}

/** The cases of one job, or of all parallel jobs of one name. */
export interface TestSuiteCases {
  readonly name: string;
  /** What all cases took together, as GitLab counts it. */
  readonly seconds?: number | undefined;
  readonly cases: readonly TestCase[];
}

/**
 * Every test case of a pipeline, by suite.
 * @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-for-a-pipeline
 */
export interface TestReport {
  readonly suites: readonly TestSuiteCases[];
}

/** Number of test cases by result, and their total duration. */
export interface TestCounts {
  readonly total: number;
  readonly success: number;
  readonly failed: number;
  readonly skipped: number;
  /** Cases that ended with an error, which GitLab distinguishes from failed ones. */
  readonly error: number;
  readonly seconds: number;
}

/** The tests of one job. */
export interface TestSuite extends TestCounts {
  /** The name of the job. */
  readonly name: string;
  /** Why GitLab could not read the job's report, in its own words. */
  readonly problem?: string | undefined;
  /** IDs of the jobs whose reports are counted; absent if GitLab does not return them. */
  readonly jobIds?: readonly number[] | undefined;
}

/**
 * The tests of a pipeline; all zero if it has none. GitLab counts them after the jobs have ended, so the
 * numbers may lag behind the status.
 * @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-summary-for-a-pipeline
 */
export interface TestTotals extends TestCounts {
  readonly suites: readonly TestSuite[];
}
