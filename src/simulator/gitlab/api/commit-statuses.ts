import { latestJobs, settle } from '../engine/pipeline-engine.js';
import { startPipeline } from '../engine/pipeline-start.js';
import type {
  ExternalStatusRecord,
  Instance,
  PipelineRecord,
  ProjectRecord,
  RefRecord,
} from '../state/records.js';
import { jsonAnswer, messageAnswer } from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { pageAnswer, wholeNumber } from '../wire/paging.js';
import type { ParameterValue } from '../wire/parameter-tree.js';
import { scalarText, wordProblems } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { namedCommit } from './repository/commits.js';
import { type Entity, timestamp, userEntity } from './users.js';

/** Far above the ids of jobs, as GitLab numbers both in one table. */
const firstExternalId = 1_000_000;

/**
 * `GET /projects/:id/repository/commits/:sha/statuses`: the jobs of the pipelines of a commit, and the
 * statuses of external systems.
 * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
 */
export function listCommitStatuses(call: Call, project: ProjectRecord): SimulatedResponse {
  const { instance, parameters, pathParameters } = call;
  const ref = namedCommit(project, pathParameters.sha ?? '');
  if (ref === undefined) return messageAnswer(404, '404 Commit Not Found');
  const wanted = wholeNumber(parameters.pipeline_id, 0);
  const items = [...instance.pipelines.values()]
    .filter((pipeline) => pipeline.project === project && pipeline.ref.sha === ref.sha)
    .filter(({ id }) => wanted === 0 || id === wanted)
    .flatMap((pipeline) => statusesOf(call, pipeline));
  return pageAnswer(call, { items, entity: (status) => status });
}

function statusesOf({ instance }: Call, pipeline: PipelineRecord): readonly object[] {
  const jobs = latestJobs(pipeline).map((job) => ({
    ...sharedEntity(instance, pipeline, { id: job.id, status: job.status, name: job.name }),
    started_at: timestamp(job.startedMs),
    finished_at: timestamp(job.finishedMs),
    allow_failure: job.allowFailure,
    target_url: null,
    description: null,
  }));
  const external = pipeline.externalStatuses.map((status, index) =>
    externalEntity(instance, pipeline, { ...status, id: status.id ?? idOf(pipeline, index) }),
  );
  return [...jobs, ...external];
}

function idOf(pipeline: PipelineRecord, index: number): number {
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
    coverage: null,
    author: userEntity(instance, user),
  };
}

function externalEntity(
  instance: Instance,
  pipeline: PipelineRecord,
  status: ExternalStatusRecord & { readonly id: number },
): Entity {
  return {
    ...sharedEntity(instance, pipeline, status),
    started_at: null,
    finished_at: null,
    allow_failure: status.allowFailure,
    target_url: status.targetUrl ?? null,
    description: status.description ?? null,
  };
}

const states = ['pending', 'running', 'success', 'failed', 'canceled', 'skipped'];

/** Problems of the parameters of a new status. */
export function newStatusProblems({ parameters }: Call): readonly string[] {
  const { state } = parameters;
  return state === undefined ? ['state is missing'] : wordProblems(parameters, 'state', states);
}

/**
 * `POST /projects/:id/statuses/:sha`: an external system sets a status on a commit. It is added to the newest
 * pipeline of the commit, or to a new one.
 * @see https://docs.gitlab.com/api/commits/#set-commit-pipeline-status
 */
export function createCommitStatus(call: Call, project: ProjectRecord): SimulatedResponse {
  const { instance, parameters, pathParameters, nowMs } = call;
  const ref = namedCommit(project, pathParameters.sha ?? '');
  const user = viewerOf(call);
  if (ref === undefined || user === undefined) return messageAnswer(404, '404 Commit Not Found');
  const pipeline =
    pipelineFor(call, project, ref) ??
    startPipeline(instance, {
      project,
      ref,
      user,
      source: 'external',
      script: { createdForMs: 0 },
      variables: [],
      inputs: {},
      atMs: nowMs,
    });
  const given = scalarText(parameters.name ?? parameters.context);
  const name = given === '' ? 'default' : given;
  const known = pipeline.externalStatuses.find((status) => status.name === name);
  const status = known ?? {
    id: idOf(pipeline, pipeline.externalStatuses.length),
    name,
    status: '',
    allowFailure: scalarText(parameters.allow_failure) === 'true',
    description: undefined,
    targetUrl: undefined,
  };
  const state = scalarText(parameters.state);
  if (known?.status === state) {
    const event = state === 'running' ? 'run' : state;
    return messageAnswer(400, { status: [`cannot transition via "${event}"`] });
  }
  status.status = state;
  status.description = textOr(parameters.description, status.description);
  status.targetUrl = textOr(parameters.target_url, status.targetUrl);
  if (known === undefined) pipeline.externalStatuses.push(status);
  settle(instance, pipeline, nowMs);
  return jsonAnswer(
    201,
    externalEntity(instance, pipeline, { ...status, id: status.id ?? idOf(pipeline, 0) }),
  );
}

function textOr(value: ParameterValue | undefined, absent: string | undefined): string | undefined {
  return value === undefined ? absent : scalarText(value);
}

function pipelineFor(
  { instance, parameters }: Call,
  project: ProjectRecord,
  { sha }: RefRecord,
): PipelineRecord | undefined {
  const wanted = wholeNumber(parameters.pipeline_id, 0);
  const name = scalarText(parameters.ref);
  return [...instance.pipelines.values()].findLast(
    (pipeline) =>
      pipeline.project === project &&
      pipeline.ref.sha === sha &&
      (wanted === 0 || pipeline.id === wanted) &&
      (name === '' || pipeline.ref.name === name),
  );
}
