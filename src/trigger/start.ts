import type { Clock, Random } from '../base/clock.js';
import { type AppError, RefusedError, UnreachableError } from '../base/errors.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeRefusal, errorOf } from '../gitlab/responses/explain.js';
import { type FailedReply, type Refusal, isDenied, isRecordMissing } from '../gitlab/responses/reply.js';
import { jobTokenReadHint } from '../gitlab/responses/token-hints.js';
import { type CorrelationMark, type ProjectAddress, projectLabel } from '../model/addresses.js';
import type { CallerContext } from '../model/caller-context.js';
import type { StartEvent } from '../model/events.js';
import { type Pipeline, unknownProjectId } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';
import { rerunMarkOf } from './rerun-mark.js';
import { type SeenBefore, readNewest, seenIn } from './seen-before.js';
import { type StartContext, startContextOf } from './start-context.js';
import { type PipelineStarter, type StartDeps, startPipeline } from './start-pipeline.js';
import { correlationMarkOf } from './supersede.js';
import { withUpstreamVariables } from './upstream-variables.js';

/** The part of the GitLab client that shows whether pipelines can be read. */
export type PipelineLister = Pick<GitLabClient, 'listPipelines' | 'peekJobs'>;

export interface ReadCheck {
  readonly project: ProjectAddress;
  readonly hasAccessToken: boolean;
  readonly context: StartContext;
  readonly signal: AbortSignal;
}

/**
 * Makes sure before the start that a pipeline of `project` can be followed. A trigger token reads nothing, so
 * a private project needs an access token, or a job token that the project allows to read. Returns what is
 * known of the project.
 * @throws {RefusedError} `read_access_needed` when it cannot be followed; nothing was started.
 * @throws {UnreachableError} when GitLab gave no usable response; nothing was started.
 */
export async function checkReadable(gitlab: PipelineLister, check: ReadCheck): Promise<SeenBefore> {
  const { project, context, signal } = check;
  const at = `${projectLabel(context.project)} on ${context.gitlabUrl}`;
  const reply = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
  if (reply.kind !== 'ok') {
    const what = `Nothing was started: the pipelines of ${at} cannot be read, so none could be followed`;
    throw unreadable(reply, { check, what });
  }
  const seen = seenIn(reply, { hasToken: check.hasAccessToken || context.via === 'job_token' });
  // A job token may have only one of the two permissions. GitLab checks them before it looks up the pipeline.
  if (!check.hasAccessToken && context.via === 'job_token') {
    const jobs = await gitlab.peekJobs({ project, pipelineId: Math.max(1, seen.knownId ?? 1) }, signal);
    const isMissing = jobs.kind === 'refused' && jobs.refusal.status === 404;
    if (jobs.kind !== 'ok' && !isMissing) {
      const what = `Nothing was started: the jobs of pipelines of ${at} cannot be read, so none could be followed`;
      throw unreadable(jobs, { check, what });
    }
  }
  return seen;
}

function unreadable(
  reply: FailedReply,
  { check, what }: { readonly check: ReadCheck; readonly what: string },
): AppError {
  if (reply.kind !== 'refused' || !isNoRight(reply.refusal)) return errorOf(reply, { what });
  const { why, hint } = describeRefusal(reply.refusal);
  return new RefusedError({
    code: 'read_access_needed',
    what,
    why,
    hint: check.hasAccessToken ? hint : hintWithoutAccess(check.context, reply.refusal),
  });
}

function hintWithoutAccess({ via }: StartContext, refusal: Refusal): string {
  if (via === 'job_token') return `${jobTokenReadHint(refusal)} Or leave wait at false.`;
  return 'Give an access_token with the scope read_api (a trigger token reads nothing; only public projects with public pipelines can be followed without one), or leave wait at false. Check project_id and gitlab_url too.';
}

/** A refusal by GitLab itself, not by a gateway, and not a missing route. */
function isNoRight(refusal: Refusal): boolean {
  return isRecordMissing(refusal) || isDenied(refusal);
}

export interface StartRunDeps {
  readonly gitlab: PipelineStarter & PipelineLister;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: StartEvent) => void;
  /** See `startPipeline`. */
  readonly onPending?: StartDeps['onPending'];
  /** See `startPipeline`. */
  readonly onCreated?: StartDeps['onCreated'];
}

/** A pipeline to start. */
export interface StartTask {
  readonly request: TriggerRequest;
  /** The CI run that requests the pipeline. */
  readonly caller: CallerContext;
  readonly signal: AbortSignal;
}

/** A started pipeline, and the mark that identifies it. */
export interface StartedRun {
  readonly pipeline: Pipeline;
  readonly context: StartContext;
  readonly mark: CorrelationMark;
}

/**
 * Starts one pipeline with a mark and, if requested, with the variables of the caller's context. A pipeline
 * that is to be followed is started only if it can be read. With a token that can read, the newest pipeline
 * is read first, so that a lost response leaves as little uncertain as possible.
 * @throws {AppError} as `startPipeline` and `checkReadable` do.
 */
export async function startRun(deps: StartRunDeps, task: StartTask): Promise<StartedRun> {
  const { gitlab, random } = deps;
  const { caller, signal } = task;
  const request = withCaller(task);
  const { project, ref, credentials } = request;
  const context = startContextOf(task.request);
  const mark = correlationMarkOf({
    context: caller,
    project,
    ref,
    nonce: `${digits(random)}${digits(random)}`,
    rerun: rerunMarkOf(task),
  });
  const hasAccessToken = credentials.accessToken !== undefined;
  let seen: SeenBefore = {};
  if (request.follow !== undefined) {
    seen = await checkReadable(gitlab, { project, hasAccessToken, context, signal });
  } else if (hasAccessToken || context.via === 'job_token') {
    seen = await readNewest(deps, { project, signal });
  }
  const pipeline = await startPipeline(deps, { request, context, mark, ...seen, signal });
  return { pipeline, context, mark };
}

function withCaller({ request, caller }: StartTask): TriggerRequest {
  if (!request.forwardContext) return request;
  return { ...request, variables: withUpstreamVariables(request.variables, caller) };
}

/** About 50 bits: enough to prevent accidental collisions. It is no secret. */
function digits(random: Random): string {
  return random().toString(36).slice(2, 12);
}

/**
 * The error for a pipeline that was started but cannot be followed, because the ID of its project is unknown;
 * `undefined` if it is known.
 */
export function projectUnknown(pipeline: Pipeline): UnreachableError | undefined {
  if (pipeline.projectId !== unknownProjectId) return undefined;
  return new UnreachableError({
    code: 'project_unknown',
    what: `Pipeline ${pipeline.id} was started, and cannot be followed`,
    why: 'GitLab before 13.10 does not return the project ID with a pipeline, and the request for the project did not return it either.',
    hint: `Give the numeric project_id, or an access_token with the scope read_api. The pipeline keeps running: ${pipeline.webUrl}`,
  });
}
