import { type CreationOutcome, createPipeline } from '../engine/pipeline-creation.js';
import { findProject } from '../state/lookup.js';
import { canSee } from '../state/permissions.js';
import type {
  Instance,
  PipelineVariable,
  ProjectRecord,
  TriggerRecord,
  UserRecord,
} from '../state/records.js';
import type { JobTokenDescription } from '../state/scenario.js';
import {
  type Step,
  errorAnswer,
  forbiddenAnswer,
  go,
  jsonAnswer,
  messageAnswer,
  notFoundAnswer,
  recordErrorsAnswer,
  stop,
} from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import type { ParameterTree } from '../wire/parameter-tree.js';
import { mapOf, mapProblems, requiredTextProblems, scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { pipelineEntity } from './pipeline-entity.js';

/**
 * `POST /projects/:id/trigger/pipeline`, with the ref in the path or not.
 * @see https://docs.gitlab.com/api/pipeline_triggers/
 */
export function triggerPipeline(call: Call): SimulatedResponse {
  const { instance, parameters, request } = call;
  const problems = [
    ...requiredTextProblems(parameters, 'ref', 'refused'),
    ...requiredTextProblems(parameters, 'token', 'accepted'),
    ...mapProblems(parameters, 'variables'),
    ...(instance.release.pipelineInputs === 'supported' ? mapProblems(parameters, 'inputs') : []),
  ];
  if (problems.length > 0) return errorAnswer(400, problems.join(', '));
  if (request.headers['x-gitlab-event'] === 'Pipeline Hook') return forbiddenAnswer();
  const variables = stringVariables(mapOf(parameters.variables));
  if (variables === undefined) {
    return messageAnswer(400, 'variables needs to be a map of key-valued strings');
  }
  const found = findProject(instance, scalarText(parameters.id));
  if (found.kind === 'absent' || found.project.description.gone !== undefined) return notFoundAnswer();
  const sender = identifySender(call, found.project);
  if (sender.kind === 'stop') return sender.answer;
  const outcome = createPipeline(call, {
    project: found.project,
    ref: scalarText(parameters.ref),
    inputs: mapOf(parameters.inputs),
    variables: [
      ...variables,
      ...(instance.release.payloadVariable === 'absent' ? [] : [payloadVariable(parameters)]),
    ],
    ...sender.value,
  });
  return outcomeAnswer(instance, outcome, 422);
}

function stringVariables(given: ParameterTree): readonly PipelineVariable[] | undefined {
  const variables = Object.entries(given).flatMap(([key, value]): readonly PipelineVariable[] =>
    typeof value === 'string' ? [{ key: key.trim(), value, type: 'env_var' }] : [],
  );
  return variables.length === Object.keys(given).length ? variables : undefined;
}

function payloadVariable(parameters: ParameterTree): PipelineVariable {
  const payload = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'token'));
  return { key: 'TRIGGER_PAYLOAD', value: JSON.stringify(payload), type: 'file' };
}

interface Sender {
  readonly user: UserRecord;
  readonly source: 'trigger' | 'pipeline';
  readonly trigger?: TriggerRecord | undefined;
}

/** Identifies the owner of the `token` parameter: a trigger of this project, or a running job. */
function identifySender({ instance, parameters, nowMs }: Call, project: ProjectRecord): Step<Sender> {
  const token = scalarText(parameters.token);
  const trigger = project.triggers.find((candidate) => candidate.token === token);
  if (trigger !== undefined) {
    return isOver(trigger, { instance, nowMs })
      ? stop(notFoundAnswer())
      : go({ user: trigger.owner, source: 'trigger', trigger });
  }
  const job = instance.jobTokens.find((candidate) => candidate.description.token === token);
  if (job === undefined || token === '') return stop(notFoundAnswer());
  const problem = jobProblem(job.description.job);
  if (problem !== undefined) {
    return stop(
      instance.release.deadJobTokens === 'unauthorized'
        ? messageAnswer(401, problem)
        : messageAnswer(400, '400 Job has to be running'),
    );
  }
  const { projectId } = job.description;
  const listed =
    instance.release.jobTokenAllowlist === 'absent' ||
    projectId === project.id ||
    (project.description.jobTokenAllowlist ?? []).includes(projectId);
  return listed && canSee(project, job.user)
    ? go({ user: job.user, source: 'pipeline' })
    : stop(notFoundAnswer());
}

const dayMs = 86_400_000;

function isOver(
  { expiresMs = Infinity }: TriggerRecord,
  { instance, nowMs }: Pick<Call, 'instance' | 'nowMs'>,
): boolean {
  switch (instance.release.expiredTriggers) {
    case 'refused':
      return expiresMs <= nowMs;
    case 'accepted_for_30_days':
      return expiresMs + 30 * dayMs <= nowMs;
    case 'accepted':
      return false;
  }
}

function jobProblem(state: JobTokenDescription['job']): string | undefined {
  switch (state) {
    case 'running':
    case 'canceling':
      return undefined;
    case 'finished':
      return 'Job is not running';
    case 'erased':
      return 'Job has been erased!';
    case 'project_deleted':
      return 'Project has been deleted!';
    case 'expired':
      return 'Job token has expired';
  }
}

/**
 * The response to a creation; `failedStatus` is for pipelines that were saved as failed, which older releases
 * report as created.
 */
export function outcomeAnswer(
  instance: Instance,
  outcome: CreationOutcome,
  failedStatus: 400 | 422,
): SimulatedResponse {
  switch (outcome.kind) {
    case 'created':
      return jsonAnswer(201, pipelineEntity(instance, outcome.pipeline));
    case 'refused':
      return recordErrorsAnswer(400, outcome.errors);
    case 'broken':
      return outcome.answer;
    case 'failed':
      if (instance.release.savedFailure === 'created') {
        return jsonAnswer(201, pipelineEntity(instance, outcome.pipeline));
      }
      return outcome.texts === undefined
        ? messageAnswer(failedStatus, outcome.failureReason ?? 'Could not create pipeline')
        : recordErrorsAnswer(failedStatus, { base: outcome.texts });
  }
}
