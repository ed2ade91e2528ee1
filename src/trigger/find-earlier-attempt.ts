import { type Clock, sleep } from '../base/clock.js';
import { mapInParallel } from '../base/parallel.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { FailedReply, ServerHints } from '../gitlab/responses/reply.js';
import { meaningOf } from '../gitlab/responses/response-meaning.js';
import type { CorrelationMark, ProjectAddress, RerunMark } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import { neverTriggered } from './find-lost-pipeline.js';
import { type AskedFor, wasSentWith } from './rerun-mark.js';
import { type StartContext, shortRef } from './start-context.js';
import { isTelling, readMark } from './supersede.js';

/** The part of GitLab that shows the pipelines of earlier attempts. */
export type EarlierReader = Pick<GitLabClient, 'listPipelines' | 'fetchVariables'>;

/** A pipeline that bears the mark of an attempt of this step. */
export interface MarkedPipeline {
  readonly pipeline: Pipeline;
  readonly mark: CorrelationMark & { readonly rerun: RerunMark };
}

/** What earlier attempts have left. `absent` is certain, as far as their requests have settled. */
export type EarlierAttempt =
  | { readonly kind: 'found'; readonly pipelines: readonly [MarkedPipeline, ...MarkedPipeline[]] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string; readonly refusal?: FailedReply | undefined };

export interface EarlierSearch {
  readonly project: ProjectAddress;
  readonly via: StartContext['via'];
  readonly mark: RerunMark;
  /** The request, without the variables of the caller's context. */
  readonly asked: AskedFor;
  /** Only pipelines with a higher number are looked for; all when absent. */
  readonly newerThan?: number | undefined;
  /** On the clock: from when on a request of an earlier attempt leaves nothing new behind. */
  readonly settledMs: number;
  /** Called once, when none is there and none is ruled out yet. */
  readonly onWaiting: (remainingMs: number) => void;
  /** What was judged before, by the ID of the pipeline; carried from search to search. */
  readonly judged: Map<number, Judgment>;
  readonly signal: AbortSignal;
}

/** `hidden`: these tokens may not look; `opaque`: it could not be told this time. */
export type Judgment =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'ours'; readonly mark: MarkedPipeline['mark'] }
  | { readonly kind: 'opaque'; readonly why: string }
  | { readonly kind: 'hidden'; readonly why: string; readonly reply: FailedReply };

const pipelinesPerPage = 50;
const mostPages = 6;
const parallelRequests = 4;
/** No host runs a run again after so many days; GitHub does up to 30. */
const oldestMs = 35 * 24 * 3_600_000;
const firstPauseMs = 3000;
const longestPauseMs = 15_000;
/** Extra time to retry reads that failed. */
const lastChanceMs = 30_000;

/**
 * Looks for the pipelines that attempts of this step have started, by the marks in their `TRIGGER_PAYLOAD`,
 * among the newest of the ref. The newest one is the first; older pages are only read when a newer one shows
 * none that was asked for the same. Goes on until the requests of earlier attempts have settled.
 * @throws the reason of `signal` when it aborts.
 */
export async function findEarlierAttempt(
  { gitlab, clock }: { readonly gitlab: EarlierReader; readonly clock: Clock },
  search: EarlierSearch,
): Promise<EarlierAttempt> {
  let pauseMs = firstPauseMs;
  let isAnnounced = false;
  const beginMs = clock.nowMs();
  for (let round = 1; ; round += 1) {
    const startMs = clock.nowMs();
    const result = await searchOnce(gitlab, search, `${search.mark.step}.${round}.${Math.round(startMs)}`);
    if (result.kind === 'found' || result.kind === 'unknown') return result;
    const nowMs = clock.nowMs();
    if (result.kind === 'absent' && startMs >= search.settledMs) return result;
    if (result.kind === 'failed' && nowMs >= Math.max(search.settledMs, beginMs) + lastChanceMs) {
      return { kind: 'unknown', why: result.why };
    }
    if (result.kind === 'absent' && !isAnnounced) {
      isAnnounced = true;
      search.onWaiting(search.settledMs - nowMs);
    }
    const leftMs = search.settledMs - nowMs;
    await sleep(clock, leftMs > 0 ? Math.min(pauseMs, leftMs) : pauseMs, search.signal);
    pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
  }
}

const mostSearches = 4;

/**
 * A search for whoever has just started pipeline `ownId`: which others of this step are there. What fails,
 * and a list that lacks even that pipeline, is asked for a few times more.
 */
export async function findOtherAttempts(
  { gitlab, clock }: { readonly gitlab: EarlierReader; readonly clock: Clock },
  search: OneSearch,
  ownId: number,
): Promise<readonly MarkedPipeline[]> {
  for (let searches = 1; ; searches += 1) {
    const result = await searchOnce(gitlab, search, `${search.mark.step}.after.${searches}`);
    const pipelines = result.kind === 'found' ? result.pipelines : [];
    const isWhole = result.kind === 'unknown' || pipelines.some(({ pipeline }) => pipeline.id === ownId);
    if (isWhole || searches >= mostSearches) return pipelines;
    await sleep(clock, firstPauseMs, search.signal);
  }
}

type OneSearch = Omit<EarlierSearch, 'settledMs' | 'onWaiting'>;

type RoundResult = EarlierAttempt | { readonly kind: 'failed'; readonly why: string };

async function searchOnce(gitlab: EarlierReader, search: OneSearch, fresh: string): Promise<RoundResult> {
  const { project, asked, judged, mark, newerThan = 0, signal } = search;
  const all: MarkedPipeline[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const filters = {
      ref: shortRef(asked.ref),
      orderBy: 'id',
      sort: 'desc',
      perPage: pipelinesPerPage,
      page,
    } as const;
    const listed = await gitlab.listPipelines({ project, filters, fresh: `${fresh}.${page}` }, signal);
    if (listed.kind !== 'ok') return listFailure(listed);
    const { unfit, hints } = listed;
    const value = listed.value.filter((pipeline) => pipeline.id > newerThan && !isTooOld(pipeline, listed));
    await mapInParallel(value.filter(isUnjudged(judged)), parallelRequests, async ({ id, source }) => {
      judged.set(id, await judge(gitlab, search, { id, source }));
    });
    const ours = value.flatMap((pipeline): readonly MarkedPipeline[] => {
      const judgment = judged.get(pipeline.id);
      return judgment?.kind === 'ours' && judgment.mark.rerun.step === mark.step
        ? [{ pipeline, mark: judgment.mark }]
        : [];
    });
    all.push(...[...ours].sort((one, other) => other.pipeline.id - one.pipeline.id));
    // What the step has asked for beside this may be newer, and says nothing of this.
    const alikeId = all.find((each) => each.mark.rerun.asked === mark.asked)?.pipeline.id;
    const doubt = doubtOf(value, judged, alikeId);
    if (doubt !== undefined) return doubt;
    const unread = unfit?.find(({ id }) => id === undefined || id > Math.max(alikeId ?? 0, newerThan));
    if (unread !== undefined) {
      return { kind: 'failed', why: `a pipeline of the list cannot be read (${unread.unfit})` };
    }
    if (hints.fromCache === true) {
      return { kind: 'failed', why: 'a cache on the way answered with a list that may be an old one' };
    }
    const [first, ...rest] = all;
    const found = first && ({ kind: 'found', pipelines: [first, ...rest] } as const);
    if (found !== undefined && alikeId !== undefined) return found;
    if (listed.value.length < pipelinesPerPage || value.length < listed.value.length) {
      if (found !== undefined) return found;
      return listed.value.length > 0 || page > 1 || hints.isPaged === true
        ? { kind: 'absent' }
        : { kind: 'failed', why: 'the list is empty, and lacks the headers that GitLab sends with one' };
    }
  }
  return {
    kind: 'unknown',
    why: `None of the newest ${pipelinesPerPage * mostPages} pipelines of the ref is of this step, and there are older ones`,
  };
}

/** By GitLab's own clock; a time that is missing proves nothing. */
function isTooOld(
  { createdAt }: Pipeline,
  { value, hints }: { readonly value: readonly Pipeline[]; readonly hints: ServerHints },
): boolean {
  const newestMs = Math.max(...value.map((pipeline) => Date.parse(pipeline.createdAt ?? '') || 0));
  return Date.parse(createdAt ?? '') < (hints.serverTimeMs ?? newestMs) - oldestMs;
}

function isUnjudged(judged: ReadonlyMap<number, Judgment>): (pipeline: Pipeline) => boolean {
  return ({ id }) => {
    const kind = judged.get(id)?.kind;
    return kind === undefined || kind === 'opaque';
  };
}

/** A newer pipeline than the one that was found, or any where none was, may be of this step as well. */
function doubtOf(
  page: readonly Pipeline[],
  judged: ReadonlyMap<number, Judgment>,
  foundId = 0,
): RoundResult | undefined {
  const doubtful = page.filter(({ id }) => id > foundId).map(({ id }) => ({ id, judgment: judged.get(id) }));
  for (const { id, judgment } of doubtful) {
    if (judgment?.kind === 'hidden') {
      const why = `The variables of pipeline ${id}, which tell whose it is, cannot be read: ${judgment.why}`;
      return { kind: 'unknown', why, refusal: judgment.reply };
    }
  }
  for (const { id, judgment } of doubtful) {
    if (judgment?.kind === 'opaque') return { kind: 'failed', why: `pipeline ${id}: ${judgment.why}` };
  }
  return undefined;
}

function listFailure(listed: FailedReply): RoundResult {
  const { why } = describeReply(listed);
  return meaningOf('poll', listed) === 'final'
    ? { kind: 'unknown', why, refusal: listed }
    : { kind: 'failed', why };
}

async function judge(
  gitlab: EarlierReader,
  { project, via, asked, mark, signal }: OneSearch,
  { id: pipelineId, source }: Pick<Pipeline, 'id' | 'source'>,
): Promise<Judgment> {
  if (source !== undefined && neverTriggered.has(source)) return { kind: 'stranger' };
  const reply = await gitlab.fetchVariables({ project, pipelineId }, signal);
  if (reply.kind !== 'ok') {
    const { why } = describeReply(reply);
    if (meaningOf('poll', reply) !== 'final') return { kind: 'opaque', why };
    // Deleted since: then it is nobody's any more.
    const isGone = reply.kind === 'refused' && reply.refusal.status === 404;
    return isGone ? { kind: 'opaque', why } : { kind: 'hidden', why, reply };
  }
  const payload = reply.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
  // A trigger job of another project has started it, and no token.
  const isOfJob = source === 'pipeline' && via !== 'job_token' && reply.unfit === undefined;
  if (payload === undefined && isOfJob) return { kind: 'stranger' };
  if (payload === undefined) return { kind: 'opaque', why: 'it has no TRIGGER_PAYLOAD to know it by' };
  const found = readMark(payload);
  const rerun = found?.rerun;
  if (found !== undefined && rerun !== undefined) {
    // Anybody with a trigger token can write a mark, and so have what was not asked for taken for ours.
    const isForged = rerun.asked === mark.asked && !wasSentWith(asked, payload);
    return isForged ? { kind: 'stranger' } : { kind: 'ours', mark: { ...found, rerun } };
  }
  return isTelling(payload)
    ? { kind: 'stranger' }
    : { kind: 'opaque', why: 'its TRIGGER_PAYLOAD cannot be read' };
}
