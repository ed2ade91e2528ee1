/** The differences between releases of GitLab. */
export interface ReleaseTraits {
  readonly version: string;
  readonly words: ReleaseWords;
  /** Members of a pipeline that not every release returns. */
  readonly pipelineMembers: readonly PipelineMember[];
  /** Whether a pipeline that was saved as failed is answered with 422, or with 201 as older releases do. */
  readonly savedFailure: 'refused' | 'created';
  /**
   * The response if Gitaly is overloaded while a pipeline is created: a 400 about the pipeline (19.3), or a
   * 503.
   */
  readonly gitalyOverload: 'refused' | 'unavailable';
  /**
   * Whether the name of a variable is checked while the pipeline is built (19.3), which leaves a failed one,
   * or when it is saved.
   */
  readonly variableNames: 'as_built' | 'as_saved';
  /** Whether a project can restrict who sets variables (13.8). */
  readonly variableRule: 'supported' | 'absent';
  /**
   * How TRIGGER_PAYLOAD (13.9) counts in a project that restricts variables: until about 18.4, it alone was a
   * violation.
   */
  readonly payloadVariable: 'exempt' | 'counts' | 'absent';
  /** Whether pipelines per minute can be limited (14.x). */
  readonly creationLimit: 'supported' | 'absent';
  /** Whether a project that is being imported refuses to start pipelines. */
  readonly importCheck: 'supported' | 'absent';
  /** Whether the jobs of a project can be filtered by ref (19.1). */
  readonly jobRefFilter: 'supported' | 'ignored';
  /** Whether the jobs of a project can be listed with cursors instead of pages (15.x). */
  readonly jobCursors: 'supported' | 'ignored';
  /** Whether a job shows the source of its pipeline (19.x). */
  readonly jobSource: 'sent' | 'absent';
  /** Whether the runner of a job says since when it is there, and whether it is busy (18.x). */
  readonly runnerActivity: 'sent' | 'absent';
  /** Whether there is `GET /metadata` (15.2). */
  readonly metadata: 'supported' | 'no_route';
  /** Whether the files of an archive can be listed (19.x). */
  readonly artifactTree: 'supported' | 'no_route';
  /** Whether there is a maintenance mode (13.9). */
  readonly maintenanceMode: 'supported' | 'absent';
  /** Whether traces can be read from an offset (19.1). */
  readonly traceOffsets: 'supported' | 'ignored';
  /** Whether artifacts have a strong `ETag`, which 19.x adds to those that GitLab sends itself. */
  readonly artifactEtags: 'sent' | 'absent';
  /** Whether a job token reads pipelines (19.1), their jobs (18.0), or nothing but artifacts. */
  readonly jobTokenReads: 'pipelines' | 'jobs_only' | 'artifacts_only';
  /**
   * Whether a project lists the projects whose jobs may use it (15.9), or only the user of the job counts.
   */
  readonly jobTokenAllowlist: 'supported' | 'absent';
  /**
   * The response to a job token after its job: a 401 that says what happened to the job, or in old releases
   * the same 400 for every cause.
   */
  readonly deadJobTokens: 'unauthorized' | 'bad_request';
  readonly createdFilters: 'supported' | 'ignored';
  /** Whether pipelines can be listed by `source` (14.3). */
  readonly sourceFilter: 'supported' | 'ignored';
  /** Whether a child pipeline is found by its number (13.3). */
  readonly childPipelines: 'found' | 'hidden';
  /**
   * Whether the jobs of a pipeline are listed newest first and without earlier attempts (13.5), or all of
   * them and oldest first.
   */
  readonly jobLists: 'latest_newest_first' | 'all_oldest_first';
  /** Whether a canceled job can be `canceling` for a while (17.0). */
  readonly cancelingStatus: 'supported' | 'absent';
  /** Whether `inputs` exist (17.11); older releases silently ignore them. */
  readonly pipelineInputs: 'supported' | 'ignored';
  /** How many inputs may be given. */
  readonly mostInputs: number;
  /**
   * The parameter for the ref in a check of the CI configuration; a release ignores one that it does not know
   * (`content_ref` is from 16.10). The check exists since 13.5.
   */
  readonly lintRef: 'content_ref' | 'sha' | 'no_route';
  /**
   * The effect of expiry on a trigger token: none at first; since about 18.4, GitLab deletes the token 30
   * days later. No release is known to refuse it at once.
   */
  readonly expiredTriggers: 'refused' | 'accepted' | 'accepted_for_30_days';
  /**
   * Whether trigger tokens can expire (17.x, behind a feature flag); servers without it ignore `expires_at`.
   */
  readonly triggerExpiry: 'supported' | 'ignored';
  /** The format of new trigger tokens. */
  readonly newTriggers: 'bare_hexadecimal' | 'prefixed_hexadecimal' | 'prefixed_friendly';
  /**
   * The names of the list of trigger jobs: `bridges` came after 13.0, `trigger_jobs` in 19.2, which
   * deprecates the other.
   */
  readonly triggerJobRoutes: readonly ('bridges' | 'trigger_jobs')[];
  /** Whether an access token can read its own entry (15.5). */
  readonly ownToken: 'supported' | 'no_route';
  /** Which responses have the counters of the throttle, unless a scenario says so. */
  readonly rateLimitHeaders: 'always' | 'when_throttled' | 'never';
  /** Whether a pipeline has a tag by which GraphQL requests can be conditional (13.10). */
  readonly changeTags: 'supported' | 'absent';
  /** Whether each response has `X-Gitlab-Meta`. */
  readonly metaHeader: 'sent' | 'absent';
}

export type PipelineMember = 'iid' | 'project_id' | 'source' | 'name' | 'queued_duration' | 'archived';

/** Texts that differ between releases. */
export interface ReleaseWords {
  readonly filteredByWorkflow: string;
  readonly noJobs: string;
  readonly tooManyJobs: (counts: { readonly requested: number; readonly limit: number }) => string;
  readonly protectedRef: (ref: string) => string;
  /** The permission that a fine-grained token lacks; absent in releases without them, before 18.10. */
  readonly missingPermission: ((permission: string) => string) | undefined;
}
