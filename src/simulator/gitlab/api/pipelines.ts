import { availableStatuses } from '../engine/statuses.js';
import type { Instance, PipelineRecord, ProjectRecord } from '../state/records.js';
import { forbiddenAnswer, jsonAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import { pageAnswer } from '../wire/paging.js';
import type { ParameterTree } from '../wire/parameter-tree.js';
import { readTime, scalarText, timeProblems, wordProblems } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { pipelineListEntity, pipelineWithNameEntity } from './pipeline-entity.js';
import { defaultBranchOf } from './projects.js';

const scopes = ['running', 'pending', 'finished', 'branches', 'tags'];
const orders = ['id', 'status', 'ref', 'updated_at', 'user_id'];
const sources = [
  'push',
  'web',
  'trigger',
  'schedule',
  'api',
  'external',
  'pipeline',
  'chat',
  'webide',
  'merge_request_event',
  'external_pull_request_event',
  'parent_pipeline',
  'ondemand_dast_scan',
  'ondemand_dast_validation',
  'security_orchestration_policy',
  'container_registry_push',
  'duo_workflow',
  'pipeline_execution_policy_schedule',
  'unknown',
];

/** Problems of the filters of the list of pipelines. */
export function pipelineFilterProblems({ parameters }: Call): readonly string[] {
  return [
    ...wordProblems(parameters, 'scope', scopes),
    ...wordProblems(parameters, 'status', availableStatuses),
    ...wordProblems(parameters, 'source', sources),
    ...wordProblems(parameters, 'order_by', orders),
    ...wordProblems(parameters, 'sort', ['asc', 'desc']),
    ...wordProblems(parameters, 'yaml_errors', ['true', 'false']).map(() => 'yaml_errors is invalid'),
    ...['updated_after', 'updated_before', 'created_after', 'created_before'].flatMap((name) =>
      timeProblems(parameters, name),
    ),
  ];
}

/** `GET /projects/:id/pipelines`. @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines */
export function listPipelines(call: Call, project: ProjectRecord): SimulatedResponse {
  const { instance, parameters } = call;
  const own = [...instance.pipelines.values()].filter((pipeline) => pipeline.project === project);
  const tests = [
    sourceTest(instance, parameters),
    ...wordTests(parameters),
    ...timeTests(parameters, 'updated'),
    ...(instance.release.createdFilters === 'supported' ? timeTests(parameters, 'created') : []),
  ];
  const items = inScope(own, parameters).filter((pipeline) => tests.every((test) => test(pipeline)));
  return pageAnswer(call, {
    items: sorted(items, parameters),
    entity: (pipeline) => pipelineListEntity(instance, pipeline),
    defaults: { order_by: 'id', sort: 'desc' },
  });
}

/** `GET /projects/:id/pipelines/latest`; 403, not 404, when there is none. */
export function latestPipeline({ instance, parameters }: Call, project: ProjectRecord): SimulatedResponse {
  const ref = scalarText(parameters.ref);
  const name = ref === '' ? defaultBranchOf(project) : ref;
  const latest = [...instance.pipelines.values()]
    .filter((pipeline) => pipeline.project === project && pipeline.ref.name === name)
    .findLast((pipeline) => pipeline.source !== 'parent_pipeline');
  return latest === undefined ? forbiddenAnswer() : jsonAnswer(200, pipelineWithNameEntity(instance, latest));
}

/** Made of the parameters once, and asked of every pipeline. */
type PipelineTest = (pipeline: PipelineRecord) => boolean;

/** Child pipelines are listed only if they are requested by source. */
function sourceTest({ release }: Instance, parameters: ParameterTree): PipelineTest {
  const wanted = release.sourceFilter === 'supported' ? scalarText(parameters.source) : '';
  return wanted === '' ? ({ source }) => source !== 'parent_pipeline' : ({ source }) => source === wanted;
}

const words: Readonly<Record<string, (pipeline: PipelineRecord) => string | undefined>> = {
  status: ({ status }) => status,
  ref: ({ ref }) => ref.name,
  sha: ({ ref }) => ref.sha,
  username: ({ user }) => user.username,
  name: ({ name }) => name,
  yaml_errors: ({ yamlErrors }) => (yamlErrors === undefined ? 'false' : 'true'),
};

function wordTests(parameters: ParameterTree): readonly PipelineTest[] {
  return Object.entries(words).flatMap(([name, actual]): readonly PipelineTest[] => {
    const wanted = scalarText(parameters[name]);
    return wanted === '' ? [] : [(pipeline) => actual(pipeline) === wanted];
  });
}

function timeTests(parameters: ParameterTree, what: 'created' | 'updated'): readonly PipelineTest[] {
  const after = readTime(parameters[`${what}_after`]) ?? -Infinity;
  const before = readTime(parameters[`${what}_before`]) ?? Infinity;
  if (after === -Infinity && before === Infinity) return [];
  return [
    ({ createdMs, updatedMs }) => {
      const atMs = what === 'created' ? createdMs : updatedMs;
      return after <= atMs && atMs <= before;
    },
  ];
}

function inScope(pipelines: readonly PipelineRecord[], parameters: ParameterTree): readonly PipelineRecord[] {
  const scope = scalarText(parameters.scope);
  switch (scope) {
    case 'running':
    case 'pending':
      return pipelines.filter(({ status }) => status === scope);
    case 'finished':
      return pipelines.filter(({ status }) => ['success', 'failed', 'canceled'].includes(status));
    case 'branches':
    case 'tags':
      return newestOfEachRef(pipelines, scope === 'branches' ? 'branch' : 'tag');
    default:
      return pipelines;
  }
}

function newestOfEachRef(
  pipelines: readonly PipelineRecord[],
  kind: 'branch' | 'tag',
): readonly PipelineRecord[] {
  const newest = new Map<string, PipelineRecord>();
  for (const pipeline of pipelines) {
    if (pipeline.ref.kind === kind && pipeline.source !== 'parent_pipeline') {
      newest.set(pipeline.ref.name, pipeline);
    }
  }
  return [...newest.values()];
}

function sorted(pipelines: readonly PipelineRecord[], parameters: ParameterTree): readonly PipelineRecord[] {
  const key = sortKey(scalarText(parameters.order_by));
  const direction = parameters.sort === 'asc' ? 1 : -1;
  return [...pipelines].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === b) return direction * (one.id - other.id);
    return a < b ? -direction : direction;
  });
}

function sortKey(orderBy: string): (pipeline: PipelineRecord) => number | string {
  switch (orderBy) {
    case 'status':
      return ({ status }) => status;
    case 'ref':
      return ({ ref }) => ref.name;
    case 'updated_at':
      return ({ updatedMs }) => updatedMs;
    case 'user_id':
      return ({ user }) => user.id;
    default:
      return ({ id }) => id;
  }
}
