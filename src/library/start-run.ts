import type { Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { CallerContext } from '../inputs/caller-context.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';
import { checkReadable, type PipelineLister } from '../trigger/check-readable.js';
import { markOf, type PipelineMark } from '../trigger/pipeline-mark.js';
import { lookBefore, type SeenBefore } from '../trigger/seen-before.js';
import { startContextOf, type StartContext } from '../trigger/start-context.js';
import type { StartEvent } from '../trigger/start-event.js';
import { startPipeline, type PipelineStarter, type StartDeps } from '../trigger/start-pipeline.js';
import { withUpstreamVariables } from '../trigger/upstream-variables.js';

export interface StartRunDeps {
  readonly gitlab: PipelineStarter & PipelineLister;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: StartEvent) => void;
  /** As that of `startPipeline`. */
  readonly onStake?: StartDeps['onStake'];
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
  readonly mark: PipelineMark;
}

/**
 * Starts one pipeline as it was asked for: marked, with the variables that tell who asks when they are wanted; one that is to be followed only after a look whether it
 * can be. Whoever has a token that may read looks before at what is there, so that an answer that gets lost leaves as little open as possible.
 * @throws {AppError} as `startPipeline` and `checkReadable` do.
 */
export async function startRun(deps: StartRunDeps, task: StartTask): Promise<StartedRun> {
  const { gitlab, random } = deps;
  const { caller, signal } = task;
  const request = withCaller(task);
  const { project, ref, credentials } = request;
  const context = startContextOf(task.request);
  const mark = markOf({ context: caller, project, ref, nonce: `${digits(random)}${digits(random)}` });
  const hasAccessToken = credentials.accessToken !== undefined;
  let seen: SeenBefore = {};
  if (request.follow !== undefined) {
    seen = await checkReadable(gitlab, { project, hasAccessToken, context, signal });
  } else if (hasAccessToken || context.via === 'job_token') {
    seen = await lookBefore(deps, { project, signal });
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
