import { mapInParallel } from '../base/parallel.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply, lastingReason } from '../gitlab/responses/explain.js';
import type { FailedReply, Reply, ServerHints } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import type { FreshPipelineCall } from '../model/addresses.js';
import {
  type Bridge,
  type Job,
  type Paged,
  type Pipeline,
  hidesFailures,
  isTerminalStatus,
} from '../model/pipeline.js';
import {
  type BridgeState,
  type PipelineNode,
  type PipelineSnapshot,
  judgedIn,
  judgedStates,
  nodesByKey,
  pipelineKeyOf,
  statesOf,
} from '../model/snapshot.js';
import { behindMs, behindReply, whyBehind } from './marks/behind.js';
import {
  type HighWater,
  type ListOfSteps,
  marksOf,
  notePipeline,
  noteSteps,
  wordsFor,
} from './marks/high-water.js';
import { type PollScope, isSettled, isTreeVital } from './settled-pipelines.js';

/** The part of the GitLab client that a poll needs. */
export type TreeReader = Pick<GitLabClient, 'fetchPipeline' | 'fetchJobs' | 'fetchBridges'>;

/** What to poll. */
export interface Poll extends PollScope {
  readonly projectId: number;
  readonly pipelineId: number;
  /** The commit that it runs, if that is known. It never changes, so an answer about another one is none. */
  readonly sha?: string | undefined;
  /** The snapshot before. What has ended in it is not read again, unless `reads` is `everything`. */
  readonly previous: PipelineSnapshot | undefined;
  /** The newest that was seen so far, which the poll updates; what `previous` shows when absent. */
  readonly marks?: HighWater | undefined;
  /** `everything`: the snapshot before only stands in for what cannot be read this time. */
  readonly reads?: 'changes' | 'everything' | undefined;
  /** A different text each time, so that no cache can answer; needed only after a cache was detected. */
  readonly fresh?: string | undefined;
  readonly signal: AbortSignal;
}

/** GitLab allows two levels of child pipelines; other projects can be chained on. */
const deepestLevel = 20;
/** A report on more than this is not read. */
const mostShown = 200;
/** Where the verdict depends on the tree: the number that GitLab itself allows by default. */
const mostDeciding = 1000;
/** Low enough not to burden GitLab, and fast enough: a poll of 20 child pipelines takes five rounds. */
const parallelRequests = 4;

/** What one poll collects on its way down the tree. */
interface Walk {
  readonly gitlab: TreeReader;
  readonly poll: Poll;
  readonly known: ReadonlyMap<string, PipelineNode>;
  readonly marks: HighWater;
  readonly visited: Set<string>;
  readonly unreadable: Set<string>;
  readonly failures: FailedReply[];
  /** Failures of parts that every verdict needs. */
  readonly vitalFailures: FailedReply[];
  /** The number of responses from a cache. */
  cached: number;
  /** The number of empty lists without GitLab's headers. */
  unproved: number;
}

/**
 * Takes a complete snapshot: the pipeline, its jobs with all attempts, its trigger jobs, and the tree below.
 * A part that failed temporarily is taken from the snapshot before and marked so; a part that can never be
 * read is listed as unreadable. The reply fails only if the pipeline itself could not be read, or if GitLab
 * temporarily does not show what the verdict depends on: the required downstream pipelines, or the jobs that
 * decide.
 * @throws the reason of `poll.signal` when it aborts.
 */
export async function takeSnapshot(gitlab: TreeReader, poll: Poll): Promise<Reply<PipelineSnapshot>> {
  const walk: Walk = {
    gitlab,
    poll,
    known: poll.previous === undefined ? new Map() : nodesByKey(poll.previous.root),
    marks: poll.marks ?? marksOf(poll.previous),
    visited: new Set(),
    unreadable: new Set(poll.previous?.unreadable),
    failures: [],
    vitalFailures: [],
    cached: 0,
    unproved: 0,
  };
  const reply = await gitlab.fetchPipeline(callOf(walk, poll.projectId, poll.pipelineId), poll.signal);
  if (reply.kind !== 'ok') return reply;
  const { sha } = reply.value;
  if ((poll.sha ?? '') !== '' && sha !== poll.sha) {
    const why = `it is about commit ${sha}, and pipeline ${poll.pipelineId} runs ${poll.sha}`;
    return { kind: 'unreadable', status: 200, why, hints: reply.hints };
  }
  noteCache(walk, reply.hints);
  notePipeline(walk.marks, reply.value);
  const root = await nodeOf(walk, reply.value, 0);
  const [vitalFailure] = walk.vitalFailures;
  if (vitalFailure !== undefined) return vitalFailure;
  const [failedReply] = walk.failures;
  const failure = failedReply === undefined ? undefined : describeReply(failedReply).why;
  const value: PipelineSnapshot = {
    root,
    unreadable: [...walk.unreadable],
    failure,
    ...(walk.cached > 0 ? { fromCache: true } : {}),
    ...(walk.unproved > 0 ? { isUnproved: true } : {}),
  };
  return { ...reply, value };
}

function callOf({ poll: { fresh } }: Walk, projectId: number, pipelineId: number): FreshPipelineCall {
  const call = { project: { kind: 'id', id: projectId }, pipelineId } as const;
  return fresh === undefined ? call : { ...call, fresh };
}

function noteCache(walk: Walk, { fromCache }: ServerHints): void {
  if (fromCache === true) walk.cached += 1;
}

async function nodeOf(walk: Walk, pipeline: Pipeline, level: number): Promise<PipelineNode> {
  const key = pipelineKeyOf(pipeline);
  walk.visited.add(key);
  const before = walk.known.get(key);
  const call = callOf(walk, pipeline.projectId, pipeline.id);
  const [jobs, bridges] = await Promise.all([
    part(walk, {
      list: { kind: 'jobs', pipelineId: pipeline.id },
      read: walk.gitlab.fetchJobs,
      call,
      before: before?.jobs.map(({ job }) => job),
      isVital: walk.poll.decidedBy === 'jobs',
    }),
    hasNoBridges(walk, pipeline, before)
      ? { items: [] }
      : part(walk, {
          list: { kind: 'trigger jobs', pipelineId: pipeline.id },
          read: walk.gitlab.fetchBridges,
          call,
          before: before?.bridges.map(({ bridge }) => bridge),
          isVital: isTreeVital(walk.poll),
        }),
  ]);
  const incomplete = incompleteOf({ jobs, bridges }, before);
  return {
    pipeline,
    jobs: judgedStates(pipeline, jobs.items === undefined ? (before?.jobs ?? []) : statesOf(jobs.items)),
    bridges: await mapInParallel(
      bridges.items ?? (before?.bridges ?? []).map(({ bridge }) => bridge),
      parallelRequests,
      (bridge) => bridgeStateOf(walk, judgedIn(pipeline, bridge), level),
    ),
    ...(incomplete === undefined ? {} : { incomplete }),
  };
}

/** What the lists lack. A list that could not be read this time lacks the same as before. */
function incompleteOf(
  parts: { readonly jobs: Part<Job>; readonly bridges: Part<Bridge> },
  before: PipelineNode | undefined,
): PipelineNode['incomplete'] {
  const jobs = parts.jobs.lacks ?? (parts.jobs.items === undefined ? before?.incomplete?.jobs : undefined);
  const bridges =
    parts.bridges.lacks ?? (parts.bridges.items === undefined ? before?.incomplete?.bridges : undefined);
  return jobs === undefined && bridges === undefined ? undefined : { jobs, bridges };
}

/**
 * GitLab creates all trigger jobs with the pipeline: a started pipeline without any never gets one. A lagging
 * replica or another server may have answered, so if the verdict depends on them, they are read once more at
 * its end.
 */
function hasNoBridges(walk: Walk, { status }: Pipeline, before: PipelineNode | undefined): boolean {
  return (
    isTrusted(walk) &&
    walk.poll.previous?.isUnproved !== true &&
    !(isTreeVital(walk.poll) && isTerminalStatus(status)) &&
    !hidesFailures(status) &&
    before?.bridges.length === 0 &&
    before.incomplete?.bridges === undefined &&
    before.jobs.length > 0 &&
    before.pipeline.status !== 'created'
  );
}

/**
 * Whether the snapshot before may stand in for what is not read. What it did not show may only have been
 * unreadable.
 */
function isTrusted({ poll: { previous, reads } }: Walk): boolean {
  return reads !== 'everything' && previous?.failure === undefined && previous?.fromCache !== true;
}

/** One list of a pipeline. */
interface Part<T> {
  /** Absent if it could not be read this time, or never can. */
  readonly items?: readonly T[] | undefined;
  /** Why the list is incomplete; absent if no entries are known to be missing. */
  readonly lacks?: string | undefined;
}

async function part<T extends Job | Bridge>(
  walk: Walk,
  ask: {
    readonly list: ListOfSteps;
    readonly read: (call: FreshPipelineCall, signal: AbortSignal) => Promise<Reply<Paged<T>>>;
    readonly call: FreshPipelineCall;
    /** What the snapshot before showed. */
    readonly before: readonly T[] | undefined;
    /** No decision is possible without it. */
    readonly isVital?: boolean;
  },
): Promise<Part<T>> {
  const { list, before } = ask;
  const answer = await ask.read(ask.call, walk.poll.signal);
  const behind = behindReply(walk.marks, list, answer);
  const reply = behind ?? answer;
  const name = wordsFor(list);
  if (reply.kind === 'ok') {
    noteCache(walk, reply.hints);
    noteSteps(walk.marks, list, reply.value.items);
    const isProved = reply.value.items.length > 0 || reply.hints.isPaged === true;
    if (!isProved) walk.unproved += 1;
    const lacks = missingOf(name, reply.value);
    if (lacks !== undefined) walk.unreadable.add(lacks);
    return { items: reply.value.items, lacks };
  }
  // A poll that failed may have shown more than the snapshot before, which then stands in for nothing.
  const isStandInBehind =
    behind !== undefined && whyBehind(walk.marks, list, { items: before ?? [] }) !== undefined;
  if (ask.isVital === true || isStandInBehind) walk.vitalFailures.push(reply);
  else if (isTransient(reply)) walk.failures.push(reply);
  else {
    const lacks = `${name} cannot be read (${lastingReason(reply)})`;
    walk.unreadable.add(lacks);
    return { lacks };
  }
  return {};
}

function missingOf(name: string, { truncated, unfit }: Paged<unknown>): string | undefined {
  if (unfit !== undefined) {
    const { count, why } = unfit;
    return `${count} of ${name} cannot be read (${count === 1 ? why : `the first is ${why}`})`;
  }
  return truncated === 'timed_out' ? `${name} are too many to be read completely` : undefined;
}

async function bridgeStateOf(walk: Walk, bridge: Bridge, level: number): Promise<BridgeState> {
  const target = bridge.downstream;
  if (walk.poll.downstream === 'ignore') return { bridge, downstream: undefined };
  if (bridge.unreadDownstream !== undefined) {
    walk.unreadable.add(`the pipeline that ${bridge.name} started: GitLab does not show which one it is`);
  }
  if (target === undefined) return { bridge, downstream: undefined };
  const key = pipelineKeyOf({ projectId: target.projectId, id: target.pipelineId });
  if (walk.visited.has(key)) return { bridge, downstream: undefined };
  const before = walk.known.get(key);
  if (
    isTrusted(walk) &&
    before !== undefined &&
    isSettled(before, walk) &&
    before.pipeline.status === target.status
  ) {
    for (const each of nodesByKey(before).keys()) walk.visited.add(each);
    return { bridge, downstream: before };
  }
  const limit = limitAt(walk, level);
  if (limit !== undefined) {
    walk.unreadable.add(`downstream pipelines ${limit.beyond}`);
    const cutOff = `the pipeline that ${bridge.name} started is not read: ${limit.of} are read`;
    return { bridge, downstream: undefined, cutOff };
  }
  walk.visited.add(key);
  const pipeline = await downstreamPipeline(walk, bridge, before);
  return { bridge, downstream: pipeline && (await nodeOf(walk, pipeline, level + 1)) };
}

/** The limit that keeps further pipelines below this level from being read, in words. */
function limitAt(walk: Walk, level: number): { readonly beyond: string; readonly of: string } | undefined {
  const most = isTreeVital(walk.poll) ? mostDeciding : mostShown;
  if (level >= deepestLevel) {
    return { beyond: `below level ${deepestLevel}`, of: `${deepestLevel} levels of the tree` };
  }
  if (walk.visited.size < most) return undefined;
  return { beyond: `beyond the first ${most}`, of: `${most} pipelines of a tree` };
}

/**
 * While a downstream pipeline runs, its trigger job already shows its status. It is read only at first and at
 * its end.
 */
async function downstreamPipeline(
  walk: Walk,
  bridge: Bridge,
  before: PipelineNode | undefined,
): Promise<Pipeline | undefined> {
  const { downstream: target } = bridge;
  if (target === undefined) return undefined;
  const isKnown = before !== undefined && behindMs(walk.marks, before.pipeline) === 0;
  if (isKnown && isTrusted(walk) && !isTerminalStatus(target.status)) {
    return { ...before.pipeline, status: target.status };
  }
  const call = callOf(walk, target.projectId, target.pipelineId);
  const reply = await walk.gitlab.fetchPipeline(call, walk.poll.signal);
  if (reply.kind === 'ok') {
    noteCache(walk, reply.hints);
    notePipeline(walk.marks, reply.value);
    return reply.value;
  }
  if (isTransient(reply)) {
    (isTreeVital(walk.poll) ? walk.vitalFailures : walk.failures).push(reply);
    return before && { ...before.pipeline, status: target.status };
  }
  walk.unreadable.add(
    `downstream pipeline ${target.pipelineId} of ${bridge.name} cannot be read (${lastingReason(reply)})`,
  );
  return undefined;
}
