import type { Clock, Random } from '../base/clock.js';
import { type AppError, RefusedError, UnreachableError } from '../base/errors.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeRefusal, errorOf } from '../gitlab/responses/explain.js';
import type { FailedReply, Refusal } from '../gitlab/responses/reply.js';
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

/** The part of GitLab that tells whether pipelines may be read. */
export type PipelineLister = Pick<GitLabClient, 'listPipelines' | 'peekJobs'>;

export interface ReadCheck {
  readonly project: ProjectAddress;
  readonly hasAccessToken: boolean;
  readonly context: StartContext;
  readonly signal: AbortSignal;
}

/**
 * Makes sure that a pipeline of `project` can be followed, before one is started: a trigger token reads
 * nothing, so a private project needs an access token, or a job token that the project lets read. Gives what
 * was seen of the project.
 * @throws {RefusedError} `read_access_needed` when it cannot be; nothing was started.
 * @throws {UnreachableError} when GitLab gave no usable answer; nothing was started.
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
  // Of the two permissions a job token may have only one. GitLab looks at them before it looks for the
  // pipeline.
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

/** GitLab's own no; a page of a gateway, or a route that does not exist, is another matter. */
function isNoRight({ speaker, status, shape }: Refusal): boolean {
  if (speaker !== 'gitlab') return false;
  return status === 401 || status === 403 || (status === 404 && shape !== 'error');
}

export interface StartRunDeps {
  readonly gitlab: PipelineStarter & PipelineLister;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: StartEvent) => void;
  /** As that of `startPipeline`. */
  readonly onStake?: StartDeps['onStake'];
  /** As that of `startPipeline`. */
  readonly onCreated?: StartDeps['onCreated'];
}

/** A pipeline to be started. */
export interface StartTask {
  readonly request: TriggerRequest;
  /** Who asks. */
  readonly caller: CallerContext;
  readonly signal: AbortSignal;
}

/** A pipeline that was started, and what it is known by. */
export interface StartedRun {
  readonly pipeline: Pipeline;
  readonly context: StartContext;
  readonly mark: CorrelationMark;
}

/**
 * Starts one pipeline as it was asked for: marked, with the variables that tell who asks when they are
 * wanted; one that is to be followed only after a look whether it can be. Whoever has a token that may read
 * looks before at what is there, so that an answer that gets lost leaves as little open as possible.
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

/** Some fifty bits, which are enough not to meet by accident; nobody is kept out by them. */
function digits(random: Random): string {
  return random().toString(36).slice(2, 12);
}

/**
 * The error for a pipeline that was started and can only be named, because nobody tells the number of its
 * project; `undefined` when it is known.
 */
export function projectUnknown(pipeline: Pipeline): UnreachableError | undefined {
  if (pipeline.projectId !== unknownProjectId) return undefined;
  return new UnreachableError({
    code: 'project_unknown',
    what: `Pipeline ${pipeline.id} was started, and cannot be followed`,
    why: 'GitLab before 13.10 does not tell the number of the project with a pipeline, and did not tell it when it was asked for the project.',
    hint: `Give the numeric project_id, or an access_token with the scope read_api. The pipeline goes on: ${pipeline.webUrl}`,
  });
}
