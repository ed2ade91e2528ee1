import { forgetPipelines } from '../engine/forget-pipelines.js';
import { cancelPipeline, retryPipeline } from '../engine/pipeline-actions.js';
import { canCreatePipelines, canRunOn, hasRole } from '../state/permissions.js';
import type { PipelineRecord } from '../state/records.js';
import { emptyAnswer, forbiddenAnswer, jsonAnswer } from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { requiredTextProblems, scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { pipelineEntity, pipelineWithNameEntity } from './pipeline-entity.js';

/** `GET /projects/:id/pipelines/:pipeline_id`. */
export function showPipeline({ instance }: Call, pipeline: PipelineRecord): SimulatedResponse {
  return jsonAnswer(200, pipelineWithNameEntity(instance, pipeline));
}

/** `POST …/cancel`: always 200, also if there was nothing to cancel. */
export function cancelPipelineByUser({ instance, nowMs }: Call, pipeline: PipelineRecord): SimulatedResponse {
  cancelPipeline(instance, pipeline, nowMs);
  return jsonAnswer(200, pipelineEntity(instance, pipeline));
}

/** `POST …/retry`: always 201, also when there was nothing to retry. */
export function retryPipelineByUser({ instance, nowMs }: Call, pipeline: PipelineRecord): SimulatedResponse {
  retryPipeline(instance, pipeline, nowMs);
  return jsonAnswer(201, pipelineEntity(instance, pipeline));
}

/** `GET …/variables`: for maintainers, and for the pipeline's own user as long as they may update it. */
export function listPipelineVariables(call: Call, pipeline: PipelineRecord): SimulatedResponse {
  const viewer = viewerOf(call);
  const { project, ref, user, variables } = pipeline;
  if (viewer === undefined) return forbiddenAnswer();
  const own = viewer === user && canCreatePipelines(project, viewer) && canRunOn(project, viewer, ref);
  if (!own && !hasRole(project, viewer, 'maintainer')) return forbiddenAnswer();
  return jsonAnswer(
    200,
    variables.map(({ key, value, type }) => ({ variable_type: type, key, value, raw: false })),
  );
}

/** Problems of the parameters of a new name. */
export function renamingProblems({ parameters }: Call): readonly string[] {
  return requiredTextProblems(parameters, 'name', 'accepted');
}

/** `PUT …/metadata`. */
export function renamePipeline(call: Call, pipeline: PipelineRecord): SimulatedResponse {
  pipeline.name = scalarText(call.parameters.name);
  pipeline.updatedMs = call.nowMs;
  return jsonAnswer(200, pipelineWithNameEntity(call.instance, pipeline));
}

/** `DELETE …`: for owners. */
export function deletePipeline(call: Call, pipeline: PipelineRecord): SimulatedResponse {
  const viewer = viewerOf(call);
  if (viewer === undefined || !hasRole(pipeline.project, viewer, 'owner')) return forbiddenAnswer();
  forgetPipelines(call.instance, new Set([pipeline]));
  return emptyAnswer(204);
}
