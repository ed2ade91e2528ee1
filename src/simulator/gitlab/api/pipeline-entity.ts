import { latestJobs } from '../engine/pipeline-engine.js';
import type { Instance, PipelineRecord } from '../state/records.js';
import type { PipelineMember } from '../state/release-traits.js';
import { detailedStatusEntity } from './detailed-status.js';
import { type Entity, timestamp, userEntity } from './users.js';

/** The keys of a pipeline inside jobs, bridges and lists. */
export function pipelineBasicEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  const { externalUrl } = instance;
  return asShown(instance, {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: pipeline.project.id,
    sha: pipeline.ref.sha,
    ref: pipeline.ref.name,
    status: pipeline.status,
    source: pipeline.source,
    created_at: timestamp(pipeline.createdMs),
    updated_at: timestamp(pipeline.updatedMs),
    web_url: `${externalUrl}/${pipeline.project.path}/-/pipelines/${pipeline.id}`,
  });
}

/** Without the members that the release omits. */
function asShown({ release }: Instance, entity: Entity): Entity {
  const unread = optionalMembers.filter((name) => !release.pipelineMembers.includes(name));
  if (unread.length === 0) return entity;
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !unread.some((each) => each === name)));
}

const optionalMembers: readonly PipelineMember[] = [
  'iid',
  'project_id',
  'source',
  'name',
  'queued_duration',
  'archived',
];

export function pipelineListEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  return asShown(instance, { ...pipelineBasicEntity(instance, pipeline), name: pipeline.name ?? null });
}

/** The response to a trigger, a retry and a cancel. */
export function pipelineEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  return asShown(instance, {
    ...pipelineBasicEntity(instance, pipeline),
    before_sha: '0'.repeat(40),
    tag: pipeline.ref.kind === 'tag',
    yaml_errors: pipeline.yamlErrors ?? null,
    user: userEntity(instance, pipeline.user),
    started_at: timestamp(pipeline.startedMs),
    finished_at: timestamp(pipeline.finishedMs),
    committed_at: null,
    duration: pipeline.durationSeconds ?? null,
    queued_duration: queuedSeconds(pipeline),
    coverage: coverageText(pipeline),
    detailed_status: detailedStatusEntity(instance, pipeline),
    archived: false,
  });
}

/** The response to a request for one pipeline. */
export function pipelineWithNameEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  return asShown(instance, { ...pipelineEntity(instance, pipeline), name: pipeline.name ?? null });
}

/** Whole seconds, and null instead of 0. */
function queuedSeconds({ createdMs, startedMs }: PipelineRecord): number | null {
  const seconds = startedMs === undefined ? 0 : Math.floor((startedMs - createdMs) / 1000);
  return seconds === 0 ? null : seconds;
}

function coverageText(pipeline: PipelineRecord): string | null {
  const { coverage } = pipeline.script;
  if (coverage !== undefined) return coverage.toFixed(2);
  const measured = latestJobs(pipeline).flatMap((job) => {
    const { owner } = job;
    return owner.kind === 'job' && job.status === 'success' ? (owner.script.coverage ?? []) : [];
  });
  if (measured.length === 0) return null;
  return (measured.reduce((sum, each) => sum + each, 0) / measured.length).toFixed(2);
}

/** A pipeline as the simulation itself knows it, independent of the API. */
export interface PipelineView {
  readonly id: number;
  readonly projectId: number;
  readonly ref: string;
  readonly sha: string;
  readonly source: string;
  readonly username: string;
  readonly status: string;
  readonly name: string | undefined;
  readonly yamlErrors: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, as the other times. */
  readonly createdMs: number;
  readonly startedMs: number | undefined;
  readonly finishedMs: number | undefined;
}

export function pipelineView(pipeline: PipelineRecord): PipelineView {
  return {
    id: pipeline.id,
    projectId: pipeline.project.id,
    ref: pipeline.ref.name,
    sha: pipeline.ref.sha,
    source: pipeline.source,
    username: pipeline.user.username,
    status: pipeline.status,
    name: pipeline.name,
    yamlErrors: pipeline.yamlErrors,
    variables: Object.fromEntries(pipeline.variables.map(({ key, value }) => [key, value])),
    inputs: pipeline.inputs,
    createdMs: pipeline.createdMs,
    startedMs: pipeline.startedMs,
    finishedMs: pipeline.finishedMs,
  };
}

/** A pipeline with everything below it, as the simulation itself knows it, independent of the API. */
export interface PipelineTreeView {
  readonly id: number;
  readonly projectId: number;
  readonly status: string;
  /** The attempts that count, trigger jobs among them. */
  readonly jobs: readonly JobView[];
}

export interface JobView {
  readonly id: number;
  readonly name: string;
  readonly kind: 'job' | 'bridge';
  readonly status: string;
  readonly allowFailure: boolean;
  readonly hasBegun: boolean;
  /** The pipeline that a trigger job started. */
  readonly downstream: PipelineTreeView | undefined;
  /** How much the list of trigger jobs shows of it; absent if it shows everything. */
  readonly tells?: 'nothing' | 'status' | 'garbled' | undefined;
}

export function pipelineTreeView(pipeline: PipelineRecord): PipelineTreeView {
  return {
    id: pipeline.id,
    projectId: pipeline.project.id,
    status: pipeline.status,
    jobs: latestJobs(pipeline).map((job) => ({
      id: job.id,
      name: job.name,
      kind: job.owner.kind,
      status: job.status,
      allowFailure: job.allowFailure,
      hasBegun: job.startedMs !== undefined,
      downstream: job.downstream === undefined ? undefined : pipelineTreeView(job.downstream),
      tells: job.owner.kind === 'bridge' ? job.owner.script.tells : undefined,
    })),
  };
}
