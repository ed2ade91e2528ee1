import { findRef } from '../state/lookup.js';
import { canCreatePipelines, canRunOn, canSetVariables } from '../state/permissions.js';
import type {
  Instance,
  PipelineRecord,
  PipelineVariable,
  ProjectRecord,
  RefRecord,
  TriggerRecord,
  UserRecord,
} from '../state/records.js';
import type { CiConfiguration } from '../state/scenario.js';
import { messageAnswer } from '../wire/answer.js';
import type { ParameterTree } from '../wire/parameter-tree.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { checkInputs, checkVariables, duplicateKeys, variableFault } from './pipeline-inputs.js';
import { type PipelineOrder, saveFailedPipeline, startPipeline } from './pipeline-start.js';

/** A request for a pipeline, by any method. */
export interface PipelineRequest {
  readonly project: ProjectRecord;
  readonly user: UserRecord;
  /** As given: short or full. */
  readonly ref: string;
  readonly source: 'trigger' | 'pipeline' | 'api';
  /** Includes `TRIGGER_PAYLOAD` if there is one. */
  readonly variables: readonly PipelineVariable[];
  readonly inputs: ParameterTree;
  readonly trigger?: TriggerRecord | undefined;
}

/** The result. `failed` has left a pipeline behind; `texts` is absent if GitLab gives no message. */
export type CreationOutcome =
  | { readonly kind: 'created'; readonly pipeline: PipelineRecord }
  | { readonly kind: 'refused'; readonly errors: Readonly<Record<string, readonly string[]>> }
  | {
      readonly kind: 'failed';
      readonly pipeline: PipelineRecord;
      readonly texts: readonly string[] | undefined;
      readonly failureReason: string | undefined;
    }
  | { readonly kind: 'broken'; readonly answer: SimulatedResponse };

interface Creation {
  readonly instance: Instance;
  readonly nowMs: number;
}

/** Runs GitLab's checks in their order and creates the pipeline if all pass. */
export function createPipeline(creation: Creation, request: PipelineRequest): CreationOutcome {
  const refusal = refusalOfProject(creation.instance, request);
  if (refusal !== undefined) return refused(refusal);
  const found = findRef(request.project, request.ref);
  if (found.kind === 'absent') return refused('Reference not found');
  if (found.kind === 'ambiguous') return refused('Ref is ambiguous');
  if (found.ref.commit === 'missing') return refused('Commit not found');
  if (offendsVariableRule(creation.instance, request)) {
    return refused('Insufficient permissions to set pipeline variables');
  }
  const order = orderOf(request, found.ref, creation.nowMs);
  const duplicates = duplicateKeys(request.variables);
  if (duplicates.length > 0) {
    const noun = duplicates.length === 1 ? 'name' : 'names';
    return failed(creation, order, { texts: [`Duplicate variable ${noun}: ${duplicates.join(', ')}`] });
  }
  if (exceedsRate(creation, order)) {
    return refused('Too many pipelines created in the last minute. Try again later.');
  }
  const { mostInputs, pipelineInputs } = creation.instance.release;
  if (pipelineInputs === 'supported' && Object.keys(request.inputs).length > mostInputs) {
    return refused(`There cannot be more than ${mostInputs} inputs`);
  }
  return configured(creation, order, request);
}

function refused(text: string): CreationOutcome {
  return { kind: 'refused', errors: { base: [text] } };
}

function refusalOfProject(
  { release }: Instance,
  { project, user, ref }: PipelineRequest,
): string | undefined {
  if (!(project.description.ciEnabled ?? true)) return 'Pipelines are disabled!';
  if (release.importCheck === 'supported' && (project.description.importRunning ?? false)) {
    return 'You cannot run pipelines before project import is complete.';
  }
  if (!canCreatePipelines(project, user)) return 'Insufficient permissions to create a new pipeline';
  const found = findRef(project, ref);
  if (found.kind !== 'found' || canRunOn(project, user, found.ref)) return undefined;
  return release.words.protectedRef(ref);
}

function offendsVariableRule({ release }: Instance, request: PipelineRequest): boolean {
  if (release.variableRule === 'absent' || canSetVariables(request.project, request.user)) return false;
  const isPayload = ({ key, type }: PipelineVariable): boolean =>
    key === 'TRIGGER_PAYLOAD' && type === 'file';
  const exempt = release.payloadVariable === 'exempt' && request.source === 'trigger';
  return request.variables.some((variable) => !(exempt && isPayload(variable)));
}

function exceedsRate({ instance, nowMs }: Creation, { project, user, ref }: PipelineOrder): boolean {
  if (instance.release.creationLimit === 'absent') return false;
  const key = `create/${project.id}/${user.id}/${ref.sha}`;
  return instance.counters.count(key, nowMs) > instance.pipelineCreationsPerMinute;
}

function orderOf(request: PipelineRequest, ref: RefRecord, atMs: number): PipelineOrder {
  const { project, user, source, variables, inputs, trigger } = request;
  return { project, user, source, variables, inputs, trigger, ref, script: {}, atMs };
}

interface Failure {
  readonly texts?: readonly string[] | undefined;
  readonly failureReason?: string | undefined;
}

function failed({ instance }: Creation, order: PipelineOrder, failure: Failure): CreationOutcome {
  const { texts, failureReason } = failure;
  const yamlErrors = texts?.join('\n');
  return {
    kind: 'failed',
    pipeline: saveFailedPipeline(instance, { ...order, yamlErrors }),
    texts,
    failureReason,
  };
}

function configured(creation: Creation, order: PipelineOrder, request: PipelineRequest): CreationOutcome {
  const { ci } = order.ref;
  const { words } = creation.instance.release;
  switch (ci.kind) {
    case 'valid':
      return started(creation, order, { ci, request });
    case 'missing':
      return refused('Missing CI config file');
    case 'invalid':
      return failed(creation, order, { texts: ci.errors });
    case 'filtered_by_workflow':
      return refused(words.filteredByWorkflow);
    case 'no_jobs':
      return refused(words.noJobs);
    case 'too_many_active_jobs':
      return failed(creation, order, {
        texts: ['Project exceeded the allowed number of jobs in active pipelines. Retry later.'],
      });
    case 'too_many_jobs':
      return failed(creation, order, {
        texts: [words.tooManyJobs(ci)],
        failureReason: 'size_limit_exceeded',
      });
    case 'refused_once_saved':
      return failed(creation, order, { texts: [ci.text], failureReason: ci.failureReason });
    case 'failed_without_text':
      return failed(creation, order, { failureReason: ci.failureReason });
    case 'id_clash':
      return refused('Failed to persist the pipeline, please retry');
    case 'gitaly_exhausted':
      return creation.instance.release.gitalyOverload === 'refused'
        ? refused(gitalyWords)
        : broken(creation, order, { kind: 'gitaly_overloaded', text: gitalyWords });
    case 'gitaly_overloaded':
    case 'resource_locked':
    case 'internal_error':
      return broken(creation, order, ci);
  }
}

const gitalyWords = 'Upstream Gitaly has been exhausted. Try again later';

type BrokenCi = Extract<
  CiConfiguration,
  { readonly kind: 'gitaly_overloaded' | 'resource_locked' | 'internal_error' }
>;

function broken({ instance }: Creation, order: PipelineOrder, ci: BrokenCi): CreationOutcome {
  switch (ci.kind) {
    case 'gitaly_overloaded': {
      const headers: Readonly<Record<string, string>> =
        ci.retryAfterSeconds === undefined ? {} : { 'retry-after': String(ci.retryAfterSeconds) };
      return { kind: 'broken', answer: messageAnswer(503, ci.text, headers) };
    }
    case 'resource_locked':
      return { kind: 'broken', answer: messageAnswer(409, '409 Conflict: Resource lock') };
    case 'internal_error':
      if (ci.leaves === 'pipeline') startPipeline(instance, { ...order, script: ci.script ?? {} });
      return { kind: 'broken', answer: messageAnswer(500, '500 Internal Server Error') };
  }
}

interface ValidStart {
  readonly ci: Extract<CiConfiguration, { readonly kind: 'valid' }>;
  readonly request: PipelineRequest;
}

function started(creation: Creation, order: PipelineOrder, { ci, request }: ValidStart): CreationOutcome {
  const given = creation.instance.release.pipelineInputs === 'supported' ? request.inputs : {};
  const check = checkInputs(ci.inputs, given);
  if (check.kind === 'invalid') return failed(creation, order, { texts: check.errors });
  const errors = checkVariables(request.variables);
  if (errors !== undefined) {
    return creation.instance.release.variableNames === 'as_saved'
      ? { kind: 'refused', errors }
      : failed(creation, order, { texts: [variableFault(request.variables)] });
  }
  const script =
    typeof ci.script === 'function'
      ? ci.script({
          ref: order.ref.name,
          variables: Object.fromEntries(order.variables.map(({ key, value }) => [key, value])),
          inputs: check.values,
        })
      : ci.script;
  const pipeline = startPipeline(creation.instance, { ...order, script, inputs: check.values });
  return { kind: 'created', pipeline };
}
