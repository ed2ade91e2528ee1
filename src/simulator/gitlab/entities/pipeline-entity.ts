import { latestJobs } from '../pipeline-engine.js';
import type { Instance, PipelineRecord } from '../records.js';
import type { PipelineMember } from '../release-traits.js';
import { detailedStatusEntity } from './detailed-status.js';
import { timestamp } from './timestamp.js';
import { userEntity, type Entity } from './user-entity.js';

/** The keys of a pipeline inside jobs, bridges and lists. */
export function pipelineBasicEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  const { externalUrl } = instance;
  return asTold(instance, {
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

/** Without the members that the release does not tell. */
function asTold({ release }: Instance, entity: Entity): Entity {
  const untold = optionalMembers.filter((name) => !release.pipelineMembers.includes(name));
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !untold.some((each) => each === name)));
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
  return asTold(instance, { ...pipelineBasicEntity(instance, pipeline), name: pipeline.name ?? null });
}

/** What a trigger, a retry and a cancel answer with. */
export function pipelineEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  return asTold(instance, {
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

/** What looking at one pipeline answers with. */
export function pipelineWithNameEntity(instance: Instance, pipeline: PipelineRecord): Entity {
  return asTold(instance, { ...pipelineEntity(instance, pipeline), name: pipeline.name ?? null });
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
