import { latestJobs } from '../engine/pipeline-engine.js';
import type { PipelineRecord, ProjectRecord } from '../state/records.js';
import { messageAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import { pageAnswer, wholeNumber } from '../wire/paging.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { timestamp } from './users.js';

/** Far above the ids of jobs, as GitLab numbers both in one table. */
const firstExternalId = 1_000_000;

/**
 * `GET /projects/:id/repository/commits/:sha/statuses`: the jobs of the pipelines of a commit, and what other
 * systems said of it.
 * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
 */
export function listCommitStatuses(call: Call, project: ProjectRecord): SimulatedResponse {
  const { instance, parameters, pathParameters } = call;
  const { sha } = pathParameters;
  if (!project.refs.some((ref) => ref.sha === sha)) return messageAnswer(404, '404 Commit Not Found');
  const wanted = wholeNumber(parameters.pipeline_id, 0);
  const items = [...instance.pipelines.values()]
    .filter((pipeline) => pipeline.project === project && pipeline.ref.sha === sha)
    .filter(({ id }) => wanted === 0 || id === wanted)
    .flatMap(statusesOf);
  return pageAnswer(call, { items, entity: (status) => status });
}

function statusesOf(pipeline: PipelineRecord): readonly object[] {
  const { ref, createdMs, script, id: pipelineId } = pipeline;
  const shared = { sha: ref.sha, ref: ref.name, created_at: timestamp(createdMs), pipeline_id: pipelineId };
  const jobs = latestJobs(pipeline).map((job) => ({
    ...shared,
    id: job.id,
    name: job.name,
    status: job.status,
    allow_failure: job.allowFailure,
    description: null,
    target_url: null,
  }));
  const external = (script.externalStatuses ?? []).map((status, index) => ({
    ...shared,
    id: firstExternalId + pipelineId * 100 + index,
    name: status.name,
    status: status.status,
    allow_failure: status.allowFailure ?? false,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
  }));
  return [...jobs, ...external];
}
