import { latestJobs } from '../engine/pipeline-engine.js';
import { archiveOf } from '../engine/stored-archive.js';
import type { Instance, JobRecord, PipelineRecord, ProjectRecord, UserRecord } from '../state/records.js';
import { detailedStatusEntity } from '../api/detailed-status.js';
import { defaultBranchOf } from '../api/projects.js';
import { commitEntity } from '../api/repository/commit-entity.js';
import { type Entity, secondsBetween, timestamp, userEntity } from '../api/users.js';

// What webhooks send, in the shape of GitLab's own.
// https://docs.gitlab.com/user/project/integrations/webhook_events/

/** @see GitLab, `lib/gitlab/data_builder/pipeline.rb` */
export function pipelineHookPayload(instance: Instance, pipeline: PipelineRecord, atMs: number): Entity {
  const { upstream, project } = pipeline;
  return {
    object_kind: 'pipeline',
    object_attributes: {
      id: pipeline.id,
      iid: pipeline.iid,
      name: pipeline.name ?? null,
      ref: pipeline.ref.name,
      tag: pipeline.ref.kind === 'tag',
      sha: pipeline.ref.sha,
      before_sha: '0'.repeat(40),
      source: pipeline.source,
      status: pipeline.status,
      detailed_status: detailedStatusEntity(instance, pipeline).label,
      stages: pipeline.stages,
      created_at: timestamp(pipeline.createdMs),
      finished_at: timestamp(pipeline.finishedMs),
      duration: pipeline.durationSeconds ?? null,
      queued_duration: wholeSeconds(secondsBetween(pipeline.createdMs, pipeline.startedMs)),
      protected_ref: pipeline.ref.protectedFor !== undefined,
      variables: pipeline.variables.map(({ key, value }) => ({ key, value })),
      url: `${instance.externalUrl}/${project.path}/-/pipelines/${pipeline.id}`,
    },
    merge_request: null,
    user: hookUser(instance, pipeline.user),
    project: hookProject(instance, project),
    commit: hookCommit(instance, pipeline),
    ...(upstream === undefined ? {} : { source_pipeline: sourceOf(instance, upstream) }),
    builds: latestJobs(pipeline)
      .filter(({ owner }) => owner.kind === 'job')
      .map((job) => buildOf(instance, job, atMs)),
  };
}

/** @see GitLab, `lib/gitlab/data_builder/build.rb` */
export function jobHookPayload(instance: Instance, job: JobRecord, atMs: number): Entity {
  const { pipeline } = job;
  const { project } = pipeline;
  const commit = commitEntity(instance, project, pipeline.ref);
  const webUrl = `${instance.externalUrl}/${project.path}`;
  return {
    object_kind: 'build',
    ref: pipeline.ref.name,
    tag: pipeline.ref.kind === 'tag',
    before_sha: '0'.repeat(40),
    sha: pipeline.ref.sha,
    build_id: job.id,
    build_name: job.name,
    build_stage: job.stage,
    build_status: job.status,
    build_created_at: timestamp(job.createdMs),
    build_started_at: timestamp(job.startedMs),
    build_finished_at: timestamp(job.finishedMs),
    ...spansOf(job, atMs, 'build_'),
    build_allow_failure: job.allowFailure,
    build_failure_reason: job.failureReason ?? 'unknown_failure',
    pipeline_id: pipeline.id,
    runner: job.startedMs === undefined ? null : runnerOf(job),
    project_id: project.id,
    project_name: project.path.split('/').join(' / '),
    user: hookUser(instance, pipeline.user),
    commit: {
      id: pipeline.id,
      name: pipeline.name ?? null,
      sha: pipeline.ref.sha,
      message: commit.message,
      author_name: commit.author_name,
      author_email: commit.author_email,
      author_url: `mailto:${String(commit.author_email)}`,
      status: pipeline.status,
      duration: pipeline.durationSeconds ?? null,
      started_at: timestamp(pipeline.startedMs),
      finished_at: timestamp(pipeline.finishedMs),
    },
    repository: {
      name: nameOf(project),
      url: sshUrl(instance, project),
      description: null,
      homepage: webUrl,
      git_http_url: `${webUrl}.git`,
      git_ssh_url: sshUrl(instance, project),
      visibility_level: visibilityLevel(project),
    },
    environment: null,
    retries_count: job.attempt - 1,
  };
}

function buildOf(instance: Instance, job: JobRecord, atMs: number): Entity {
  const archive = archiveOf(job, atMs);
  const isManual = job.owner.kind === 'job' && job.owner.script.result === 'manual';
  return {
    id: job.id,
    stage: job.stage,
    name: job.name,
    status: job.status,
    created_at: timestamp(job.createdMs),
    started_at: timestamp(job.startedMs),
    finished_at: timestamp(job.finishedMs),
    ...spansOf(job, atMs, ''),
    failure_reason: job.status === 'failed' ? (job.failureReason ?? null) : null,
    when: isManual ? 'manual' : (job.owner.script.when ?? 'on_success'),
    manual: isManual,
    allow_failure: job.allowFailure,
    user: hookUser(instance, job.pipeline.user),
    runner: job.startedMs === undefined ? null : runnerOf(job),
    artifacts_file: { filename: archive?.filename ?? null, size: archive?.bytes ?? null },
    environment: null,
  };
}

function spansOf({ queuedMs, startedMs, finishedMs }: JobRecord, atMs: number, prefix: string): Entity {
  return {
    [`${prefix}duration`]: secondsBetween(startedMs, finishedMs ?? atMs),
    [`${prefix}queued_duration`]: secondsBetween(queuedMs, startedMs ?? finishedMs ?? atMs),
  };
}

function wholeSeconds(seconds: number | null): number | null {
  return seconds === null ? null : Math.floor(seconds);
}

function runnerOf({ owner }: JobRecord): Entity {
  return {
    id: 1,
    description: 'simulated runner',
    runner_type: 'instance_type',
    active: true,
    is_shared: true,
    tags: owner.kind === 'job' ? (owner.script.tags ?? []) : [],
  };
}

/** The address of a user is hidden from receivers. */
function hookUser(instance: Instance, user: UserRecord): Entity {
  const { id, name, username, avatar_url: avatarUrl } = userEntity(instance, user);
  return { id, name, username, avatar_url: avatarUrl, email: '[REDACTED]' };
}

function hookProject(instance: Instance, project: ProjectRecord): Entity {
  const webUrl = `${instance.externalUrl}/${project.path}`;
  return {
    id: project.id,
    name: nameOf(project),
    description: null,
    web_url: webUrl,
    avatar_url: null,
    git_ssh_url: sshUrl(instance, project),
    git_http_url: `${webUrl}.git`,
    namespace: project.path.split('/').at(-2) ?? '',
    visibility_level: visibilityLevel(project),
    path_with_namespace: project.path,
    default_branch: defaultBranchOf(project) ?? null,
    ci_config_path: project.description.ciConfigPath ?? null,
  };
}

function hookCommit(instance: Instance, { project, ref }: PipelineRecord): Entity {
  const commit = commitEntity(instance, project, ref);
  return {
    id: commit.id,
    message: commit.message,
    title: commit.title,
    timestamp: commit.committed_date,
    url: commit.web_url,
    author: { name: commit.author_name, email: commit.author_email },
  };
}

function sourceOf({ externalUrl }: Instance, { id, pipeline }: JobRecord): Entity {
  const { project } = pipeline;
  return {
    project: {
      id: project.id,
      web_url: `${externalUrl}/${project.path}`,
      path_with_namespace: project.path,
    },
    job_id: id,
    pipeline_id: pipeline.id,
  };
}

function nameOf({ path }: ProjectRecord): string {
  return path.split('/').at(-1) ?? path;
}

function sshUrl({ externalUrl }: Instance, { path }: ProjectRecord): string {
  return `git@${new URL(externalUrl).hostname}:${path}.git`;
}

const visibilityLevels = { private: 0, internal: 10, public: 20 } as const;

function visibilityLevel({ description }: ProjectRecord): number {
  return visibilityLevels[description.visibility ?? 'private'];
}
