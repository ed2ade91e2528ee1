/** What differs between releases of GitLab. */
export interface ReleaseTraits {
  readonly version: string;
  readonly words: ReleaseWords;
  /** Members of a pipeline that not every release tells. */
  readonly pipelineMembers: readonly PipelineMember[];
  /** Whether a pipeline that was saved as failed is answered with 422, or with 201 as older releases do. */
  readonly savedFailure: 'refused' | 'created';
  /**
   * What comes of a Gitaly that is overloaded while a pipeline is made: a 400 about the pipeline (19.3), or a
   * 503.
   */
  readonly gitalyOverload: 'refused' | 'unavailable';
  /**
   * Whether the name of a variable is looked at while the pipeline is built (19.3), which leaves a failed
   * one, or as it is saved.
   */
  readonly variableNames: 'as_built' | 'as_saved';
  /** Whether a project can restrict who sets variables (13.8). */
  readonly variableRule: 'supported' | 'absent';
  /**
   * What is made of TRIGGER_PAYLOAD (13.9) in a project that restricts variables: alone it offended it until
   * 18.4 or so.
   */
  readonly payloadVariable: 'exempt' | 'counts' | 'absent';
  /** Whether pipelines per minute can be limited (14.x). */
  readonly creationLimit: 'supported' | 'absent';
  /** Whether a project that is being imported starts nothing. */
  readonly importCheck: 'supported' | 'absent';
  /** Whether the jobs of a project can be asked for by ref (19.1). */
  readonly jobRefFilter: 'supported' | 'ignored';
  /** Whether the jobs of a project can be listed with cursors instead of pages (15.x). */
  readonly jobCursors: 'supported' | 'ignored';
  /** Whether a job says by what its pipeline was started (19.x). */
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
  /** Whether artifacts come with a strong `ETag`, which 19.x adds to those that GitLab sends itself. */
  readonly artifactEtags: 'sent' | 'absent';
  /** Whether a job token reads pipelines (19.1), their jobs (18.0), or nothing but artifacts. */
  readonly jobTokenReads: 'pipelines' | 'jobs_only' | 'artifacts_only';
  /**
   * Whether a project lists the projects whose jobs may use it (15.9), or only the user of the job counts.
   */
  readonly jobTokenAllowlist: 'supported' | 'absent';
  /**
   * What a job token is told after its job: a 401 with what became of the job, or one 400 for all of it as of
   * old.
   */
  readonly deadJobTokens: 'unauthorized' | 'bad_request';
  readonly createdFilters: 'supported' | 'ignored';
  /** Whether pipelines can be listed by `source` (14.3). */
  readonly sourceFilter: 'supported' | 'ignored';
  /** Whether a child pipeline is found by its number (13.3). */
  readonly childPipelines: 'found' | 'hidden';
  /**
   * Whether the jobs of a pipeline come newest first and without earlier attempts (13.5), or all of them and
   * oldest first.
   */
  readonly jobLists: 'latest_newest_first' | 'all_oldest_first';
  /** Whether a job that is canceled may be `canceling` for a while (17.0). */
  readonly cancelingStatus: 'supported' | 'absent';
  /** Whether `inputs` exist (17.11); older releases ignore them without a word. */
  readonly pipelineInputs: 'supported' | 'ignored';
  /** How many inputs may be given. */
  readonly mostInputs: number;
  /**
   * How the check of a CI configuration is told its ref; one that a release does not know is passed over
   * (`content_ref` came in 16.10). It is there since 13.5.
   */
  readonly lintRef: 'content_ref' | 'sha' | 'no_route';
  /**
   * What a trigger token past its expiry does: nothing looks at it, and since 18.4 or so it is deleted 30
   * days later. No release is known to refuse it at once.
   */
  readonly expiredTriggers: 'refused' | 'accepted' | 'accepted_for_30_days';
  /**
   * Whether trigger tokens can expire (17.x, behind a feature flag); servers that do not know it pass over
   * `expires_at`.
   */
  readonly triggerExpiry: 'supported' | 'ignored';
  /** What new trigger tokens look like. */
  readonly newTriggers: 'bare_hexadecimal' | 'prefixed_hexadecimal' | 'prefixed_friendly';
  /**
   * By which names trigger jobs are listed: `bridges` came after 13.0, `trigger_jobs` in 19.2, which
   * deprecates the other.
   */
  readonly triggerJobRoutes: readonly ('bridges' | 'trigger_jobs')[];
  /** Whether an access token can be looked up by itself (15.5). */
  readonly ownToken: 'supported' | 'no_route';
  /** On which answers the counters of the throttle go, where a scenario does not say. */
  readonly rateLimitHeaders: 'always' | 'when_throttled' | 'never';
  /** Whether a pipeline has a tag by which GraphQL requests can be conditional (13.10). */
  readonly changeTags: 'supported' | 'absent';
  /** Whether each answer has `X-Gitlab-Meta`. */
  readonly metaHeader: 'sent' | 'absent';
}

export type PipelineMember = 'iid' | 'project_id' | 'source' | 'name' | 'queued_duration' | 'archived';

/** What a release says where others use other words. */
export interface ReleaseWords {
  readonly filteredByWorkflow: string;
  readonly noJobs: string;
  readonly tooManyJobs: (counts: { readonly requested: number; readonly limit: number }) => string;
  readonly protectedRef: (ref: string) => string;
  /** What a fine-grained token lacks; absent where there are none, as before 18.10. */
  readonly missingPermission: ((permission: string) => string) | undefined;
}
