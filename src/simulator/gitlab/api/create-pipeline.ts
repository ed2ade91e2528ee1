import { createPipeline } from '../engine/pipeline-creation.js';
import type { PipelineVariable, ProjectRecord } from '../state/records.js';
import { forbiddenAnswer } from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { type ParameterTree, type ParameterValue, isList, isTree } from '../wire/parameter-tree.js';
import { mapOf, mapProblems, requiredTextProblems, scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { outcomeAnswer } from './trigger-pipeline.js';

/** Problems of the parameters of `POST /projects/:id/pipeline`. */
export function createPipelineProblems({ parameters, instance }: Call): readonly string[] {
  return [
    ...requiredTextProblems(parameters, 'ref', 'refused'),
    ...variableProblems(parameters.variables),
    ...(instance.release.pipelineInputs === 'supported' ? mapProblems(parameters, 'inputs') : []),
  ];
}

/** `POST /projects/:id/pipeline`. @see https://docs.gitlab.com/api/pipelines/#create-a-new-pipeline */
export function createPipelineByUser(call: Call, project: ProjectRecord): SimulatedResponse {
  const { instance, parameters } = call;
  const user = viewerOf(call);
  if (user === undefined) return forbiddenAnswer();
  const outcome = createPipeline(call, {
    project,
    user,
    source: 'api',
    ref: scalarText(parameters.ref),
    inputs: mapOf(parameters.inputs),
    variables: listedVariables(parameters.variables),
  });
  return outcomeAnswer(instance, outcome, 400);
}

function variableProblems(value: ParameterValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!isList(value)) return ['variables is invalid'];
  const wellFormed = value.every(
    (item) => isTree(item) && scalarText(item.key) !== '' && item.value !== undefined,
  );
  return wellFormed ? [] : ['variables is invalid'];
}

function listedVariables(value: ParameterValue | undefined): readonly PipelineVariable[] {
  if (!isList(value)) return [];
  return value
    .filter((item): item is ParameterTree => isTree(item))
    .map((item) => ({
      key: scalarText(item.key).trim(),
      value: scalarText(item.value),
      type: item.variable_type === 'file' ? 'file' : 'env_var',
    }));
}
