import { mapInParallel } from '../base/in-parallel.js';
import { describeReply } from '../gitlab/describe-reply.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import { isTransient } from '../gitlab/is-transient.js';
import type { Bridge, Job } from '../gitlab/job.js';
import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import { statesOf } from './job-attempts.js';
import type { BridgeState, PipelineNode, PipelineSnapshot } from './snapshot.js';

/** A list that may have been too long to be read whole. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly truncated: 'complete' | 'cut_off';
}

interface PipelineCall {
  readonly project: ProjectAddress;
  readonly pipelineId: number;
}

/** The part of GitLab that a look needs. */
export interface TreeReader {
  readonly fetchPipeline: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
  readonly fetchJobs: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Listing<Job>>>;
  readonly fetchBridges: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Listing<Bridge>>>;
}

/** What to look at. */
export interface Look {
  readonly projectId: number;
  readonly pipelineId: number;
  /** Whether to go down into the pipelines that trigger jobs started. */
  readonly downstream: 'ignore' | 'show' | 'require';
  /** `jobs`: what is decided is decided by single jobs, so that a picture without some of them is none. `pipeline` when absent. */
  readonly decidedBy?: 'pipeline' | 'jobs' | undefined;
  /** The look before: what has ended in it is not asked for again. */
  readonly previous: PipelineSnapshot | undefined;
  readonly signal: AbortSignal;
}

/** GitLab allows two levels of child pipelines; other projects can be chained on. */
const deepestLevel = 6;
/** A tree of hundreds is GitLab's own limit (1,000); beyond this many nobody reads the report. */
const mostPipelines = 200;
/** Gentle to GitLab, and quick enough: a look at 20 child pipelines is five rounds. */
const parallelRequests = 4;

/** What one look collects while it goes down the tree. */
interface Walk {
  readonly gitlab: TreeReader;
  readonly look: Look;
  readonly known: ReadonlyMap<string, PipelineNode>;
  readonly visited: Set<string>;
  readonly gaps: Set<string>;
  readonly failures: FailedReply[];
  /** Failures of what no verdict can do without. */
  readonly vitalFailures: FailedReply[];
}

/**
 * Takes the whole picture: the pipeline, its jobs with all attempts, its trigger jobs, and the tree below. Parts that failed for the moment are
 * taken from the look before, and the picture says so; parts that may never be read are named as gaps. The reply is a failed one only
 * when the pipeline itself could not be read, or when GitLab does not tell
 * for now what the verdict is about: the downstream pipelines that are required, or the jobs that decide.
 * @throws the reason of `look.signal` when it aborts.
 */
export async function takeSnapshot(gitlab: TreeReader, look: Look): Promise<Reply<PipelineSnapshot>> {
  const walk: Walk = {
    gitlab,
    look,
    known: look.previous === undefined ? new Map() : nodesByKey(look.previous.root),
    visited: new Set(),
    gaps: new Set(look.previous?.gaps),
    failures: [],
    vitalFailures: [],
  };
  const project: ProjectAddress = { kind: 'id', id: look.projectId };
  const reply = await gitlab.fetchPipeline({ project, pipelineId: look.pipelineId }, look.signal);
  if (reply.kind !== 'ok') return reply;
  const root = await nodeOf(walk, reply.value, 0);
  const [vitalFailure] = walk.vitalFailures;
  if (vitalFailure !== undefined) return vitalFailure;
  const [failure] = walk.failures;
  const trouble = failure === undefined ? undefined : describeReply(failure).why;
  return { ...reply, value: { root, gaps: [...walk.gaps], trouble } };
}

async function nodeOf(walk: Walk, pipeline: Pipeline, level: number): Promise<PipelineNode> {
  const key = keyOf(pipeline.projectId, pipeline.id);
  walk.visited.add(key);
  const before = walk.known.get(key);
  const call: PipelineCall = { project: { kind: 'id', id: pipeline.projectId }, pipelineId: pipeline.id };
  const [jobs, bridges] = await Promise.all([
    part(walk, {
      name: `the jobs of pipeline ${pipeline.id}`,
      read: walk.gitlab.fetchJobs,
      call,
      isVital: walk.look.decidedBy === 'jobs',
    }),
    hasNoBridges(walk, before)
      ? { items: [], truncated: 'complete' as const }
      : part(walk, {
          name: `the trigger jobs of pipeline ${pipeline.id}`,
          read: walk.gitlab.fetchBridges,
          call,
          isVital: isTreeVital(walk),
        }),
  ]);
  return {
    pipeline,
    jobs: jobs === undefined ? (before?.jobs ?? []) : statesOf(jobs.items),
    bridges: await mapInParallel(
      bridges === undefined ? (before?.bridges ?? []).map(({ bridge }) => bridge) : bridges.items,
      parallelRequests,
      (bridge) => bridgeStateOf(walk, bridge, level),
    ),
  };
}

/** Trigger jobs are made with the pipeline, all at once: none in a pipeline that has begun means none for ever. */
function hasNoBridges(walk: Walk, before: PipelineNode | undefined): boolean {
  return (
    isWhole(walk) &&
    before?.bridges.length === 0 &&
    before.jobs.length > 0 &&
    before.pipeline.status !== 'created'
  );
}

/** Whether what the look before did not show was not there: it may only not have been readable. */
function isWhole({ look }: Walk): boolean {
  return look.previous?.trouble === undefined;
}

/** Whether a verdict depends on which pipelines there are below. */
function isTreeVital({ look }: Walk): boolean {
  return look.downstream === 'require' || look.decidedBy === 'jobs';
}

/** One list of a pipeline; `undefined` when it could not be read this time, or never can. */
async function part<T>(
  walk: Walk,
  ask: {
    readonly name: string;
    readonly read: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Listing<T>>>;
    readonly call: PipelineCall;
    /** Nothing can be decided without it. */
    readonly isVital?: boolean;
  },
): Promise<Listing<T> | undefined> {
  const reply = await ask.read(ask.call, walk.look.signal);
  if (reply.kind === 'ok') {
    if (reply.value.truncated === 'cut_off') walk.gaps.add(`${ask.name} are too many to be read whole`);
    return reply.value;
  }
  if (ask.isVital === true) walk.vitalFailures.push(reply);
  else if (isTransient(reply)) walk.failures.push(reply);
  else walk.gaps.add(`${ask.name} cannot be read (${describeReply(reply).why})`);
  return undefined;
}

async function bridgeStateOf(walk: Walk, bridge: Bridge, level: number): Promise<BridgeState> {
  const target = bridge.downstream;
  if (target === undefined || walk.look.downstream === 'ignore') return { bridge, downstream: undefined };
  const key = keyOf(target.projectId, target.pipelineId);
  if (walk.visited.has(key)) return { bridge, downstream: undefined };
  const before = walk.known.get(key);
  if (isWhole(walk) && before !== undefined && hasEnded(before) && before.pipeline.status === target.status) {
    walk.visited.add(key);
    return { bridge, downstream: before };
  }
  if (level >= deepestLevel || walk.visited.size >= mostPipelines) {
    walk.gaps.add(`downstream pipelines beyond level ${deepestLevel} or beyond the first ${mostPipelines}`);
    return { bridge, downstream: undefined };
  }
  walk.visited.add(key);
  const pipeline = await downstreamPipeline(walk, bridge, before);
  return { bridge, downstream: pipeline && (await nodeOf(walk, pipeline, level + 1)) };
}

/** While a downstream pipeline goes on, its trigger job already says its status: it is only asked for at first and at its end. */
async function downstreamPipeline(
  walk: Walk,
  bridge: Bridge,
  before: PipelineNode | undefined,
): Promise<Pipeline | undefined> {
  const { downstream: target } = bridge;
  if (target === undefined) return undefined;
  if (before !== undefined && !isTerminalStatus(target.status)) {
    return { ...before.pipeline, status: target.status };
  }
  const project: ProjectAddress = { kind: 'id', id: target.projectId };
  const reply = await walk.gitlab.fetchPipeline({ project, pipelineId: target.pipelineId }, walk.look.signal);
  if (reply.kind === 'ok') return reply.value;
  if (isTransient(reply)) {
    (isTreeVital(walk) ? walk.vitalFailures : walk.failures).push(reply);
    return before && { ...before.pipeline, status: target.status };
  }
  walk.gaps.add(
    `downstream pipeline ${target.pipelineId} of ${bridge.name} cannot be read (${describeReply(reply).why})`,
  );
  return undefined;
}

/** Nothing below moves any more, as far as that can be seen: of a pipeline that may not be read, its trigger job tells. */
function hasEnded({ pipeline, bridges }: PipelineNode): boolean {
  return (
    isTerminalStatus(pipeline.status) &&
    bridges.every(({ bridge, downstream }) =>
      downstream === undefined
        ? bridge.downstream === undefined || isTerminalStatus(bridge.downstream.status)
        : hasEnded(downstream),
    )
  );
}

function nodesByKey(node: PipelineNode): Map<string, PipelineNode> {
  const found = new Map([[keyOf(node.pipeline.projectId, node.pipeline.id), node]]);
  for (const { downstream } of node.bridges) {
    if (downstream !== undefined) for (const [key, below] of nodesByKey(downstream)) found.set(key, below);
  }
  return found;
}

function keyOf(projectId: number, pipelineId: number): string {
  return `${projectId}/${pipelineId}`;
}
