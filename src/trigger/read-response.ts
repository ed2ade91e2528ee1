import { type AppError, RefusedError, UnreachableError } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import { replicaSettleMs, requestSettleMs } from '../gitlab/replica-lag.js';
import { describeRefusal, describeReply, errorOf } from '../gitlab/responses/explain.js';
import { type FailedReply, type Refusal, type Reply, retryAfterOf } from '../gitlab/responses/reply.js';
import { meaningOf } from '../gitlab/responses/response-meaning.js';
import { projectLabel } from '../model/addresses.js';
import type { CreatedPipeline } from '../model/pipeline.js';
import { matchOf, wrongProject } from './answered-project.js';
import { causeOf } from './refusal-causes.js';
import type { SeenBefore } from './seen-before.js';
import { type StartContext, shortRef } from './start-context.js';

/** The error for a start request that GitLab refused: GitLab's message, and the hint for its cause. */
export function refusedStart(refusal: Refusal, context: StartContext): RefusedError {
  const general = describeRefusal(refusal);
  const known = refusal.speaker === 'gitlab' ? causeOf(refusal, context) : undefined;
  return new RefusedError({
    what: `Cannot start a pipeline in ${projectLabel(context.project)} at ${context.ref} on ${context.gitlabUrl}`,
    code: known?.code ?? general.code,
    why: general.why,
    hint: known?.hint(context, refusal) ?? general.hint,
  });
}

/**
 * The meaning of the response to a start request. `not_done`: nothing was started, and the same request may
 * succeed later. `minute_full`: GitLab's limit of pipelines per minute. `ambiguous`: a pipeline may exist or
 * may still be created.
 */
export type StartReading =
  | { readonly kind: 'started'; readonly pipeline: CreatedPipeline }
  | { readonly kind: 'refused'; readonly error: AppError }
  | {
      readonly kind: 'not_done' | 'minute_full';
      readonly error: AppError;
      readonly why: string;
      readonly retryAfterMs: number | undefined;
    }
  | AmbiguousStart;

export interface AmbiguousStart {
  readonly kind: 'ambiguous';
  readonly error: AppError;
  readonly why: string;
  /** The hint for the server that answered, if it is known. */
  readonly advice: string | undefined;
  /**
   * From when on GitLab shows a pipeline of this request, if there is one: so long after the request was
   * sent, or after its response arrived.
   */
  readonly settled: { readonly after: 'request' | 'response'; readonly ms: number };
  /**
   * What to do when no pipeline is found: `repeat` the request; `end`, because the response would be the
   * same; or `doubt`, because the response said that there is one.
   */
  readonly whenAbsent: 'repeat' | 'end' | 'doubt';
}

/** Nobody knows how far the request got. */
const workGivenUp = { after: 'request', ms: requestSettleMs } as const;
/** GitLab itself has answered, so its work is done. Only replicas may lag. */
const workOver = { after: 'response', ms: replicaSettleMs } as const;
/** A server in front of GitLab rejected the request, most likely without passing it on. Never repeated. */
const turnedAwayMs = 20_000;
const turnedAway = { after: 'request', ms: turnedAwayMs } as const;

/**
 * Reads the response to a start request. Pure. With the table of meanings, it alone decides whether the
 * request may be repeated.
 */
export function readStart(
  reply: Reply<CreatedPipeline>,
  context: StartContext,
  seen: SeenBefore = {},
): StartReading {
  if (reply.kind === 'ok') {
    const mixUp = mixUpIn(reply, context, seen);
    if (mixUp !== undefined) return answerToAnother(mixUp, context);
    if (!hasCommit(reply.value)) return unlikeGitLab(reply.value, context);
    return matchOf(reply.value, context, seen) === 'other'
      ? { kind: 'refused', error: wrongProject(reply.value, context) }
      : { kind: 'started', pipeline: reply.value };
  }
  const { why } = describeReply(reply);
  switch (meaningOf('start', reply)) {
    case 'not_done':
      return {
        kind: repetitionOf(reply),
        error: explained(reply, context),
        why,
        retryAfterMs: retryAfterOf(reply),
      };
    case 'final':
      return { kind: 'refused', error: explained(reply, context) };
    case 'done':
    case 'passing':
    case 'uncertain':
      return ambiguous(reply, { context, why });
  }
}

function ambiguous(
  reply: FailedReply,
  { context, why }: { readonly context: StartContext; readonly why: string },
): AmbiguousStart {
  const error = errorOf(reply, { what: cannotStart(context) });
  const lost = { kind: 'ambiguous', error, why, settled: workGivenUp } as const;
  switch (reply.kind) {
    case 'fault': {
      const isHalfRead = isSuccess(reply.fault.status);
      return { ...lost, advice: undefined, whenAbsent: isHalfRead ? 'doubt' : 'repeat' };
    }
    case 'unreadable': {
      const { claimedId } = reply;
      const named = claimedId === undefined ? '' : `. It names the number ${claimedId}, ${unproven}`;
      return { ...lost, why: `${why}${named}`, advice: describeReply(reply).hint, whenAbsent: 'doubt' };
    }
    case 'refused': {
      const { status, about } = reply.refusal;
      if (about === 'crash' || about === 'locked') {
        return { ...lost, settled: workOver, advice: undefined, whenAbsent: 'repeat' };
      }
      if (status >= 500 || [408, 425, 429].includes(status)) {
        return { ...lost, advice: undefined, whenAbsent: 'repeat' };
      }
      const advice = describeReply(reply).hint;
      return { ...lost, settled: turnedAway, advice, whenAbsent: 'end' };
    }
  }
}

function repetitionOf(reply: FailedReply): 'not_done' | 'minute_full' {
  return reply.kind === 'refused' && reply.refusal.about === 'minute_full' ? 'minute_full' : 'not_done';
}

function explained(reply: FailedReply, context: StartContext): AppError {
  return reply.kind === 'refused'
    ? refusedStart(reply.refusal, context)
    : errorOf(reply, { what: cannotStart(context) });
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status <= 299;
}

/**
 * Why the pipeline in a response cannot be the requested one. Pipeline IDs only grow, and GitLab gives a
 * pipeline the short name of the ref that was asked for (`Ci::CreatePipelineService`, GitLab 13.0 to 19.0).
 * A cache answers with what an earlier request got: GitLab creates the pipeline before it answers, and never
 * says that its response to a POST is old.
 */
function mixUpIn(
  { value: { id, ref }, hints }: Extract<Reply<CreatedPipeline>, { readonly kind: 'ok' }>,
  context: StartContext,
  { knownId }: SeenBefore,
): string | undefined {
  if (hints.fromCache === true) {
    return `The answer about pipeline ${id} comes from a cache, so it was given to an earlier request`;
  }
  if (knownId !== undefined && id <= knownId) {
    return `The answer is about pipeline ${id}, which was there before: pipeline ${knownId} is older than the request`;
  }
  if (ref === undefined || shortRef(ref) === shortRef(context.ref)) return undefined;
  return `The answer is about pipeline ${id} of ${cleanLine(ref)}, and this request was about ${context.ref}`;
}

/**
 * The response belongs to another request, for example from a cache. Ours may have reached GitLab all the
 * same.
 */
function answerToAnother(why: string, context: StartContext): AmbiguousStart {
  const advice = 'Check what stands in front of GitLab: it mixes up answers.';
  return doubtfulStart(context, { why, advice, settled: turnedAway });
}

/**
 * GitLab of every release sends the commit with a pipeline that it created. What has only a number may come
 * from a queue or a relay in front of GitLab, and be the number of its own task.
 */
function hasCommit({ sha }: CreatedPipeline): boolean {
  return sha !== undefined && /^(?:[\da-f]{40}|[\da-f]{64})$/i.test(sha);
}

const unproven = 'which need not be that of a pipeline';

function unlikeGitLab({ id }: CreatedPipeline, context: StartContext): AmbiguousStart {
  const why = `The answer names the number ${id}, ${unproven}: it lacks the commit that GitLab sends with one`;
  const advice =
    'Check gitlab_url and what stands in front of GitLab: it must pass the request on, and answer what GitLab answers.';
  return doubtfulStart(context, { why, advice, settled: workGivenUp });
}

/** A start after which no absence is certain, so the request is not repeated. */
function doubtfulStart(
  context: StartContext,
  doubt: { readonly why: string; readonly advice: string; readonly settled: AmbiguousStart['settled'] },
): AmbiguousStart {
  const { why, advice: hint } = doubt;
  const error = new UnreachableError({ code: 'start_uncertain', what: cannotStart(context), why, hint });
  return { kind: 'ambiguous', error, ...doubt, whenAbsent: 'doubt' };
}

function cannotStart({ project, ref, gitlabUrl }: StartContext): string {
  return `Cannot start a pipeline in ${projectLabel(project)} at ${ref} on ${gitlabUrl}`;
}
