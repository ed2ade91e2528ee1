import type { GitLabClient } from '../../../src/gitlab/client.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import { memberOf, noAbort } from './recorded-answers.js';

/** How the client asks for one kind of answer, and what it makes of it. */
export interface RecordedKind {
  readonly file: string;
  /** What came of each item of the body: one, or as many as the list has. */
  readonly ask: (client: GitLabClient, body: unknown) => Promise<Reply<readonly unknown[]>>;
  /** Names of ours and GitLab's, for every value that is read. */
  readonly fields: Readonly<Record<string, string>>;
  /** Members without which an item is not read. */
  readonly required: readonly string[];
  /** Members that may be absent, and are no longer ours when they are of another type. */
  readonly typed?: readonly string[];
}

const project = { kind: 'id', id: 42 } as const;

/** The first number that an item of the body has there: what is asked for is what the answer is about. */
function numberIn(body: unknown, member: string): number | undefined {
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  return items.map((item) => memberOf(item, member)).find((value) => typeof value === 'number');
}

function idOf(body: unknown): number {
  return numberIn(body, 'id') ?? 7;
}

function projectOf(body: unknown): { readonly kind: 'id'; readonly id: number } {
  return { kind: 'id', id: numberIn(body, 'project_id') ?? project.id };
}

function pipelineOf(body: unknown): { readonly project: typeof project; readonly pipelineId: number } {
  return { project, pipelineId: numberIn(body, 'pipeline.id') ?? 7 };
}

async function alone<T>(asking: Promise<Reply<T>>): Promise<Reply<readonly T[]>> {
  const reply = await asking;
  return reply.kind === 'ok' ? { ...reply, value: [reply.value] } : reply;
}

/** A list with its gaps, where it may have some. */
async function listed<T>(
  asking: Promise<
    Reply<{ readonly items: readonly T[]; readonly unfit?: { readonly why: string } | undefined }>
  >,
): Promise<Reply<readonly T[]>> {
  const reply = await asking;
  if (reply.kind !== 'ok') return reply;
  const { items, unfit } = reply.value;
  return { ...reply, value: items, unfit: unfit === undefined ? undefined : [{ unfit: unfit.why }] };
}

const pipelineFields = {
  id: 'id',
  iid: 'iid',
  projectId: 'project_id',
  status: 'status',
  ref: 'ref',
  sha: 'sha',
  webUrl: 'web_url',
  source: 'source',
  name: 'name',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  durationSeconds: 'duration',
  queuedSeconds: 'queued_duration',
  coverage: 'coverage',
  yamlErrors: 'yaml_errors',
  statusGroup: 'detailed_status.group',
};

const jobFields = {
  id: 'id',
  name: 'name',
  stage: 'stage',
  status: 'status',
  webUrl: 'web_url',
  allowFailure: 'allow_failure',
  createdAt: 'created_at',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  durationSeconds: 'duration',
  queuedSeconds: 'queued_duration',
  failureReason: 'failure_reason',
  coverage: 'coverage',
  artifactsExpireAt: 'artifacts_expire_at',
};

const bridgeFields = {
  ...jobFields,
  'downstream.pipelineId': 'downstream_pipeline.id',
  'downstream.projectId': 'downstream_pipeline.project_id',
  'downstream.status': 'downstream_pipeline.status',
  'downstream.webUrl': 'downstream_pipeline.web_url',
  'unreadDownstream.status': 'unread',
};

const triggerFields = {
  id: 'id',
  description: 'description',
  owner: 'owner.username',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastUsed: 'last_used',
  expiresAt: 'expires_at',
};

const pipelineNeeds = { required: ['id', 'status', 'ref', 'sha'], typed: ['project_id', 'web_url'] } as const;
const jobNeeds = ['id', 'name', 'stage', 'status', 'web_url'] as const;

export const recordedKinds: readonly RecordedKind[] = [
  {
    file: 'pipeline',
    ask: (client, body) =>
      alone(client.fetchPipeline({ project: projectOf(body), pipelineId: idOf(body) }, noAbort)),
    fields: pipelineFields,
    ...pipelineNeeds,
  },
  {
    file: 'pipelines',
    ask: (client, body) => client.listPipelines({ project: projectOf(body), filters: {} }, noAbort),
    fields: pipelineFields,
    ...pipelineNeeds,
  },
  {
    file: 'job',
    ask: (client) => alone(client.playJob({ project, jobId: 7 }, noAbort)),
    fields: jobFields,
    required: jobNeeds,
  },
  {
    file: 'jobs',
    ask: (client, body) => listed(client.fetchJobs(pipelineOf(body), noAbort)),
    fields: jobFields,
    required: jobNeeds,
  },
  {
    file: 'bridge',
    ask: (client, body) => listed(client.fetchBridges(pipelineOf(body), noAbort)),
    fields: bridgeFields,
    required: jobNeeds,
  },
  {
    file: 'bridges',
    ask: (client, body) => listed(client.fetchBridges(pipelineOf(body), noAbort)),
    fields: bridgeFields,
    required: jobNeeds,
  },
  {
    file: 'trigger',
    ask: (client, body) => alone(client.fetchTriggerToken({ project, triggerId: idOf(body) }, noAbort)),
    fields: triggerFields,
    required: ['id'],
  },
  {
    file: 'triggers',
    ask: (client) => listed(client.listTriggerTokens({ project }, noAbort)),
    fields: triggerFields,
    required: ['id'],
  },
  {
    file: 'variables',
    ask: (client) => client.fetchVariables(pipelineOf(undefined), noAbort),
    fields: { key: 'key', value: 'value' },
    required: ['key'],
  },
  {
    file: 'ref',
    ask: (client) => alone(client.fetchBranch({ project, name: 'main' }, noAbort)),
    fields: {
      name: 'name',
      sha: 'commit.id',
      isProtected: 'protected',
      canPush: 'can_push',
      developersCanPush: 'developers_can_push',
      developersCanMerge: 'developers_can_merge',
    },
    required: ['name'],
  },
  {
    file: 'project',
    ask: (client) => alone(client.fetchProject({ project }, noAbort)),
    fields: {
      id: 'id',
      path: 'path_with_namespace',
      webUrl: 'web_url',
      defaultBranch: 'default_branch',
      archived: 'archived',
      ciAccess: 'builds_access_level',
      ciConfigPath: 'ci_config_path',
      variablesRole: 'ci_pipeline_variables_minimum_override_role',
      restrictsVariables: 'restrict_user_defined_variables',
    },
    required: ['id', 'path_with_namespace', 'web_url'],
  },
  {
    file: 'own-token',
    ask: (client) => alone(client.fetchOwnToken(noAbort)),
    fields: { scopes: 'scopes', active: 'active', expiresAt: 'expires_at' },
    required: ['scopes'],
  },
  {
    file: 'version',
    ask: (client) => alone(client.fetchVersion(noAbort)),
    fields: { version: 'version' },
    required: ['version'],
  },
  {
    file: 'lint',
    ask: (client) => alone(client.lintConfig({ project, ref: 'main', parameter: 'content_ref' }, noAbort)),
    fields: { valid: 'valid', errors: 'errors', warnings: 'warnings', mergedYaml: 'merged_yaml' },
    required: ['valid'],
  },
  {
    file: 'test-report-summary',
    ask: (client) => alone(client.fetchTestSummary(pipelineOf(undefined), noAbort)),
    fields: {
      total: 'total.count',
      success: 'total.success',
      failed: 'total.failed',
      skipped: 'total.skipped',
      error: 'total.error',
      seconds: 'total.time',
    },
    required: ['total'],
  },
  {
    file: 'test-report',
    ask: (client) => alone(client.fetchTestReport(pipelineOf(undefined), noAbort)),
    fields: { 'suites.length': 'test_suites.length' },
    required: ['test_suites'],
  },
];
