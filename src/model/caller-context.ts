/**
 * The CI run that this step is part of, as far as its host tells. All texts come from outside, titles in
 * particular.
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
  /** Absent where the host does not tell the attempts of a run apart. */
  readonly attempt?: StepAttempt | undefined;
  /**
   * The commit of the run that triggered this one (the event `workflow_run`); `sha` is a different one then.
   */
  readonly followedSha?: string | undefined;
  /** The branch of that run with its repository: `owner/name:branch`; `ref` is a different one then. */
  readonly followedRef?: string | undefined;
  /** The URL of the host's API, if it is compatible with GitHub's. */
  readonly apiUrl?: string | undefined;
  readonly pullRequest?:
    | {
        readonly number: number;
        readonly title: string;
        readonly url?: string | undefined;
        readonly headRef?: string | undefined;
        readonly headSha?: string | undefined;
        readonly baseRef?: string | undefined;
        /** Whether it comes from another repository. The token of such a run can only read. */
        readonly fromFork?: boolean | undefined;
      }
    | undefined;
}

/**
 * Whether the context tells this caller from all others: only then may a pipeline count as one that it
 * started.
 */
export function identifiesCaller({ repository, workflow }: CallerContext): boolean {
  return repository !== undefined && workflow !== undefined;
}

/** One attempt of a step, as its host tells it from the others. */
export interface StepAttempt {
  /** The same in all attempts of a run, and in no other run. */
  readonly run: string;
  /** Job, step and leg of a matrix, as far as the host names them: the same in all attempts. */
  readonly step: readonly string[];
  /** Another one in each attempt. Where it is a number, it counts up. */
  readonly id: string;
  /** Whether the host says that there was no attempt before; `unknown` where it does not tell. */
  readonly isFirst: boolean | 'unknown';
}
