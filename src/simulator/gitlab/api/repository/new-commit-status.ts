import { settle } from '../../engine/pipeline-engine.js';
import { startPipeline } from '../../engine/pipeline-start.js';
import type { ExternalStatusRecord, PipelineRecord, ProjectRecord, RefRecord } from '../../state/records.js';
import { jsonAnswer, messageAnswer } from '../../wire/answer.js';
import { type Call, viewerOf } from '../../wire/call.js';
import { wholeNumber } from '../../wire/paging.js';
import type { ParameterValue } from '../../wire/parameter-tree.js';
import { scalarText, wordProblems } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { externalIdOf, externalStatusEntity } from './commit-statuses.js';
import { namedCommit } from './commits.js';

const states = ['pending', 'running', 'success', 'failed', 'canceled', 'skipped'];

/** Problems of the parameters of a new status. */
export function newStatusProblems({ parameters }: Call): readonly string[] {
  const { state } = parameters;
  return state === undefined ? ['state is missing'] : wordProblems(parameters, 'state', states);
}

/**
 * `POST /projects/:id/statuses/:sha`: what another system says of a commit. It goes to the newest pipeline of
 * the commit, or to one of its own. A status that has not ended is moved on; after its end, a new one takes
 * its place.
 * @see https://docs.gitlab.com/api/commits/#set-commit-pipeline-status
 * @see GitLab, `spec/requests/api/commit_statuses_spec.rb`
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
  const state = scalarText(parameters.state);
  const known = pipeline.externalStatuses.find((status) => status.name === name && !status.retried);
  const isAlive = known?.status === 'pending' || known?.status === 'running';
  const refused = isAlive ? refusedEvent(known.status, state) : undefined;
  if (isAlive && refused !== undefined) {
    return messageAnswer(
      400,
      `Cannot transition status via :${refused} from :${known.status} (Reason(s): Status cannot transition via "${refused}")`,
    );
  }
  const status = isAlive ? known : addStatus(call, pipeline, name);
  status.status = state;
  status.description = textOr(parameters.description, status.description);
  status.targetUrl = textOr(parameters.target_url, status.targetUrl);
  status.coverage = numberOr(parameters.coverage, status.coverage);
  settle(instance, pipeline, nowMs);
  const id = status.id ?? externalIdOf(pipeline, pipeline.externalStatuses.indexOf(status));
  return jsonAnswer(201, externalStatusEntity(instance, pipeline, { ...status, id }));
}

/** The event that such a step would be, when the status allows none; it never goes back. */
function refusedEvent(from: string, to: string): string | undefined {
  if (to === 'pending') return 'enqueue';
  if (from !== 'running') return undefined;
  return { running: 'run', skipped: 'skip' }[to];
}

function addStatus({ parameters }: Call, pipeline: PipelineRecord, name: string): ExternalStatusRecord {
  for (const before of pipeline.externalStatuses) if (before.name === name) before.retried = true;
  const status: ExternalStatusRecord = {
    id: externalIdOf(pipeline, pipeline.externalStatuses.length),
    name,
    status: '',
    retried: false,
    allowFailure: scalarText(parameters.allow_failure) === 'true',
    description: undefined,
    targetUrl: undefined,
    coverage: undefined,
  };
  pipeline.externalStatuses.push(status);
  return status;
}

function textOr(value: ParameterValue | undefined, absent: string | undefined): string | undefined {
  return value === undefined ? absent : scalarText(value);
}

function numberOr(value: ParameterValue | undefined, absent: number | undefined): number | undefined {
  const given = Number(scalarText(value) === '' ? NaN : scalarText(value));
  return Number.isNaN(given) ? absent : given;
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
