import { findProject } from '../state/lookup.js';
import {
  canCreatePipelines,
  canReadCode,
  canReadPipelines,
  canRunOn,
  canSee,
  hasRole,
} from '../state/permissions.js';
import type { JobRecord, PipelineRecord, ProjectRecord, RefRecord } from '../state/records.js';
import {
  type Step,
  errorAnswer,
  forbiddenAnswer,
  go,
  messageAnswer,
  recordNotFoundAnswer,
  stop,
  textAnswer,
} from '../wire/answer.js';
import { type Call, type Endpoint, viewerOf } from '../wire/call.js';
import type { AccessRule } from '../wire/caller.js';
import type { SimulatedResponse } from '../wire/wire.js';

/** What the caller must be allowed to do; the answer is 403 otherwise. */
export type Ability =
  | 'read_project'
  | 'read_code'
  | 'read_pipelines'
  | 'create_pipeline'
  | 'admin_triggers'
  | 'update_pipeline';

/** The steps that all endpoints of a project share. */
export interface ProjectEntrance {
  readonly ability: Ability;
  readonly rule: AccessRule;
  /** Problems of the parameters, in GitLab's words, before any record is looked up. */
  readonly check?: ((call: Call) => readonly string[]) | undefined;
}

export function onProject(
  entrance: ProjectEntrance,
  handle: (call: Call, project: ProjectRecord) => SimulatedResponse,
): Endpoint {
  return (call) => {
    const problems = [...idProblems(call), ...(entrance.check?.(call) ?? [])];
    if (problems.length > 0) return errorAnswer(400, problems.join(', '));
    const project = enterProject(call, entrance);
    return project.kind === 'stop' ? project.answer : handle(call, project.value);
  };
}

export function onPipeline(
  entrance: ProjectEntrance,
  handle: (call: Call, pipeline: PipelineRecord) => SimulatedResponse,
): Endpoint {
  return onProject(entrance, (call, project) => {
    const pipeline = call.instance.pipelines.get(Number(call.pathParameters.pipeline_id));
    if (pipeline?.project !== project || isHiddenChild(call, pipeline)) return recordNotFoundAnswer();
    if (entrance.ability === 'update_pipeline' && !mayUpdate(call, project, pipeline.ref)) {
      return forbiddenAnswer();
    }
    return handle(call, pipeline);
  });
}

/** Before 13.3, a project did not find its child pipelines by their number. */
function isHiddenChild({ instance }: Call, { source }: PipelineRecord): boolean {
  return instance.release.childPipelines === 'hidden' && source === 'parent_pipeline';
}

export function onJob(
  entrance: ProjectEntrance,
  handle: (call: Call, job: JobRecord) => SimulatedResponse,
): Endpoint {
  return onProject(entrance, (call, project) => {
    const job = findJob(call, project);
    if (job === undefined) return recordNotFoundAnswer();
    if (entrance.ability === 'update_pipeline' && !mayUpdate(call, project, job.pipeline.ref)) {
      return forbiddenAnswer();
    }
    return handle(call, job);
  });
}

function findJob(call: Call, project: ProjectRecord): JobRecord | undefined {
  const job = call.instance.jobs.find(Number(call.pathParameters.job_id));
  return job?.pipeline.project === project ? job : undefined;
}

const integerParameters = ['pipeline_id', 'job_id', 'trigger_id'];

function idProblems({ pathParameters }: Call): readonly string[] {
  return integerParameters.flatMap((name) => {
    const text = pathParameters[name];
    return text === undefined || /^[+-]?\d+$/.test(text) ? [] : [`${name} is invalid`];
  });
}

function enterProject(call: Call, entrance: ProjectEntrance): Step<ProjectRecord> {
  const { instance, request, pathParameters } = call;
  const found = findProject(instance, pathParameters.id ?? '');
  if (
    found.kind === 'absent' ||
    found.project.description.gone !== undefined ||
    isHidden(call, found.project)
  ) {
    return stop(messageAnswer(404, '404 Project Not Found'));
  }
  const refusal = jobTokenRefusal(call, found.project, entrance.rule);
  if (refusal !== undefined) return stop(refusal);
  if (found.kind === 'moved') {
    return stop(
      request.method === 'GET'
        ? movedAnswer(call, found.project)
        : messageAnswer(405, 'Non GET methods are not allowed for moved projects'),
    );
  }
  return isAllowed(call, found.project, entrance.ability) ? go(found.project) : stop(forbiddenAnswer());
}

function isHidden(call: Call, project: ProjectRecord): boolean {
  const { caller } = call;
  const elsewhere =
    caller.kind === 'user' &&
    caller.token.description.projectId !== undefined &&
    caller.token.description.projectId !== project.id;
  return !canSee(project, elsewhere ? undefined : viewerOf(call));
}

function movedAnswer({ instance, request, pathParameters }: Call, project: ProjectRecord): SimulatedResponse {
  const old = `/projects/${encodeURIComponent(pathParameters.id ?? '')}`;
  const at = request.target.search(/\/projects\//);
  const rest = request.target.slice(at).replace(/^\/projects\/[^/?]+/, '');
  const location = `${instance.externalUrl}/api/v4/projects/${project.id}${at < 0 ? old : rest}`;
  return textAnswer(301, `This resource has been moved permanently to ${location}`, { location });
}

function jobTokenRefusal(
  { instance, caller }: Call,
  project: ProjectRecord,
  rule: AccessRule,
): SimulatedResponse | undefined {
  if (caller.kind !== 'job' || caller.token.description.projectId === project.id) return undefined;
  const { projectId, policies } = caller.token.description;
  if (!(project.description.jobTokenAllowlist ?? []).includes(projectId)) {
    const source = instance.projects.get(projectId)?.path ?? String(projectId);
    return forbiddenAnswer(
      `Authentication by CI/CD job token not allowed from ${source} to project #${project.id}.`,
    );
  }
  if (policies === undefined || policies.includes(rule.permission)) return undefined;
  return forbiddenAnswer(
    `Insufficient permissions to access this resource in project #${project.id}. The following token permission is required: ${rule.permission}.`,
  );
}

function isAllowed(call: Call, project: ProjectRecord, ability: Ability): boolean {
  const viewer = viewerOf(call);
  switch (ability) {
    case 'read_project':
      return true;
    case 'read_code':
      return canReadCode(project, viewer);
    case 'read_pipelines':
      return canReadPipelines(project, viewer);
    case 'create_pipeline':
    case 'update_pipeline':
      return viewer !== undefined && canCreatePipelines(project, viewer);
    case 'admin_triggers':
      return viewer !== undefined && hasRole(project, viewer, 'maintainer');
  }
}

/** Canceling, retrying and playing follow the protection of the ref. */
function mayUpdate(call: Call, project: ProjectRecord, ref: RefRecord): boolean {
  const viewer = viewerOf(call);
  return viewer !== undefined && canRunOn(project, viewer, ref);
}
