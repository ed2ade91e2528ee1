/** What differs between releases of GitLab. */
export interface ReleaseTraits {
  readonly version: string;
  /** Whether a pipeline that was saved as failed is answered with 422, or with 201 as older releases do. */
  readonly savedFailure: 'refused' | 'created';
  /** Whether traces can be read from an offset (19.1). */
  readonly traceOffsets: 'supported' | 'ignored';
  /** Whether artifacts come with a strong `ETag`, which 19.x adds to those that GitLab sends itself. */
  readonly artifactEtags: 'sent' | 'absent';
  /** Whether a job token reads pipelines (19.1), or only their jobs (18.0). */
  readonly jobTokenReads: 'pipelines' | 'jobs_only';
  readonly createdFilters: 'supported' | 'ignored';
  /** Whether `inputs` exist (17.11); older releases ignore them without a word. */
  readonly pipelineInputs: 'supported' | 'ignored';
  /** Whether TRIGGER_PAYLOAD alone offends a project that restricts variables, as before 18.4 or so. */
  readonly payloadVariable: 'exempt' | 'counts';
  /** How the check of a CI configuration is told its ref; one that a release does not know is passed over (`content_ref` came in 16.10). */
  readonly lintRef: 'content_ref' | 'sha';
  /** What a trigger token past its expiry does; not settled by GitLab's documentation. */
  readonly expiredTriggers: 'refused' | 'accepted';
  /** By which names trigger jobs are listed: `trigger_jobs` came in 19.2 and deprecates `bridges`. */
  readonly triggerJobRoutes: readonly ('bridges' | 'trigger_jobs')[];
  /** Whether trigger tokens can expire (17.x, behind a feature flag); servers that do not know it pass over `expires_at`. */
  readonly triggerExpiry: 'supported' | 'ignored';
}

export const currentRelease: ReleaseTraits = {
  version: '19.1.0',
  savedFailure: 'refused',
  traceOffsets: 'supported',
  artifactEtags: 'sent',
  jobTokenReads: 'pipelines',
  createdFilters: 'supported',
  pipelineInputs: 'supported',
  payloadVariable: 'exempt',
  lintRef: 'content_ref',
  expiredTriggers: 'refused',
  triggerJobRoutes: ['bridges'],
  triggerExpiry: 'supported',
};

/** A GitLab of years ago; the first trait is the one that bites: bad YAML is answered with 201 and a failed pipeline. */
export const legacyRelease: ReleaseTraits = {
  version: '14.10.5',
  savedFailure: 'created',
  traceOffsets: 'ignored',
  artifactEtags: 'absent',
  jobTokenReads: 'jobs_only',
  createdFilters: 'ignored',
  pipelineInputs: 'ignored',
  payloadVariable: 'counts',
  lintRef: 'sha',
  expiredTriggers: 'accepted',
  triggerJobRoutes: ['bridges'],
  triggerExpiry: 'ignored',
};
