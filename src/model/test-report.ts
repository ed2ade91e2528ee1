/** One test case as we read it. */
export interface TestCase {
  /** GitLab's own word: `success`, `failed`, `skipped`, `error`. */
  readonly status: string;
  /** May be empty. */
  readonly name: string;
  readonly classname?: string | undefined;
  /** As the report has it; most are relative to the repository. */
  readonly file?: string | undefined;
  readonly seconds: number;
  /** What the case said, or why it failed; any number of lines. */
  readonly output?: string | undefined;
}

/** The cases of one job, or of the parallel parts of one. */
export interface TestSuiteCases {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * Every case of a pipeline, by suite.
 * @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-for-a-pipeline
 */
export interface TestReport {
  readonly suites: readonly TestSuiteCases[];
}

/** How many test cases ended how, and how long they took together. */
export interface TestCounts {
  readonly total: number;
  readonly success: number;
  readonly failed: number;
  readonly skipped: number;
  /** Cases that broke, which GitLab tells from those that failed. */
  readonly error: number;
  readonly seconds: number;
}

/** The tests of one job. */
export interface TestSuite extends TestCounts {
  /** The name of the job. */
  readonly name: string;
  /** Why GitLab could not read the job's report, in its words. */
  readonly problem?: string | undefined;
  /** The jobs whose reports have been counted, by id; absent where GitLab does not say. */
  readonly jobIds?: readonly number[] | undefined;
}

/**
 * The tests of a pipeline, all zero where it has none. GitLab counts them after the jobs have ended, so that
 * this may lag behind the status.
 * @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-summary-for-a-pipeline
 */
export interface TestTotals extends TestCounts {
  readonly suites: readonly TestSuite[];
}
