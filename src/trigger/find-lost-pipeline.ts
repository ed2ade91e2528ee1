import { type Clock, sleep } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import { freshText } from '../gitlab/request.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { FailedReply, ServerHints } from '../gitlab/responses/reply.js';
import { meaningOf } from '../gitlab/responses/response-meaning.js';
import type { CorrelationMark, ProjectAddress } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import { candidatesIn, newestPipelines } from './lost-candidates.js';
import type { StartContext } from './start-context.js';
import { isTelling, readMark } from './supersede.js';

/** The part of the GitLab client that finds what a lost request created. */
export type LostPipelineReader = Pick<GitLabClient, 'listPipelines' | 'fetchVariables' | 'fetchPipeline'>;

/** The result of the search for a pipeline whose creation was not confirmed. */
export type LostPipeline =
  | { readonly kind: 'found'; readonly pipeline: Pipeline }
  /** Certainly not created. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string };

export interface LostPipelineSearch {
  readonly project: ProjectAddress;
  readonly context: StartContext;
  readonly mark: CorrelationMark;
  /**
   * The newest pipeline of the project before the request; 0 if there certainly was none, `undefined` if
   * unknown.
   */
  readonly knownId: number | undefined;
  /** Times by the clock: when the request was sent, and from when on GitLab shows what it created. */
  readonly sentMs: number;
  readonly settledMs: number;
  /**
   * Whether the search ends early when a server in front of GitLab rejects it several times in a row. Set if
   * the request is not repeated anyway: whatever answered it may answer all others, too.
   */
  readonly endsWhenRejected?: boolean | undefined;
  readonly signal: AbortSignal;
}

const searchPauseMs = 3000;
/** When no pipeline can appear any more, a failing server gets this much longer to show its list. */
const lastChanceMs = 15_000;
/** The search ends after so many attempts in a row that the same server in front of GitLab rejects. */
const searchesWhileRejected = 3;

/** `hidden`: these tokens can never read it. `opaque`: it could not be read this time. */
type Judgment = 'ours' | 'stranger' | 'opaque' | 'hidden';

/** Sources that no trigger produces. An unknown source may be a trigger. */
export const neverTriggered: ReadonlySet<string> = new Set([
  'push',
  'web',
  'schedule',
  'api',
  'external',
  'chat',
  'webide',
  'merge_request_event',
  'external_pull_request_event',
  'parent_pipeline',
  'ondemand_dast_scan',
  'ondemand_dast_validation',
  'security_orchestration_policy',
  'container_registry_push',
]);

/** State that is kept between attempts. */
interface Progress {
  readonly judged: Map<number, Judgment>;
  searches: number;
  rejectionsInARow: number;
}

/**
 * Searches for the pipeline that a lost request may have started: the one whose `TRIGGER_PAYLOAD` has our
 * mark, among all pipelines of the project that may be newer than the request. Relies on nothing that could
 * hide it: no list filter, no clock but GitLab's, no cached list. Continues until the request can no longer
 * create a pipeline, and no replica can lack it.
 * @throws the reason of `signal` when it aborts.
 * @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines
 */
export async function findLostPipeline(
  { gitlab, clock }: { readonly gitlab: LostPipelineReader; readonly clock: Clock },
  search: LostPipelineSearch,
): Promise<LostPipeline> {
  const progress: Progress = { judged: new Map(), searches: 0, rejectionsInARow: 0 };
  for (;;) {
    const isSettled = clock.nowMs() >= search.settledMs;
    const result = await searchOnce({ gitlab, clock }, search, progress);
    if (result.kind === 'found' || result.kind === 'unknown') return result;
    if (result.kind === 'snapshot' && isSettled) return verdictOf(result, progress.judged);
    if (clock.nowMs() >= search.settledMs + lastChanceMs) return { kind: 'unknown', why: whyOf(result) };
    await sleep(clock, searchPauseMs, search.signal);
  }
}

type SearchResult =
  | Extract<LostPipeline, { readonly kind: 'found' | 'unknown' }>
  | {
      readonly kind: 'snapshot';
      readonly candidates: readonly number[];
      /** Why a pipeline may exist although the list does not show it. */
      readonly doubt: string | undefined;
    }
  | { readonly kind: 'failed'; readonly why: string };

async function searchOnce(
  { gitlab, clock }: { readonly gitlab: LostPipelineReader; readonly clock: Clock },
  search: LostPipelineSearch,
  progress: Progress,
): Promise<SearchResult> {
  const { project, mark, sentMs, signal } = search;
  progress.searches += 1;
  const filters = { orderBy: 'id', sort: 'desc', perPage: newestPipelines } as const;
  const fresh = freshText(`${mark.run}.${progress.searches}`, clock);
  const listed = await gitlab.listPipelines({ project, filters, fresh }, signal);
  if (listed.kind !== 'ok') return listFailure(listed, search, progress);
  progress.rejectionsInARow = 0;
  const found = candidatesIn(listed.value, { ...search, elapsedMs: clock.nowMs() - sentMs });
  for (const { id, source } of found.pipelines) {
    const before = progress.judged.get(id);
    if (before === 'stranger' || before === 'hidden') continue;
    const judgment = await judge(gitlab, search, { id, source });
    if (judgment === 'ours') return await fetchDetails(gitlab, search, id);
    progress.judged.set(id, judgment);
  }
  if (found.kind === 'incomplete') {
    return {
      kind: 'unknown',
      why: 'so many pipelines were created since the request that the list does not show all of them',
    };
  }
  if (found.kind === 'emptied') {
    return { kind: 'failed', why: 'the list lacks a pipeline that was there before, so it may lack others' };
  }
  const unread = listed.unfit?.find(({ id }) => id === undefined || id > (search.knownId ?? 0));
  if (unread !== undefined) {
    return { kind: 'failed', why: `a pipeline of the list cannot be read (${unread.unfit})` };
  }
  if (listed.hints.fromCache === true) {
    return { kind: 'failed', why: 'a cache answered with a list that may be outdated' };
  }
  const isEmpty = listed.value.length === 0;
  return {
    kind: 'snapshot',
    candidates: found.pipelines.map(({ id }) => id),
    doubt: isEmpty ? doubtOfNothing(search, listed.hints) : undefined,
  };
}

/** Why a list without any pipeline does not prove that there is none: every server can send an empty list. */
function doubtOfNothing({ knownId }: LostPipelineSearch, { isPaged }: ServerHints): string | undefined {
  if (knownId === undefined) {
    return 'the list is empty, and it is not known whether the project had pipelines before';
  }
  return isPaged === true ? undefined : 'the list is empty, and lacks the headers that GitLab sends with one';
}

function listFailure(
  listed: FailedReply,
  { endsWhenRejected }: LostPipelineSearch,
  progress: Progress,
): SearchResult {
  const { why } = describeReply(listed);
  if (meaningOf('poll', listed) === 'final') return { kind: 'unknown', why };
  progress.rejectionsInARow = isRejection(listed) ? progress.rejectionsInARow + 1 : 0;
  const isEnough = endsWhenRejected === true && progress.rejectionsInARow >= searchesWhileRejected;
  return { kind: isEnough ? 'unknown' : 'failed', why };
}

/** A sign-in page, a redirect or a gateway that rejects the request: not a failing server. */
function isRejection(reply: FailedReply): boolean {
  if (reply.kind !== 'refused') return reply.kind === 'unreadable';
  const { status } = reply.refusal;
  return status < 500 && ![408, 425, 429].includes(status);
}

async function judge(
  gitlab: LostPipelineReader,
  { project, context, mark, signal }: LostPipelineSearch,
  { id: pipelineId, source }: Pick<Pipeline, 'id' | 'source'>,
): Promise<Judgment> {
  // Only the trigger endpoint stores a mark.
  if (context.via === 'access_token') return 'hidden';
  const variables = await gitlab.fetchVariables({ project, pipelineId }, signal);
  if (variables.kind !== 'ok') return isForbidden(variables) ? 'hidden' : 'opaque';
  const payload = variables.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
  if (payload !== undefined) {
    if (readMark(payload)?.run === mark.run) return 'ours';
    return isTelling(payload) ? 'stranger' : 'opaque';
  }
  if (variables.unfit !== undefined) return 'opaque';
  // GitLab gives a payload to every triggered pipeline, and to no other.
  return source !== undefined && neverTriggered.has(source) ? 'stranger' : 'opaque';
}

function isForbidden(reply: FailedReply): boolean {
  if (reply.kind !== 'refused' || meaningOf('poll', reply) !== 'final') return false;
  return reply.refusal.status === 401 || reply.refusal.status === 403;
}

/** The list omits some fields of a pipeline. */
async function fetchDetails(
  gitlab: LostPipelineReader,
  { project, signal }: LostPipelineSearch,
  pipelineId: number,
): Promise<SearchResult> {
  const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
  if (reply.kind === 'ok') return { kind: 'found', pipeline: reply.value };
  return { kind: 'failed', why: describeReply(reply).why };
}

function verdictOf(
  { candidates, doubt }: Extract<SearchResult, { readonly kind: 'snapshot' }>,
  judged: ReadonlyMap<number, Judgment>,
): LostPipeline {
  const unread = candidates.filter((id) => judged.get(id) !== 'stranger');
  if (unread.length === 0) return doubt === undefined ? { kind: 'absent' } : { kind: 'unknown', why: doubt };
  const which = unread.length === 1 ? `Pipeline ${unread.join()}` : `Pipelines ${unread.join(', ')}`;
  return {
    kind: 'unknown',
    why: `${which} appeared since the request, and these tokens do not show which request created it (reading a pipeline's variables takes a Maintainer or the owner of the trigger token)`,
  };
}

function whyOf(result: SearchResult): string {
  return result.kind === 'failed' ? result.why : 'GitLab did not show its pipelines in time';
}
