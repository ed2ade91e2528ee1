import { sleep, type Clock } from '../base/clock.js';
import { describeReply } from '../gitlab/describe-reply.js';
import { isTransient } from '../gitlab/is-transient.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import { readMark, type PipelineMark } from './pipeline-mark.js';
import { sourceOf, type StartContext } from './start-context.js';

interface PipelineCall {
  readonly project: ProjectAddress;
  readonly pipelineId: number;
}

/** The part of GitLab that shows what a lost request has left. */
export interface OrphanReader {
  readonly listPipelines: (
    call: {
      readonly project: ProjectAddress;
      readonly filters: { readonly ref: string; readonly source: string; readonly perPage: number };
    },
    signal: AbortSignal,
  ) => Promise<Reply<readonly Pipeline[]>>;
  readonly fetchVariables: (
    call: PipelineCall,
    signal: AbortSignal,
  ) => Promise<Reply<readonly { readonly key: string; readonly value: string }[]>>;
  readonly fetchPipeline: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
}

/** What is known of a pipeline whose creation nobody confirmed. */
export type Orphan =
  | { readonly kind: 'found'; readonly pipeline: Pipeline }
  /** Certainly not created. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string };

export interface OrphanSearch {
  readonly project: ProjectAddress;
  readonly context: StartContext;
  readonly mark: PipelineMark;
  /** On the clock: when the request was sent, and from when on it can leave nothing new behind. */
  readonly sentMs: number;
  readonly settledMs: number;
  readonly signal: AbortSignal;
}

/** More new pipelines on one ref within a minute or two would mean that something else is wrong. */
const newestPipelines = 50;
const lookPauseMs = 3000;
/** How far the times of GitLab's web, worker and database hosts may differ. */
const skewMs = 30_000;
/** After it has settled, a server in trouble gets a little longer to show it. */
const lastChanceMs = 15_000;

/**
 * Looks for the pipeline that a lost request may have started: newer than the request by the server's own clock, of the same ref and source, and with
 * our mark in its `TRIGGER_PAYLOAD`. Goes on until the request can leave nothing behind any more.
 * @throws the reason of `signal` when it aborts.
 * @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines
 */
export async function findOrphan(
  { gitlab, clock }: { readonly gitlab: OrphanReader; readonly clock: Clock },
  search: OrphanSearch,
): Promise<Orphan> {
  const judged = new Map<number, 'stranger' | 'opaque'>();
  for (;;) {
    const isSettled = clock.nowMs() >= search.settledMs;
    const look = await lookOnce({ gitlab, clock }, search, judged);
    if (look.kind === 'found' || look.kind === 'unknown') return look;
    if (look.kind === 'looked' && isSettled) return verdictOf(judged);
    if (clock.nowMs() >= search.settledMs + lastChanceMs) return { kind: 'unknown', why: whyOf(look) };
    await sleep(clock, lookPauseMs, search.signal);
  }
}

type Look =
  | Extract<Orphan, { readonly kind: 'found' | 'unknown' }>
  | { readonly kind: 'looked' }
  | { readonly kind: 'failed'; readonly why: string };

async function lookOnce(
  { gitlab, clock }: { readonly gitlab: OrphanReader; readonly clock: Clock },
  search: OrphanSearch,
  judged: Map<number, 'stranger' | 'opaque'>,
): Promise<Look> {
  const { project, context, sentMs, signal } = search;
  const filters = { ref: shortRef(context.ref), source: sourceOf(context.via), perPage: newestPipelines };
  const listed = await gitlab.listPipelines({ project, filters }, signal);
  if (listed.kind !== 'ok') {
    const { why } = describeReply(listed);
    return isTransient(listed) ? { kind: 'failed', why } : { kind: 'unknown', why };
  }
  const serverNowMs = listed.hints.serverTimeMs ?? clock.epochMs();
  const sinceMs = serverNowMs - (clock.nowMs() - sentMs) - skewMs;
  const candidates = listed.value.filter(({ createdAt }) => !(Date.parse(createdAt ?? '') < sinceMs));
  if (candidates.length >= newestPipelines) {
    return {
      kind: 'unknown',
      why: `more than ${newestPipelines} pipelines were created on this ref meanwhile`,
    };
  }
  for (const { id } of candidates) {
    if (judged.get(id) === 'stranger') continue;
    const judgement = await judge(gitlab, search, id);
    if (judgement === 'ours') return await adopt(gitlab, search, id);
    judged.set(id, judgement);
  }
  return { kind: 'looked' };
}

/** `opaque`: nobody can tell with these tokens, or this time. */
async function judge(
  gitlab: OrphanReader,
  { project, context, mark, signal }: OrphanSearch,
  pipelineId: number,
): Promise<'ours' | 'stranger' | 'opaque'> {
  // Only the trigger endpoint keeps a mark.
  if (context.via === 'access_token') return 'opaque';
  const variables = await gitlab.fetchVariables({ project, pipelineId }, signal);
  if (variables.kind !== 'ok') return 'opaque';
  const payload = variables.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
  if (payload === undefined) return 'opaque';
  return readMark(payload)?.run === mark.run ? 'ours' : 'stranger';
}

/** The list leaves out some members of a pipeline. */
async function adopt(
  gitlab: OrphanReader,
  { project, signal }: OrphanSearch,
  pipelineId: number,
): Promise<Look> {
  const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
  if (reply.kind === 'ok') return { kind: 'found', pipeline: reply.value };
  return { kind: 'failed', why: describeReply(reply).why };
}

function verdictOf(judged: ReadonlyMap<number, 'stranger' | 'opaque'>): Orphan {
  const opaque = [...judged].filter(([, judgement]) => judgement === 'opaque').map(([id]) => id);
  if (opaque.length === 0) return { kind: 'absent' };
  const which = opaque.length === 1 ? `Pipeline ${opaque.join()}` : `Pipelines ${opaque.join(', ')}`;
  return {
    kind: 'unknown',
    why: `${which} appeared meanwhile, and these tokens cannot tell whose that is (reading a pipeline's variables takes a Maintainer or the owner of the trigger token)`,
  };
}

function whyOf(look: Look): string {
  return look.kind === 'failed' ? look.why : 'GitLab did not show its pipelines in time';
}

/** Filters know short names only. */
function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}
