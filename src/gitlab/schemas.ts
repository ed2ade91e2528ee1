import * as z from 'zod/mini';

import { Secret } from '../base/secret.js';
import { tokenStartOf } from '../base/token-kind.js';

import type { Bridge, Job, JobArtifact } from './job.js';
import type { UnfitEntry } from './paged.js';
import type { PipelineVariable } from './pipeline-variable.js';
import type { Pipeline } from './pipeline.js';
import type { Project } from './project.js';
import {
  idSchema,
  mapped,
  measureSchema,
  optional,
  readDownstream,
  readList,
  readWith,
  textSchema,
  urlSchema,
  type Reading,
} from './schema-parts.js';
import type { TestCase, TestReport } from './test-report.js';
import type { TestCounts, TestSuite, TestTotals } from './test-totals.js';
import type { TriggerToken } from './trigger-token.js';

export type { Reading };

const pipelineSchema = z.object({
  id: idSchema,
  iid: optional(idSchema),
  project_id: idSchema,
  status: textSchema,
  ref: textSchema,
  sha: textSchema,
  web_url: urlSchema,
  source: optional(textSchema),
  name: optional(textSchema),
  created_at: optional(textSchema),
  updated_at: optional(textSchema),
  started_at: optional(textSchema),
  finished_at: optional(textSchema),
  duration: optional(measureSchema),
  queued_duration: optional(measureSchema),
  coverage: optional(z.union([textSchema, measureSchema])),
  yaml_errors: optional(textSchema),
  detailed_status: optional(z.object({ group: optional(textSchema) })),
});

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

/** What stands for the downstream pipeline is read apart, since one that cannot be read is not the same as none. */
const bridgeSchema = z.object({ ...jobFields, downstream_pipeline: z.optional(z.unknown()) });

const variableSchema = z.object({ key: textSchema, value: optional(z.string()) });

const countSchema = optional(measureSchema);

const testSuiteSchema = z.object({
  name: textSchema,
  total_time: countSchema,
  total_count: countSchema,
  success_count: countSchema,
  failed_count: countSchema,
  skipped_count: countSchema,
  error_count: countSchema,
  suite_error: optional(textSchema),
  build_ids: optional(z.array(idSchema)),
});

const testSummarySchema = z.object({
  total: z.object({
    time: countSchema,
    count: countSchema,
    success: countSchema,
    failed: countSchema,
    skipped: countSchema,
    error: countSchema,
  }),
  test_suites: optional(z.array(optional(testSuiteSchema))),
});

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

/** What a failed case says is a text, or what GitLab made of the attributes of an element without one. */
const outputSchema = z.union([textSchema, z.looseObject({ message: optional(textSchema) })]);

const testCaseSchema = z.object({
  status: textSchema,
  name: textSchema,
  classname: optional(textSchema),
  file: optional(textSchema),
  execution_time: countSchema,
  system_output: optional(outputSchema),
  stack_trace: optional(textSchema),
});

const testReportSchema = z.object({
  test_suites: z.array(
    z.object({ name: textSchema, test_cases: optional(z.array(optional(testCaseSchema))) }),
  ),
});

/** Reads a pipeline of any endpoint: complete, from a list, or just created. */
export function readPipeline(body: unknown): Reading<Pipeline> {
  return mapped(readWith(pipelineSchema, body), pipelineOf);
}

export function readPipelines(body: unknown): Reading<readonly Pipeline[]> {
  return mapped(readWith(z.array(pipelineSchema), body), (pipelines) => pipelines.map(pipelineOf));
}

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

/** The higher one of the roles in the project itself and in its group. */
function accessLevelOf({ permissions }: z.infer<typeof projectSchema>): number | undefined {
  const levels = [permissions?.project_access, permissions?.group_access].flatMap((access) =>
    access === undefined ? [] : [access.access_level],
  );
  return levels.length === 0 ? undefined : Math.max(...levels);
}

/** Reads a job of any endpoint; a trigger job reads as one, too. */
export function readJob(body: unknown): Reading<Job> {
  return mapped(readWith(jobSchema, body), jobOf);
}

/** An entry that cannot be read takes nothing from the others. */
export function readJobs(body: unknown): Reading<readonly (Job | UnfitEntry)[]> {
  return readList(jobSchema, body, jobOf);
}

/** As `readJobs`. A downstream pipeline that cannot be read is never taken for one that does not exist. */
export function readBridges(body: unknown): Reading<readonly (Bridge | UnfitEntry)[]> {
  return readList(bridgeSchema, body, bridgeOf);
}

/** Variables whose value GitLab does not show are left out. */
export function readVariables(body: unknown): Reading<readonly PipelineVariable[]> {
  return mapped(readWith(z.array(variableSchema), body), (variables) =>
    variables.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }])),
  );
}

/** Reads a test report summary; a count that is missing is 0. */
export function readTestTotals(body: unknown): Reading<TestTotals> {
  return mapped(readWith(testSummarySchema, body), ({ total, test_suites: suites = [] }) => ({
    ...countsOf(total),
    suites: suites.filter((suite) => suite !== undefined).map(testSuiteOf),
  }));
}

export function readTriggerToken(body: unknown): Reading<TriggerToken> {
  return mapped(readWith(triggerTokenSchema, body), triggerTokenOf);
}

export function readTriggerTokens(body: unknown): Reading<readonly TriggerToken[]> {
  return mapped(readWith(z.array(triggerTokenSchema), body), (tokens) => tokens.map(triggerTokenOf));
}

/** From here on a whole token is a `Secret`. */
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

/** Reads a test report; a case that cannot be read is left out. */
export function readTestReport(body: unknown): Reading<TestReport> {
  return mapped(readWith(testReportSchema, body), ({ test_suites: suites }) => ({
    suites: suites.map(({ name, test_cases: cases = [] }) => ({
      name,
      cases: cases.filter((each) => each !== undefined).map(testCaseOf),
    })),
  }));
}

function testCaseOf(each: z.infer<typeof testCaseSchema>): TestCase {
  const { status, name, classname, file, execution_time: seconds = 0, system_output: said } = each;
  const output = typeof said === 'object' ? (said.message ?? JSON.stringify(said)) : said;
  return { status, name, classname, file, seconds, output: output ?? each.stack_trace };
}

function testSuiteOf(suite: z.infer<typeof testSuiteSchema>): TestSuite {
  const counts = countsOf({
    time: suite.total_time,
    count: suite.total_count,
    success: suite.success_count,
    failed: suite.failed_count,
    skipped: suite.skipped_count,
    error: suite.error_count,
  });
  return { name: suite.name, ...counts, problem: suite.suite_error, jobIds: suite.build_ids };
}

function countsOf(total: z.infer<typeof testSummarySchema>['total']): TestCounts {
  return {
    total: total.count ?? 0,
    success: total.success ?? 0,
    failed: total.failed ?? 0,
    skipped: total.skipped ?? 0,
    error: total.error ?? 0,
    seconds: total.time ?? 0,
  };
}

function jobOf(job: z.infer<typeof jobSchema>): Job {
  return {
    id: job.id,
    name: job.name,
    stage: job.stage,
    status: job.status,
    allowFailure: job.allow_failure ?? false,
    webUrl: job.web_url,
    createdAt: job.created_at,
    startedAt: job.started_at,
    finishedAt: job.finished_at,
    durationSeconds: job.duration,
    queuedSeconds: job.queued_duration,
    failureReason: job.failure_reason,
    coverage: job.coverage === undefined ? undefined : String(job.coverage),
    artifacts: artifactsOf(job),
    artifactsExpireAt: job.artifacts_expire_at,
  };
}

/** Old releases tell of the archive only apart from the list. */
function artifactsOf(job: z.infer<typeof jobSchema>): readonly JobArtifact[] | undefined {
  const listed = job.artifacts?.filter((artifact) => artifact !== undefined).map(artifactOf);
  const archive = job.artifacts_file;
  if (archive === undefined || listed?.some(({ fileType }) => fileType === 'archive') === true) return listed;
  const { filename, size: bytes } = archive;
  return [{ fileType: 'archive', filename, bytes, fileFormat: 'zip' }, ...(listed ?? [])];
}

function artifactOf(artifact: z.infer<typeof artifactSchema>): JobArtifact {
  return {
    fileType: artifact.file_type,
    filename: artifact.filename,
    bytes: artifact.size,
    fileFormat: artifact.file_format,
  };
}

function bridgeOf(bridge: z.infer<typeof bridgeSchema>): Bridge {
  const job = jobOf(bridge);
  return { ...job, ...readDownstream(bridge.downstream_pipeline, job) };
}

function pipelineOf(pipeline: z.infer<typeof pipelineSchema>): Pipeline {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    projectId: pipeline.project_id,
    status: pipeline.status,
    ref: pipeline.ref,
    sha: pipeline.sha,
    webUrl: pipeline.web_url,
    source: pipeline.source,
    name: pipeline.name,
    createdAt: pipeline.created_at,
    updatedAt: pipeline.updated_at,
    startedAt: pipeline.started_at,
    finishedAt: pipeline.finished_at,
    durationSeconds: pipeline.duration,
    queuedSeconds: pipeline.queued_duration,
    coverage: pipeline.coverage === undefined ? undefined : String(pipeline.coverage),
    yamlErrors: pipeline.yaml_errors,
    statusGroup: pipeline.detailed_status?.group,
  };
}
