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

/** The part of the GitLab client that a start needs. */
export type PipelineStarter = LostPipelineReader &
  ProjectTeller &
  Pick<GitLabClient, 'triggerPipeline' | 'createPipeline'>;

export interface StartDeps {
  readonly gitlab: PipelineStarter;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: StartEvent) => void;
  /**
   * Called before each request with what identifies its pipeline after a kill, and with `undefined` as soon
   * as that request certainly started nothing.
   */
  readonly onPending?: ((pending: PendingStart | undefined) => void) | undefined;
  /** Called with the id of a created pipeline, before GitLab is asked for what its response omits. */
  readonly onCreated?: ((pipelineId: number) => void) | undefined;
}

/** What identifies the pipeline of a request whose response was lost. */
export interface PendingStart {
  /** The run as in its mark. */
  readonly run: string;
  readonly knownId: number | undefined;
}

/** One start and what was known before it. */
export interface PreparedStart extends SeenBefore {
  readonly request: TriggerRequest;
  readonly context: StartContext;
  readonly mark: CorrelationMark;
  readonly signal: AbortSignal;
}

/**
 * For requests that certainly started nothing: short failures, and rate limits, which count by the minute.
 */
const repeatPolicy: RetryPolicy = {
  attempts: 5,
  firstPauseMs: 1000,
  maxPauseMs: 8000,
  maxRetryAfterMs: 120_000,
};
/** Maximum total delay. A server that asks for a longer pause is not asked again. */
const repeatBudgetMs = 120_000;
/**
 * GitLab counts pipelines in windows of one minute. It does not say when a window began, so the retry waits
 * for a whole one.
 */
const minuteMs = 60_000;
/**
 * When the step is stopped during the start request, it waits this long for the response, which names the
 * pipeline to cancel.
 */
const answerGraceMs = 1500;
/** Time for the search if no response came. */
const stoppedSearchMs = 1000;

/** State that is kept between requests. */
interface Progress {
  /** When this request, or the first of those that certainly started nothing before it, was sent. */
  beginMs: number;
  attempts: number;
  hasWaitedAMinute: boolean;
  hasBeenAbsent: boolean;
}

/**
 * Starts one pipeline. Repeats the request only when it certainly started nothing: it never arrived, GitLab
 * refused it before any work, or its response was lost and a search found that no pipeline exists. A pipeline
 * that a lost request did start is found and used.
 * @throws {RefusedError} when GitLab refuses.
 * @throws {UnreachableError} when no usable response came; the code `start_uncertain` says that a pipeline
 * may exist.
 * @throws {AbortedError} when the signal aborts; says where to look if a request was on its way.
 * @see https://docs.gitlab.com/api/pipeline_triggers/ and https://docs.gitlab.com/api/pipelines/
 */
export async function startPipeline(deps: StartDeps, run: PreparedStart): Promise<Pipeline> {
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
    deps.onPending?.({ run: run.mark.run, knownId: run.knownId });
    const reply = await send(deps, run, sentMs);
    if ('pipeline' in reply) return reply.pipeline;
    const reading = readStart(reply.reply, run.context, run);
    if (reading.kind === 'not_done' || reading.kind === 'minute_full') deps.onPending?.(undefined);
    switch (reading.kind) {
      case 'started':
        return await confirmedAndCompleted(deps, run, reading.pipeline);
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
        // The time of the search is not the server's.
        progress.beginMs = clock.nowMs();
        deps.onPending?.(undefined);
        break;
      }
      default:
        return assertNever(reading);
    }
  }
}

/** Completes the pipeline and checks, as far as possible, that it belongs to the requested project. */
async function confirmedAndCompleted(
  deps: StartDeps,
  run: PreparedStart,
  created: CreatedPipeline,
): Promise<Pipeline> {
  const { project } = run.request;
  deps.onCreated?.(created.id);
  await confirmProject(deps, created, { ...run, project, seen: run });
  return await completeStart(deps, created, { ...run, project });
}

/**
 * Sends the request. If the step is stopped during it, waits a short time for the response, then searches for
 * the pipeline.
 */
async function send(
  deps: StartDeps,
  run: PreparedStart,
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
  { request, context, mark, knownId }: PreparedStart,
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

/** @throws the refusal when another request would exceed the budget. */
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
  { signal }: PreparedStart,
  { reading, delayMs }: { readonly reading: { readonly why: string }; readonly delayMs: number },
): Promise<void> {
  onEvent({ kind: 'retrying', why: reading.why, delayMs });
  await sleep(clock, delayMs, signal);
}

/**
 * Finds the pipeline that a lost request started; `undefined` if it certainly started none.
 * @throws {UnreachableError} `start_uncertain` if that is unknown.
 */
async function recover(
  deps: StartDeps,
  { request, context, mark, knownId, signal }: PreparedStart,
  lost: { readonly reading: AmbiguousStart; readonly sentMs: number },
): Promise<Pipeline | undefined> {
  const { reading, sentMs } = lost;
  if (request.credentials.accessToken === undefined) {
    throw uncertainStart(context, reading, 'Without an access_token the step cannot search for it.');
  }
  const { after, ms } = reading.settled;
  const settledMs = (after === 'request' ? sentMs : deps.clock.nowMs()) + ms;
  deps.onEvent({ kind: 'response_lost', why: reading.why, retryTimeoutMs: settledMs - deps.clock.nowMs() });
  const found = await findLostPipeline(deps, {
    project: request.project,
    context,
    mark,
    knownId,
    sentMs,
    settledMs,
    endsWhenRejected: reading.whenAbsent !== 'repeat',
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
        throw uncertainStart(context, reading, 'The step searched for it, and GitLab does not show it.');
      }
      deps.onEvent({ kind: 'lost_pipeline_absent' });
      return undefined;
    case 'unknown':
      throw uncertainStart(context, reading, `The search for it is inconclusive: ${found.why}.`);
    default:
      return assertNever(found);
  }
}

function stoppedHalfway({ stopSignal }: AbortedError, context: StartContext): AbortedError {
  return new AbortedError(stopSignal, {
    why: 'The request to start the pipeline was on its way, so the pipeline may have been started.',
    hint: `Look for it at ${pipelinesPage(context)}, and cancel it if it is not needed.`,
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
