import * as z from 'zod/mini';

import { Secret } from '../../base/secret.js';
import { tokenStartOf } from '../../base/text.js';
import {
  type Bridge,
  type Job,
  type JobArtifact,
  type ListedVariable,
  type Project,
  type TriggerToken,
  type UnfitEntry,
  isUnfit,
} from '../../model/pipeline.js';
import { hasNone, tooOld } from '../responses/oldest-release.js';
import {
  type Reading,
  idSchema,
  mapped,
  measureSchema,
  optional,
  readDownstream,
  readEntries,
  readList,
  readWith,
  shortText,
  textSchema,
  urlSchema,
} from './schema-parts.js';

export { readCreatedPipeline, readPipeline, readPipelines } from './pipeline-schemas.js';
export { readTestReport, readTestTotals } from './test-schemas.js';

export type { Reading };

const accessSchema = optional(z.object({ access_level: measureSchema }));

const projectSchema = z.object({
  id: idSchema,
  path_with_namespace: textSchema,
  web_url: urlSchema,
  default_branch: optional(textSchema),
  archived: optional(z.boolean()),
  builds_access_level: optional(textSchema),
  ci_config_path: optional(z.string()),
  ci_pipeline_variables_minimum_override_role: optional(textSchema),
  restrict_user_defined_variables: optional(z.boolean()),
  permissions: optional(z.object({ project_access: accessSchema, group_access: accessSchema })),
});

const artifactSchema = z.object({
  file_type: textSchema,
  filename: optional(textSchema),
  size: optional(z.int().check(z.gte(0))),
  file_format: optional(textSchema),
});

const jobFields = {
  id: idSchema,
  name: textSchema,
  stage: textSchema,
  status: textSchema,
  web_url: urlSchema,
  allow_failure: optional(z.boolean()),
  created_at: optional(textSchema),
  started_at: optional(textSchema),
  finished_at: optional(textSchema),
  duration: optional(measureSchema),
  queued_duration: optional(measureSchema),
  failure_reason: optional(textSchema),
  coverage: optional(z.union([textSchema, measureSchema])),
  artifacts: optional(z.array(optional(artifactSchema))),
  artifacts_file: optional(z.object({ filename: textSchema, size: optional(z.int().check(z.gte(0))) })),
  artifacts_expire_at: optional(textSchema),
};

const jobSchema = z.object(jobFields);

const oldJobSchema = z.object({ id: idSchema, name: textSchema, stage: textSchema, status: textSchema });

/** The downstream pipeline is read separately, because an unreadable one is not the same as none. */
const bridgeSchema = z.object({ ...jobFields, downstream_pipeline: z.optional(z.unknown()) });

const variableSchema = z.object({ key: textSchema, value: optional(z.string()) });

const triggerTokenSchema = z.object({
  id: idSchema,
  token: optional(z.string()),
  description: optional(z.string()),
  created_at: optional(textSchema),
  updated_at: optional(textSchema),
  last_used: optional(textSchema),
  expires_at: optional(textSchema),
  owner: optional(z.object({ username: optional(textSchema) })),
});

/** Reads a project; members that GitLab shows only to some users are optional. */
export function readProject(body: unknown): Reading<Project> {
  return mapped(readWith(projectSchema, body), (project) => ({
    id: project.id,
    path: project.path_with_namespace,
    webUrl: project.web_url,
    defaultBranch: project.default_branch,
    archived: project.archived,
    ciAccess: project.builds_access_level,
    ciConfigPath: project.ci_config_path,
    variablesRole: project.ci_pipeline_variables_minimum_override_role,
    restrictsVariables: project.restrict_user_defined_variables,
    accessLevel: accessLevelOf(project),
  }));
}

/** The higher of the roles in the project and in its group. */
function accessLevelOf({ permissions }: z.infer<typeof projectSchema>): number | undefined {
  const levels = [permissions?.project_access, permissions?.group_access].flatMap((access) =>
    access === undefined ? [] : [access.access_level],
  );
  return levels.length === 0 ? undefined : Math.max(...levels);
}

/** Reads a job from any endpoint; trigger jobs fit too. */
export function readJob(body: unknown): Reading<Job> {
  const reading = mapped(readWith(jobSchema, body), jobOf);
  return reading.kind === 'unfit' && isOldJob(body) ? tooOld('jobs') : reading;
}

/** An unreadable entry does not affect the others. */
export function readJobs(body: unknown): Reading<readonly (Job | UnfitEntry)[]> {
  return areOldJobs(body) ? tooOld('jobs') : readList(jobSchema, body, jobOf);
}

function areOldJobs(body: unknown): boolean {
  return Array.isArray(body) && body.length > 0 && body.every(isOldJob);
}

/** A job that lacks only its URL, as before 11.2. */
function isOldJob(body: unknown): boolean {
  return hasNone(body, 'web_url') && oldJobSchema.safeParse(body).success;
}

/** The same for trigger jobs. An unreadable downstream pipeline never counts as one that does not exist. */
export function readBridges(body: unknown): Reading<readonly (Bridge | UnfitEntry)[]> {
  return areOldJobs(body) ? tooOld('jobs') : readList(bridgeSchema, body, bridgeOf);
}

/** Omits variables whose value GitLab does not show. An unreadable entry does not affect the others. */
export function readVariables(body: unknown): Reading<readonly (ListedVariable | UnfitEntry)[]> {
  return mapped(readEntries(variableSchema, body), (variables) =>
    variables.flatMap((variable): readonly (ListedVariable | UnfitEntry)[] => {
      if (isUnfit(variable)) return [variable];
      const { key, value } = variable;
      return value === undefined ? [] : [{ key, value }];
    }),
  );
}

/** Reads a trigger token. A whole token becomes a `Secret`. */
export function readTriggerToken(body: unknown): Reading<TriggerToken> {
  return mapped(readWith(triggerTokenSchema, body), triggerTokenOf);
}

/** An unreadable entry does not affect the others. */
export function readTriggerTokens(body: unknown): Reading<readonly (TriggerToken | UnfitEntry)[]> {
  return mapped(readEntries(triggerTokenSchema, body), (tokens) =>
    tokens.map((token) => (isUnfit(token) ? token : triggerTokenOf(token))),
  );
}

/** From here on, a whole token is a `Secret`. */
function triggerTokenOf(trigger: z.infer<typeof triggerTokenSchema>): TriggerToken {
  const { token = '' } = trigger;
  const { start, whole } = tokenStartOf(token);
  return {
    id: trigger.id,
    description: trigger.description ?? '',
    start,
    secret: whole ? new Secret(token) : undefined,
    owner: trigger.owner?.username,
    createdAt: trigger.created_at,
    updatedAt: trigger.updated_at,
    lastUsed: trigger.last_used,
    expiresAt: trigger.expires_at,
  };
}

function jobOf(job: z.infer<typeof jobSchema>): Job {
  return {
    id: job.id,
    name: shortText(job.name),
    stage: shortText(job.stage),
    status: shortText(job.status),
    allowFailure: job.allow_failure ?? false,
    ...(job.allow_failure === undefined ? { isAllowanceUnknown: true as const } : {}),
    webUrl: shortText(job.web_url),
    createdAt: shortened(job.created_at),
    startedAt: shortened(job.started_at),
    finishedAt: shortened(job.finished_at),
    durationSeconds: job.duration,
    queuedSeconds: job.queued_duration,
    failureReason: shortened(job.failure_reason),
    coverage: shortened(job.coverage === undefined ? undefined : String(job.coverage)),
    artifacts: artifactsOf(job),
    artifactsExpireAt: shortened(job.artifacts_expire_at),
  };
}

function shortened(text: string | undefined): string | undefined {
  return text === undefined ? undefined : shortText(text);
}

/** GitLab has about forty kinds of artifacts, each at most once per job. */
const mostArtifacts = 200;

/** Old releases list the archive only separately. */
function artifactsOf(job: z.infer<typeof jobSchema>): readonly JobArtifact[] | undefined {
  const listed = job.artifacts
    ?.filter((artifact) => artifact !== undefined)
    .slice(0, mostArtifacts)
    .map(artifactOf);
  const archive = job.artifacts_file;
  if (archive === undefined || listed?.some(({ fileType }) => fileType === 'archive') === true) return listed;
  const { size: bytes } = archive;
  const filename = shortText(archive.filename);
  return [{ fileType: 'archive', filename, bytes, fileFormat: 'zip' }, ...(listed ?? [])];
}

function artifactOf(artifact: z.infer<typeof artifactSchema>): JobArtifact {
  return {
    fileType: shortText(artifact.file_type),
    filename: shortened(artifact.filename),
    bytes: artifact.size,
    fileFormat: shortened(artifact.file_format),
  };
}

function bridgeOf(bridge: z.infer<typeof bridgeSchema>): Bridge {
  const job = jobOf(bridge);
  return { ...job, ...readDownstream(bridge.downstream_pipeline, job) };
}
