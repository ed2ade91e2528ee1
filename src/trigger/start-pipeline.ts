import { assertNever } from '../base/assert-never.js';
import { type Clock, type Random, delayedAbort, sleep, withTimeout } from '../base/clock.js';
import { AbortedError, type AppError, UnreachableError } from '../base/errors.js';
import { type RetryPolicy, retryDelayMs } from '../base/retry.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { Reply } from '../gitlab/responses/reply.js';
import { type CorrelationMark, type PipelineCreation, projectLabel } from '../model/addresses.js';
import type { StartEvent } from '../model/events.js';
import type { CreatedPipeline, Pipeline } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';
import { type ProjectTeller, confirmProject } from './answered-project.js';
import { completeStart } from './complete-start.js';
import { type LostPipeline, type LostPipelineReader, findLostPipeline } from './find-lost-pipeline.js';
import { type AmbiguousStart, type StartReading, readStart } from './read-response.js';
import type { SeenBefore } from './seen-before.js';
import { type StartContext, pipelinesPage } from './start-context.js';

/** The part of GitLab that starting needs. */
export type PipelineStarter = LostPipelineReader &
  ProjectTeller &
  Pick<GitLabClient, 'triggerPipeline' | 'createPipeline'>;

export interface StartDeps {
  readonly gitlab: PipelineStarter;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: StartEvent) => void;
  /**
   * Told before each request what somebody needs who looks for its pipeline after a kill, and `undefined` as
   * soon as that certainly started nothing.
   */
  readonly onStake?: ((stake: StartStake | undefined) => void) | undefined;
  /**
   * Called with the id of a pipeline that GitLab says it has created, before GitLab is asked for anything
   * that its answer leaves out.
   */
  readonly onCreated?: ((pipelineId: number) => void) | undefined;
}

/** By what the pipeline of a request that nobody saw answered is known. */
export interface StartStake {
  /** As in its mark. */
  readonly run: string;
  readonly knownId: number | undefined;
}

/** One start. */
export interface StartRun extends SeenBefore {
  readonly request: TriggerRequest;
  readonly context: StartContext;
  readonly mark: CorrelationMark;
  readonly signal: AbortSignal;
}

/** For requests that certainly did nothing: short hiccups, and throttles, which count by the minute. */
const repeatPolicy: RetryPolicy = {
  attempts: 5,
  firstPauseMs: 1000,
  maxPauseMs: 8000,
  maxRetryAfterMs: 120_000,
};
/**
 * Nobody wants to wait longer for a pipeline that does not begin; a server that asks for more is not asked
 * again.
 */
const repeatBudgetMs = 120_000;
/** The window that GitLab counts pipelines in; its start is not told, so the whole of it is waited for. */
const minuteMs = 60_000;
/**
 * When the step is stopped while GitLab is creating the pipeline, its answer is still worth this long: it
 * says what to cancel.
 */
const answerGraceMs = 1500;
/** And a look for the pipeline, when no answer came. */
const stoppedSearchMs = 1000;

/** What is remembered from request to request. */
interface Progress {
  readonly beginMs: number;
  attempts: number;
  hasWaitedAMinute: boolean;
  hasBeenAbsent: boolean;
}

/**
 * Starts one pipeline. The request is repeated only when it certainly started nothing: it never arrived,
 * GitLab refused it before any work, or it got lost and a search has shown that it left nothing behind. What
 * a lost request did start is found and taken.
 * @throws {RefusedError} when GitLab said no.
 * @throws {UnreachableError} when no usable answer came; the code `start_uncertain` says that a pipeline
 *   may exist.
 * @throws {AbortedError} when the signal aborts; says where to look if a request was on its way.
 * @see https://docs.gitlab.com/api/pipeline_triggers/ and https://docs.gitlab.com/api/pipelines/
 */
export async function startPipeline(deps: StartDeps, run: StartRun): Promise<Pipeline> {
  const { clock } = deps;
  const progress: Progress = {
    beginMs: clock.nowMs(),
    attempts: 0,
    hasWaitedAMinute: false,
    hasBeenAbsent: false,
  };
  for (;;) {
    run.signal.throwIfAborted();
    progress.attempts += 1;
    const sentMs = clock.nowMs();
    deps.onStake?.({ run: run.mark.run, knownId: run.knownId });
    const reply = await send(deps, run, sentMs);
    if ('pipeline' in reply) return reply.pipeline;
    const reading = readStart(reply.reply, run.context, run);
    if (reading.kind === 'not_done' || reading.kind === 'minute_full') deps.onStake?.(undefined);
    switch (reading.kind) {
      case 'started':
        return await settled(deps, run, reading.pipeline);
      case 'refused':
        throw reading.error;
      case 'not_done':
        await pause(deps, run, { reading, delayMs: repeatDelayMs(deps, reading, progress) });
        break;
      case 'minute_full':
        if (progress.hasWaitedAMinute) throw reading.error;
        progress.hasWaitedAMinute = true;
        await pause(deps, run, { reading, delayMs: minuteMs * (1 + deps.random() / 20) });
        break;
      case 'ambiguous': {
        const pipeline = await recover(deps, run, { reading, sentMs });
        if (pipeline !== undefined) return pipeline;
        if (progress.hasBeenAbsent) throw reading.error;
        progress.hasBeenAbsent = true;
        deps.onStake?.(undefined);
        break;
      }
      default:
        return assertNever(reading);
    }
  }
}

/** A whole pipeline, and one of the project that was asked for as far as anybody can tell. */
async function settled(deps: StartDeps, run: StartRun, created: CreatedPipeline): Promise<Pipeline> {
  const { project } = run.request;
  deps.onCreated?.(created.id);
  await confirmProject(deps, created, { ...run, project, seen: run });
  return await completeStart(deps, created, { ...run, project });
}

/**
 * Sends the request. When the step is stopped meanwhile, the answer gets a grace, and then the pipeline is
 * looked for.
 */
async function send(
  deps: StartDeps,
  run: StartRun,
  sentMs: number,
): Promise<{ readonly reply: Reply<CreatedPipeline> } | { readonly pipeline: Pipeline }> {
  const { gitlab, clock } = deps;
  const { credentials, project, ref, variables, pipelineInputs: inputs } = run.request;
  const call: PipelineCreation = { project, ref, variables, inputs };
  const late = delayedAbort(clock, run.signal, answerGraceMs);
  try {
    const reply = await (credentials.kind === 'trigger'
      ? gitlab.triggerPipeline({ ...call, token: credentials.token, mark: { ...run.mark } }, late.signal)
      : gitlab.createPipeline(call, late.signal));
    return { reply };
  } catch (error) {
    if (!(error instanceof AbortedError)) throw error;
    const found = await searchWhenStopped(deps, run, sentMs);
    if (found?.kind === 'found') return { pipeline: found.pipeline };
    throw stoppedHalfway(error, run.context);
  } finally {
    late.dispose();
  }
}

async function searchWhenStopped(
  deps: StartDeps,
  { request, context, mark, knownId }: StartRun,
  sentMs: number,
): Promise<LostPipeline | undefined> {
  if (request.credentials.accessToken === undefined) return undefined;
  const signal = new AbortController().signal;
  const found = await withTimeout({ clock: deps.clock, signal, afterMs: stoppedSearchMs }, (cutSignal) =>
    findLostPipeline(deps, {
      project: request.project,
      context,
      mark,
      knownId,
      sentMs,
      settledMs: Infinity,
      signal: cutSignal,
    }),
  );
  return found === 'timed_out' ? undefined : found;
}

/** @throws the refusal when a further request would not fit into the budget. */
function repeatDelayMs(
  { clock, random }: StartDeps,
  reading: Extract<StartReading, { readonly kind: 'not_done' | 'minute_full' }>,
  { attempts, beginMs }: Progress,
): number {
  const { retryAfterMs, error } = reading;
  const delayMs = retryDelayMs({ attempt: attempts, retryAfterMs, random }, repeatPolicy);
  const isLate = clock.nowMs() + Math.max(delayMs, retryAfterMs ?? 0) > beginMs + repeatBudgetMs;
  if (attempts >= repeatPolicy.attempts || isLate) throw error;
  return delayMs;
}

async function pause(
  { clock, onEvent }: StartDeps,
  { signal }: StartRun,
  { reading, delayMs }: { readonly reading: { readonly why: string }; readonly delayMs: number },
): Promise<void> {
  onEvent({ kind: 'retrying', why: reading.why, delayMs });
  await sleep(clock, delayMs, signal);
}

/**
 * Finds out what a lost request has left: the pipeline, or `undefined` when it certainly left nothing.
 * @throws {UnreachableError} `start_uncertain` when that cannot be told.
 */
async function recover(
  deps: StartDeps,
  { request, context, mark, knownId, signal }: StartRun,
  lost: { readonly reading: AmbiguousStart; readonly sentMs: number },
): Promise<Pipeline | undefined> {
  const { reading, sentMs } = lost;
  if (request.credentials.accessToken === undefined) {
    throw uncertainStart(context, reading, 'Without an access_token nobody can look for it.');
  }
  const settledMs = sentMs + reading.settledAfterMs;
  deps.onEvent({ kind: 'response_lost', why: reading.why, retryTimeoutMs: settledMs - deps.clock.nowMs() });
  const found = await findLostPipeline(deps, {
    project: request.project,
    context,
    mark,
    knownId,
    sentMs,
    settledMs,
    isTurnedAway: reading.whenAbsent !== 'repeat',
    signal,
  }).catch((error: unknown) => {
    throw error instanceof AbortedError ? stoppedHalfway(error, context) : error;
  });
  switch (found.kind) {
    case 'found':
      deps.onEvent({ kind: 'lost_pipeline_found', pipelineId: found.pipeline.id });
      return found.pipeline;
    case 'absent':
      if (reading.whenAbsent !== 'repeat') {
        throw uncertainStart(context, reading, 'It was looked for, and GitLab does not show it.');
      }
      deps.onEvent({ kind: 'lost_pipeline_absent' });
      return undefined;
    case 'unknown':
      throw uncertainStart(context, reading, `It was looked for: ${found.why}.`);
    default:
      return assertNever(found);
  }
}

function stoppedHalfway({ stopSignal }: AbortedError, context: StartContext): AbortedError {
  return new AbortedError(stopSignal, {
    why: 'The request to start the pipeline was on its way, so the pipeline may have been started.',
    hint: `Look for it at ${pipelinesPage(context)}, and cancel it if nobody needs it.`,
  });
}

function uncertainStart(
  context: StartContext,
  { why, advice }: Pick<AmbiguousStart, 'why' | 'advice'>,
  search: string,
): AppError {
  return new UnreachableError({
    code: 'start_uncertain',
    what: `It is not known whether a pipeline was started in ${projectLabel(context.project)} at ${context.ref} on ${context.gitlabUrl}`,
    why: `${why}. ${search} The request was not repeated, because that could start a second pipeline.`,
    hint: `${advice === undefined ? '' : `${advice} `}Look for it at ${pipelinesPage(context)} before you run this step again.`,
  });
}
