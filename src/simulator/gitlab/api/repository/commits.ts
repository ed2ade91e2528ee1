import { findCommit } from '../../state/lookup.js';
import type { Instance, ProjectRecord, RefRecord } from '../../state/records.js';
import { jsonAnswer, messageAnswer } from '../../wire/answer.js';
import type { Call } from '../../wire/call.js';
import { pageAnswer } from '../../wire/paging.js';
import { scalarText } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { pipelineBasicEntity } from '../pipeline-entity.js';
import { defaultBranchOf } from '../projects.js';
import type { Entity } from '../users.js';
import { commitEntity } from './commit-entity.js';

/**
 * The commit that a SHA, the beginning of one, a branch, a tag or `HEAD` names.
 */
export function namedCommit(project: ProjectRecord, name: string): RefRecord | undefined {
  const ref = findCommit(project, name === 'HEAD' ? (defaultBranchOf(project) ?? '') : name);
  const beginning = /^[0-9a-f]{7,39}$/.test(name) ? name : undefined;
  const found =
    ref ?? (beginning === undefined ? undefined : project.refs.find(({ sha }) => sha.startsWith(beginning)));
  return found?.commit === 'missing' ? undefined : found;
}

/** `GET /projects/:id/repository/commits/:sha`. @see https://docs.gitlab.com/api/commits/#get-a-commit */
export function showCommit(call: Call, project: ProjectRecord): SimulatedResponse {
  const ref = namedCommit(project, call.pathParameters.sha ?? '');
  if (ref === undefined) return messageAnswer(404, '404 Commit Not Found');
  const last = lastPipelineOf(call.instance, project, ref);
  return jsonAnswer(200, {
    ...commitEntity(call.instance, project, ref),
    stats: { additions: 1, deletions: 0, total: 1 },
    status: last?.status ?? null,
    project_id: project.id,
    last_pipeline: last ?? null,
  });
}

function lastPipelineOf(instance: Instance, project: ProjectRecord, { sha }: RefRecord): Entity | undefined {
  const last = [...instance.pipelines.values()].findLast(
    (pipeline) =>
      pipeline.project === project && pipeline.ref.sha === sha && pipeline.source !== 'parent_pipeline',
  );
  return last === undefined ? undefined : pipelineBasicEntity(instance, last);
}

/** `GET /projects/:id/repository/commits`: each ref has one commit; never counts. */
export function listCommits(call: Call, project: ProjectRecord): SimulatedResponse {
  const { ref_name: given } = call.parameters;
  const name = scalarText(given) === '' ? 'HEAD' : scalarText(given);
  const ref = namedCommit(project, name);
  return pageAnswer(call, {
    items: ref === undefined ? [] : [ref],
    entity: (each) => commitEntity(call.instance, project, each),
    totals: 'left_out',
    defaults: { order: 'default', trailers: 'false' },
  });
}
