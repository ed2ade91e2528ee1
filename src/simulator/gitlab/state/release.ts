import type { ReleaseTraits, ReleaseWords } from './release-traits.js';

/** The releases that can be simulated, oldest first. */
export const releaseNames = ['13.0', '16.11', '18.2', '19.3'] as const;

export type ReleaseName = (typeof releaseNames)[number];

/** The names of fine-grained permissions on the page where they are granted, and in current refusals. */
const titles: Readonly<Record<string, string>> = {
  read_project: 'Project: Read',
  read_pipelines: 'Pipeline: Read',
  create_pipelines: 'Pipeline: Create',
  admin_pipelines: 'Pipeline: Update',
  read_jobs: 'Job: Read',
  admin_jobs: 'Job: Run',
  read_triggers: 'Trigger: Read',
  admin_triggers: 'Trigger: Create',
  read_ci_config: 'CI Config: Read',
  read_branch: 'Branch: Read',
  read_tag: 'Repository Tag: Read',
  read_repository_file: 'Repository: Read',
  read_own_token: 'Personal Access Token: Read',
};

const ofToday: ReleaseWords = {
  filteredByWorkflow: 'The pipeline did not run. Review the workflow:rules configuration for the pipeline.',
  noJobs:
    'The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.',
  tooManyJobs: ({ limit }) =>
    `The number of jobs has exceeded the limit of ${limit}. Try splitting the configuration with parent-child-pipelines https://gitlab.example.com/help`,
  protectedRef: (ref) =>
    `You do not have sufficient permission to run a pipeline on '${ref}'. Please select a different branch or contact your administrator for assistance.`,
  missingPermission: (permission) =>
    `Access denied: This operation requires a fine-grained personal access token with the following project permissions: [${titles[permission] ?? permission}].`,
};

const of18: ReleaseWords = {
  ...ofToday,
  tooManyJobs: ({ requested, limit }) =>
    `Pipeline has too many jobs! Requested ${requested}, but the limit is ${limit}.`,
  missingPermission: undefined,
};

const of16: ReleaseWords = {
  ...of18,
  filteredByWorkflow: 'Pipeline filtered out by workflow rules.',
  noJobs:
    'Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline.',
};

const of13: ReleaseWords = {
  ...of16,
  noJobs: 'No stages / jobs for this pipeline.',
  protectedRef: (ref) => `Insufficient permissions for protected ref '${ref}'`,
};

const newest: ReleaseTraits = {
  version: '19.3.0',
  words: ofToday,
  pipelineMembers: ['iid', 'project_id', 'source', 'name', 'queued_duration', 'archived'],
  savedFailure: 'refused',
  gitalyOverload: 'refused',
  variableNames: 'as_built',
  variableRule: 'supported',
  payloadVariable: 'exempt',
  creationLimit: 'supported',
  importCheck: 'supported',
  jobRefFilter: 'supported',
  jobCursors: 'supported',
  jobSource: 'sent',
  runnerActivity: 'sent',
  metadata: 'supported',
  artifactTree: 'supported',
  maintenanceMode: 'supported',
  traceOffsets: 'supported',
  artifactEtags: 'sent',
  jobTokenReads: 'pipelines',
  jobTokenAllowlist: 'supported',
  deadJobTokens: 'unauthorized',
  createdFilters: 'supported',
  sourceFilter: 'supported',
  childPipelines: 'found',
  jobLists: 'latest_newest_first',
  cancelingStatus: 'supported',
  pipelineInputs: 'supported',
  mostInputs: 20,
  lintRef: 'content_ref',
  expiredTriggers: 'accepted_for_30_days',
  triggerExpiry: 'supported',
  newTriggers: 'prefixed_friendly',
  triggerJobRoutes: ['bridges', 'trigger_jobs'],
  ownToken: 'supported',
  rateLimitHeaders: 'always',
  changeTags: 'supported',
  metaHeader: 'sent',
};

const v18: ReleaseTraits = {
  ...newest,
  version: '18.2.8',
  words: of18,
  pipelineMembers: ['iid', 'project_id', 'source', 'name', 'queued_duration'],
  gitalyOverload: 'unavailable',
  variableNames: 'as_saved',
  payloadVariable: 'counts',
  jobRefFilter: 'ignored',
  jobSource: 'absent',
  runnerActivity: 'absent',
  artifactTree: 'no_route',
  traceOffsets: 'ignored',
  artifactEtags: 'absent',
  jobTokenReads: 'jobs_only',
  mostInputs: Infinity,
  expiredTriggers: 'accepted',
  newTriggers: 'prefixed_hexadecimal',
  triggerJobRoutes: ['bridges'],
  rateLimitHeaders: 'when_throttled',
};

const v16: ReleaseTraits = {
  ...v18,
  version: '16.11.10',
  words: of16,
  jobTokenReads: 'artifacts_only',
  createdFilters: 'ignored',
  cancelingStatus: 'absent',
  pipelineInputs: 'ignored',
  triggerExpiry: 'ignored',
};

const v13: ReleaseTraits = {
  ...v16,
  version: '13.0.14',
  words: of13,
  pipelineMembers: [],
  savedFailure: 'created',
  jobCursors: 'ignored',
  metadata: 'no_route',
  variableRule: 'absent',
  payloadVariable: 'absent',
  creationLimit: 'absent',
  importCheck: 'absent',
  maintenanceMode: 'absent',
  jobTokenAllowlist: 'absent',
  deadJobTokens: 'bad_request',
  sourceFilter: 'ignored',
  childPipelines: 'hidden',
  jobLists: 'all_oldest_first',
  lintRef: 'no_route',
  newTriggers: 'bare_hexadecimal',
  triggerJobRoutes: [],
  ownToken: 'no_route',
  rateLimitHeaders: 'never',
  changeTags: 'absent',
  metaHeader: 'absent',
};

/**
 * How each release behaves, by GitLab's source, its documentation and recorded responses. If the boundary
 * between two releases is unknown, the older one has GitLab's earlier behavior.
 */
export const releases: Readonly<Record<ReleaseName, ReleaseTraits>> = {
  '13.0': v13,
  '16.11': v16,
  '18.2': v18,
  '19.3': newest,
};

export const currentRelease: ReleaseTraits = newest;

/** A GitLab from years ago. The first trait matters most: bad YAML gives 201 and a failed pipeline. */
export const legacyRelease: ReleaseTraits = {
  ...v16,
  version: '14.10.5',
  words: { ...of16, noJobs: of13.noJobs },
  pipelineMembers: ['iid', 'project_id', 'source', 'queued_duration'],
  savedFailure: 'created',
  jobTokenReads: 'jobs_only',
  lintRef: 'sha',
  jobCursors: 'ignored',
  metadata: 'no_route',
};

/** The traits that a scenario requests: those of a release, or of the newest one with changes. */
export function releaseOf(asked: ReleaseName | Partial<ReleaseTraits> | undefined): ReleaseTraits {
  return typeof asked === 'string' ? releases[asked] : { ...currentRelease, ...asked };
}
