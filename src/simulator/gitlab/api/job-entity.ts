import { expiryOf, listedArtifactsOf, sizeOf } from '../engine/stored-archive.js';
import type { Instance, JobRecord, PipelineRecord } from '../state/records.js';
import { pipelineBasicEntity } from './pipeline-entity.js';
import { commitEntity } from './repository/commit-entity.js';
import { type Entity, fullUserEntity, secondsBetween, timestamp } from './users.js';

/** The instance that is read, and the time: the `duration` of a running job grows. */
export interface EntityContext {
  readonly instance: Instance;
  readonly nowMs: number;
}

export function jobEntity(view: EntityContext, job: JobRecord): Entity {
  const script = job.owner.kind === 'job' ? job.owner.script : undefined;
  const artifacts = listedArtifactsOf(job, view.nowMs);
  const archive = artifacts.find((artifact) => artifact.fileType === 'archive');
  return {
    ...jobBasicEntity(view, job),
    ...(archive === undefined
      ? {}
      : { artifacts_file: { filename: archive.filename, size: sizeOf(archive) } }),
    artifacts: artifacts.map((artifact) => ({
      file_type: artifact.fileType,
      size: sizeOf(artifact),
      filename: artifact.filename,
      file_format: artifact.fileFormat ?? (artifact.fileType === 'archive' ? 'zip' : 'gzip'),
    })),
    runner: job.startedMs === undefined ? null : runnerEntity(view, job),
    runner_manager: null,
    artifacts_expire_at: timestamp(expiryOf(job)),
    ...(view.instance.release.pipelineMembers.includes('archived') ? { archived: false } : {}),
    tag_list: script?.tags ?? [],
  };
}

export function bridgeEntity(view: EntityContext, bridge: JobRecord): Entity {
  return { ...jobBasicEntity(view, bridge), downstream_pipeline: downstreamEntity(view, bridge) };
}

function downstreamEntity({ instance }: EntityContext, { owner, downstream }: JobRecord): unknown {
  const tells = owner.kind === 'bridge' ? owner.script.tells : undefined;
  if (downstream === undefined || tells === 'nothing') return null;
  if (tells === 'status') return { id: null, status: downstream.status };
  return tells === 'garbled' ? {} : pipelineBasicEntity(instance, downstream);
}

/** One runner for all; nobody in particular has made it. @see GitLab, `lib/api/entities/ci/runner.rb` */
function runnerEntity({ instance }: EntityContext, { pipeline, status }: JobRecord): Entity {
  return {
    id: 1,
    description: 'simulated runner',
    ip_address: null,
    active: true,
    paused: false,
    is_shared: true,
    runner_type: 'instance_type',
    name: null,
    online: true,
    ...(instance.release.runnerActivity === 'sent'
      ? {
          created_at: timestamp(pipeline.project.createdMs),
          job_execution_status: status === 'running' ? 'active' : 'idle',
        }
      : {}),
    status: 'online',
  };
}

/** What all jobs of a pipeline show alike, while one request is answered. */
const sharedEntities = new WeakMap<EntityContext, Map<PipelineRecord, Entity>>();

function sharedEntity(view: EntityContext, pipeline: PipelineRecord): Entity {
  const known = sharedEntities.get(view) ?? new Map<PipelineRecord, Entity>();
  sharedEntities.set(view, known);
  const { instance } = view;
  const shared = known.get(pipeline) ?? {
    user: fullUserEntity(instance, pipeline.user),
    commit: commitEntity(instance, pipeline.project, pipeline.ref),
    pipeline: pipelineBasicEntity(instance, pipeline),
  };
  known.set(pipeline, shared);
  return shared;
}

function jobBasicEntity(view: EntityContext, job: JobRecord): Entity {
  const { instance, nowMs } = view;
  const { pipeline } = job;
  const shared = sharedEntity(view, pipeline);
  const coverage =
    job.owner.kind === 'job' && job.status === 'success' ? job.owner.script.coverage : undefined;
  return {
    id: job.id,
    status: job.status,
    stage: job.stage,
    name: job.name,
    ref: pipeline.ref.name,
    tag: pipeline.ref.kind === 'tag',
    coverage: coverage ?? null,
    allow_failure: job.allowFailure,
    created_at: timestamp(job.createdMs),
    started_at: timestamp(job.startedMs),
    finished_at: timestamp(job.finishedMs),
    erased_at: timestamp(job.erasedMs),
    duration: secondsBetween(job.startedMs, job.finishedMs ?? nowMs),
    queued_duration: secondsBetween(job.queuedMs, job.startedMs ?? job.finishedMs ?? nowMs),
    ...shared,
    ...(job.status === 'failed' && job.failureReason !== undefined
      ? { failure_reason: job.failureReason }
      : {}),
    web_url: `${instance.externalUrl}/${pipeline.project.path}/-/jobs/${job.id}`,
    project: { ci_job_token_scope_enabled: false },
    ...(instance.release.jobSource === 'sent' ? { source: pipeline.source } : {}),
  };
}
