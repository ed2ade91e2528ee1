/**
 * Who asks for the pipeline: the CI run that this step is part of, as far as its host tells. All texts are
 * foreign, titles above all.
 */
export interface CallerContext {
  /** Name of the CI, e.g. `GitHub Actions`. */
  readonly ci: string;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  readonly sha?: string | undefined;
  /** In full, e.g. `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref?: string | undefined;
  /** Short, e.g. `main` or `7/merge`. */
  readonly refName?: string | undefined;
  readonly actor?: string | undefined;
  readonly event?: string | undefined;
  readonly workflow?: string | undefined;
  readonly job?: string | undefined;
  readonly runId?: string | undefined;
  readonly runAttempt?: string | undefined;
  readonly runUrl?: string | undefined;
  /** The commit of the run that this one follows (the event `workflow_run`), whose own `sha` is another. */
  readonly followedSha?: string | undefined;
  /**
   * The branch of that run, and the repository that it is in: `owner/name:branch`; its own `ref` is another,
   * too.
   */
  readonly followedRef?: string | undefined;
  /** Where the host's API answers, when it is one like GitHub's. */
  readonly apiUrl?: string | undefined;
  readonly pullRequest?:
    | {
        readonly number: number;
        readonly title: string;
        readonly url?: string | undefined;
        readonly headRef?: string | undefined;
        readonly headSha?: string | undefined;
        readonly baseRef?: string | undefined;
        /** Whether it comes from another repository; such a run has a token that can only read. */
        readonly fromFork?: boolean | undefined;
      }
    | undefined;
}
