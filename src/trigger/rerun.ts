import { type Clock, type Random, sleep } from '../base/clock.js';
import { type AppError, RefusedError, UnreachableError } from '../base/errors.js';
import type { GitLabClient } from '../gitlab/client.js';
import { requestSettleMs } from '../gitlab/replica-lag.js';
import { freshText } from '../gitlab/request.js';
import { describeReply, errorOf } from '../gitlab/responses/explain.js';
import { namesNoRecord } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import { type RerunMark, projectLabel } from '../model/addresses.js';
import type { CallerContext } from '../model/caller-context.js';
import type { RerunAction, StartEvent } from '../model/events.js';
import { type Pipeline, isCountingFailure, isTerminalStatus, projectOf } from '../model/pipeline.js';
import type { RerunRequest, TriggerRequest } from '../model/requests.js';
import { statesOf } from '../model/snapshot.js';
import {
  type EarlierReader,
  type EarlierSearch,
  type Judgment,
  type MarkedPipeline,
  findEarlierAttempt,
  findOtherAttempts,
} from './find-earlier-attempt.js';
import { isLaterAttempt, isNextAttempt, rerunMarkOf } from './rerun-mark.js';
import { type PipelineRetrier, pipelineGone, retryEarlier } from './retry-earlier.js';
import { pipelinesPage, startContextOf } from './start-context.js';
import type { StartedRun } from './start.js';

/** The part of GitLab that finds and retries pipelines of earlier attempts. */
export type EarlierKeeper = EarlierReader & PipelineRetrier & Pick<GitLabClient, 'fetchPipeline'>;

export interface RerunDeps {
  readonly gitlab: EarlierKeeper;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: StartEvent) => void;
  /** Called with a pipeline that is taken up, before GitLab is asked to do anything with it. */
  readonly onTaken: (pipeline: Pipeline) => void;
}

/** A step that may be a re-run. */
export interface RerunTask {
  readonly request: TriggerRequest;
  readonly caller: CallerContext;
  readonly signal: AbortSignal;
}

/** What a re-run knows when it starts a pipeline of its own. */
export interface NewStart {
  readonly kind: 'new';
  /** The other pipelines of this step, searched for once more after this run has started its own. */
  readonly othersThan: (pipeline: Pipeline) => Promise<readonly MarkedPipeline[]>;
}

export interface TakenUp {
  readonly kind: 'taken_up';
  readonly started: StartedRun;
}

/** A pipeline that is being canceled is over soon. */
const cancelingMs = 60_000;
const cancelingPauseMs = 2000;
/** For a pipeline that was found, and cannot be read for the moment. */
const readMs = 60_000;

/**
 * Takes up the pipeline that an earlier attempt of the same step has started, if that is asked for and there
 * is one; otherwise says why a new one is to be started. Nothing is started where this is uncertain.
 * @throws {RefusedError | UnreachableError} `rerun_uncertain`, `rerun_overtaken`, `rerun_pipeline_gone`, and
 *   what `retryEarlier` throws.
 */
export async function takeUpEarlier(deps: RerunDeps, task: RerunTask): Promise<TakenUp | NewStart> {
  const { request, caller, signal } = task;
  const { rerun } = request;
  const mark = rerunMarkOf(task);
  const alone: NewStart = { kind: 'new', othersThan: () => Promise.resolve([]) };
  if (rerun === undefined) return alone;
  if (mark === undefined || caller.attempt === undefined) {
    deps.onEvent({ kind: 'rerun', action: 'unsupported' });
    return alone;
  }
  if (caller.attempt.isFirst === true) return alone;
  const judged = new Map<number, Judgment>();
  let ended: MarkedPipeline | undefined;
  // Where each attempt may be the first, there is no wait for what most likely never was.
  const waitMs = caller.attempt.isFirst === 'unknown' ? 0 : requestSettleMs;
  const search: EarlierSearch = {
    project: request.project,
    via: startContextOf(request).via,
    asked: request,
    mark,
    settledMs: deps.clock.nowMs() + waitMs,
    onWaiting: (retryTimeoutMs) =>
      deps.onEvent({ kind: 'rerun_searching', retryTimeoutMs, earlier: ended && earlierOf(ended) }),
    judged,
    signal,
  };
  const startNew = (action: RerunAction, marked?: MarkedPipeline): NewStart => {
    deps.onEvent({ kind: 'rerun', action, earlier: marked && earlierOf(marked) });
    return {
      kind: 'new',
      othersThan: async ({ id }) =>
        (await findOtherAttempts(deps, search, id)).filter(
          (other) =>
            other.mark.rerun.asked === mark.asked &&
            other.pipeline.id !== id &&
            other.pipeline.id > (marked?.pipeline.id ?? 0),
        ),
    };
  };
  for (;;) {
    const found = await findEarlierAttempt(deps, { ...search, newerThan: ended?.pipeline.id });
    if (found.kind === 'unknown') throw uncertain(task, found.why, found.refusal !== undefined);
    if (found.kind === 'absent') return startNew(ended === undefined ? 'absent' : 'ended', ended);
    const chosen = choose(found.pipelines, mark, task);
    if (chosen.kind === 'other_request') {
      return ended === undefined ? startNew('other_request', chosen.marked) : startNew('ended', ended);
    }
    const marked = { ...chosen.marked, pipeline: await afterCanceling(deps, task, chosen.marked.pipeline) };
    const isOwn = marked.mark.rerun.attempt === mark.attempt;
    const plan = await planFor(deps, task, { rerun, marked, isOwn });
    if (plan !== 'ended') return { kind: 'taken_up', started: await takeUp(deps, task, { marked, plan }) };
    // An attempt between that one and this one may have sent a request on which GitLab still works.
    if (isNextAttempt(marked.mark.rerun, mark)) return startNew('ended', marked);
    ended = marked;
  }
}

/**
 * The pipeline of the newest attempt with the same request; `other_request`, with the newest pipeline of all,
 * if no attempt had the same.
 * @throws {RefusedError} when that attempt has several pipelines, or when a later attempt has started one.
 */
function choose(
  pipelines: readonly [MarkedPipeline, ...MarkedPipeline[]],
  mine: RerunMark,
  task: RerunTask,
): { readonly kind: 'same' | 'other_request'; readonly marked: MarkedPipeline } {
  const later = pipelines.find(({ mark }) => isLaterAttempt(mark.rerun, mine));
  if (later !== undefined) throw overtaken(later, task);
  const alike = pipelines.filter(({ mark }) => mark.rerun.asked === mine.asked);
  const [marked, ...rest] = alike;
  if (marked === undefined) return { kind: 'other_request', marked: pipelines[0] };
  const twins = rest.filter(({ mark }) => mark.rerun.attempt === marked.mark.rerun.attempt);
  if (twins.length > 0) {
    const ids = [marked, ...twins].map(({ pipeline }) => pipeline.id).join(', ');
    throw uncertain(
      task,
      `Attempt ${marked.mark.rerun.attempt} has started several pipelines alike, ${ids}, and nothing tells which one this step's is`,
      true,
    );
  }
  return { kind: 'same', marked };
}

/** How the pipeline is when it is no longer being canceled. */
async function afterCanceling(deps: RerunDeps, task: RerunTask, pipeline: Pipeline): Promise<Pipeline> {
  const { clock } = deps;
  const { id } = pipeline;
  const project = projectOf(pipeline, task.request.project);
  const beginMs = clock.nowMs();
  for (;;) {
    const fresh = freshText(id, clock);
    const reply = await deps.gitlab.fetchPipeline({ project, pipelineId: id, fresh }, task.signal);
    const passedMs = clock.nowMs() - beginMs;
    if (reply.kind === 'ok') {
      if (reply.value.status !== 'canceling' || passedMs >= cancelingMs) return reply.value;
    } else {
      if (namesNoRecord(reply)) throw pipelineGone({ project, pipelineId: id }, describeReply(reply).why);
      if (!isTransient(reply) || passedMs >= readMs) {
        throw errorOf(reply, {
          what: `Nothing was started: cannot read pipeline ${id}, which an earlier attempt has started`,
        });
      }
    }
    await sleep(clock, cancelingPauseMs, task.signal);
  }
}

type Plan = 'follow' | 'retry' | 'ended';

async function planFor(
  deps: RerunDeps,
  task: RerunTask,
  {
    rerun,
    marked,
    isOwn,
  }: { readonly rerun: RerunRequest; readonly marked: MarkedPipeline; readonly isOwn: boolean },
): Promise<Plan> {
  const { status, id: pipelineId } = marked.pipeline;
  // One attempt, one pipeline: what this one has started stays its own, however it ended.
  if (isOwn || status === 'success') return 'follow';
  if (rerun.mode === 'follow') return isTerminalStatus(status) || status === 'canceling' ? 'ended' : 'follow';
  if (isTerminalStatus(status) || status === 'canceling') return status === 'skipped' ? 'follow' : 'retry';
  const project = projectOf(marked.pipeline, task.request.project);
  const jobs = await deps.gitlab.fetchJobs({ project, pipelineId }, task.signal);
  if (jobs.kind !== 'ok') return 'follow';
  const isBroken = statesOf(jobs.value.items).some(
    ({ job }) => isCountingFailure(job) || job.status === 'canceled',
  );
  return isBroken ? 'retry' : 'follow';
}

async function takeUp(
  deps: RerunDeps,
  task: RerunTask,
  { marked, plan }: { readonly marked: MarkedPipeline; readonly plan: 'follow' | 'retry' },
): Promise<StartedRun> {
  const { request, signal } = task;
  const { pipeline, mark } = marked;
  const tell = (action: RerunAction): void =>
    deps.onEvent({ kind: 'rerun', action, earlier: earlierOf(marked) });
  const context = startContextOf(request);
  deps.onTaken(pipeline);
  if (plan === 'follow') {
    tell('followed');
    return { pipeline, context, mark };
  }
  tell('retrying');
  const project = projectOf(pipeline, task.request.project);
  const onRetry = (why: string, delayMs: number): void => deps.onEvent({ kind: 'retrying', why, delayMs });
  const retried = await retryEarlier(
    { ...deps, onRetry },
    { project, pipelineId: pipeline.id, pipeline, signal },
  );
  tell(retried.result);
  return { pipeline: retried.pipeline, context, mark };
}

function earlierOf({ pipeline, mark }: MarkedPipeline): {
  readonly pipelineId: number;
  readonly attempt: string;
  readonly status: string;
} {
  return { pipelineId: pipeline.id, attempt: mark.rerun.attempt, status: pipeline.status };
}

/**
 * The error for a new pipeline that is not alone: another attempt has started one at the same time. The one
 * with the lower ID stays.
 */
export function collision(pipeline: Pipeline, others: readonly MarkedPipeline[]): RefusedError | undefined {
  const older = others.find((other) => other.pipeline.id < pipeline.id);
  if (older === undefined) return undefined;
  return new RefusedError({
    code: 'rerun_overtaken',
    what: `Pipeline ${pipeline.id} is not followed: attempt ${older.mark.rerun.attempt} of this step has started pipeline ${older.pipeline.id} at the same time`,
    why: 'Two attempts ran at once, and only one pipeline is wanted.',
    hint: `Pipeline ${older.pipeline.id} stays: ${older.pipeline.webUrl}`,
  });
}

function overtaken({ pipeline, mark }: MarkedPipeline, { caller }: RerunTask): RefusedError {
  return new RefusedError({
    code: 'rerun_overtaken',
    what: `Nothing was started: attempt ${mark.rerun.attempt} of this step has started pipeline ${pipeline.id}, and this is attempt ${caller.attempt?.id ?? 'unknown'}`,
    why: 'A later attempt runs, or has run, at the same time.',
    hint: `See what becomes of it: ${pipeline.webUrl}`,
  });
}

function uncertain(task: RerunTask, why: string, isForGood: boolean): AppError {
  const { request } = task;
  const context = startContextOf(request);
  const parts = {
    code: 'rerun_uncertain',
    what: `Nothing was started: it is not known whether an earlier attempt of this step has started a pipeline in ${projectLabel(context.project)} at ${context.ref}`,
    why,
    hint: `Reading the variables of pipelines takes an access_token of a Maintainer, or of the owner of the trigger token; several steps that ask for the same need a rerun_key each. Look at ${pipelinesPage(context)}, or set on_rerun to new.`,
  } as const;
  return isForGood ? new RefusedError(parts) : new UnreachableError(parts);
}
