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

/** Every case of a pipeline, by suite. @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-for-a-pipeline */
export interface TestReport {
  readonly suites: readonly TestSuiteCases[];
}
