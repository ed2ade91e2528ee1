import { latestJobs } from '../../engine/pipeline-engine.js';
import type {
  ExternalStatusRecord,
  Instance,
  JobRecord,
  PipelineRecord,
  ProjectRecord,
} from '../../state/records.js';
import { messageAnswer } from '../../wire/answer.js';
import type { Call } from '../../wire/call.js';
import { pageAnswer, wholeNumber } from '../../wire/paging.js';
import { scalarText, wordProblems } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { namedCommit } from './commits.js';
import { type Entity, timestamp, userEntity } from '../users.js';

/** Far above the ids of jobs, as GitLab numbers both in one table. */
const firstExternalId = 1_000_000;

/** The stage that GitLab puts into a pipeline for what other systems say. */
const externalStage = 'external';

interface ListedStatus {
  readonly id: number;
  readonly pipelineId: number;
  readonly name: string;
  readonly stage: string;
  readonly entity: () => Entity;
}

/** Problems of the filters of the list. */
export function statusFilterProblems({ parameters }: Call): readonly string[] {
  return [
    ...wordProblems(parameters, 'order_by', ['id', 'pipeline_id']),
    ...wordProblems(parameters, 'sort', ['asc', 'desc']),
  ];
}

/**
 * `GET /projects/:id/repository/commits/:sha/statuses`: the jobs of the pipelines of a commit, and what other
 * systems said of it; of repetitions the newest, unless `all` are asked for.
 * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
 */
export function listCommitStatuses(call: Call, project: ProjectRecord): SimulatedResponse {
  const { instance, parameters, pathParameters } = call;
  const ref = namedCommit(project, pathParameters.sha ?? '');
  if (ref === undefined) return messageAnswer(404, '404 Commit Not Found');
  const wantedId = wholeNumber(parameters.pipeline_id, 0);
  const wanted = (name: string, actual: string): boolean =>
    ['', actual].includes(scalarText(parameters[name]));
  const items = [...instance.pipelines.values()]
    .filter((pipeline) => pipeline.project === project && pipeline.ref.sha === ref.sha)
    .filter((pipeline) => wantedId === 0 || pipeline.id === wantedId)
    .filter((pipeline) => wanted('ref', pipeline.ref.name))
    .flatMap((pipeline) => statusesOf(instance, pipeline, scalarText(parameters.all) === 'true'))
    .filter(({ name, stage }) => wanted('name', name) && wanted('stage', stage));
  return pageAnswer(call, {
    items: sorted(items, call),
    entity: ({ entity }) => entity(),
    defaults: { order_by: 'id', sort: 'asc', all: 'false' },
  });
}

function sorted(items: readonly ListedStatus[], { parameters }: Call): readonly ListedStatus[] {
  const byPipeline = scalarText(parameters.order_by) === 'pipeline_id';
  const ascending = items.toSorted((one, other) => {
    const order = byPipeline ? one.pipelineId - other.pipelineId : 0;
    return order === 0 ? one.id - other.id : order;
  });
  return parameters.sort === 'desc' ? ascending.toReversed() : ascending;
}

function statusesOf(instance: Instance, pipeline: PipelineRecord, all: boolean): readonly ListedStatus[] {
  const jobs = all ? pipeline.jobs : latestJobs(pipeline);
  const external = pipeline.externalStatuses
    .map((status, index) => ({ ...status, id: status.id ?? externalIdOf(pipeline, index) }))
    .filter(({ retried }) => all || !retried);
  return [
    ...jobs.map((job) => ({
      id: job.id,
      pipelineId: pipeline.id,
      name: job.name,
      stage: job.stage,
      entity: () => jobEntity(instance, job),
    })),
    ...external.map((status) => ({
      id: status.id,
      pipelineId: pipeline.id,
      name: status.name,
      stage: externalStage,
      entity: () => externalStatusEntity(instance, pipeline, status),
    })),
  ];
}

/** The id of the status at this place among those of a pipeline. */
export function externalIdOf(pipeline: PipelineRecord, index: number): number {
  return firstExternalId + pipeline.id * 100 + index;
}

function sharedEntity(
  instance: Instance,
  { ref, createdMs, id: pipelineId, user }: PipelineRecord,
  status: { readonly id: number; readonly status: string; readonly name: string },
): Entity {
  return {
    id: status.id,
    sha: ref.sha,
    ref: ref.name,
    status: status.status,
    name: status.name,
    created_at: timestamp(createdMs),
    pipeline_id: pipelineId,
    author: userEntity(instance, user),
  };
}

function jobEntity(instance: Instance, job: JobRecord): Entity {
  const { owner, pipeline } = job;
  return {
    ...sharedEntity(instance, pipeline, job),
    started_at: timestamp(job.startedMs),
    finished_at: timestamp(job.finishedMs),
    allow_failure: job.allowFailure,
    coverage: (owner.kind === 'job' && job.status === 'success' ? owner.script.coverage : undefined) ?? null,
    target_url: null,
    description: null,
  };
}

export function externalStatusEntity(
  instance: Instance,
  pipeline: PipelineRecord,
  status: ExternalStatusRecord & { readonly id: number },
): Entity {
  return {
    ...sharedEntity(instance, pipeline, status),
    started_at: null,
    finished_at: null,
    allow_failure: status.allowFailure,
    coverage: status.coverage ?? null,
    target_url: status.targetUrl ?? null,
    description: status.description ?? null,
  };
}
