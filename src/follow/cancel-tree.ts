import { type Clock, sleep, withTimeout } from '../base/clock.js';
import { mapInParallel } from '../base/parallel.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import type { PipelineCall, ProjectAddress } from '../model/addresses.js';
import {
  type Bridge,
  type Pipeline,
  hasStartedPipeline,
  isTerminalStatus,
  projectOf,
} from '../model/pipeline.js';
import { type PipelineSnapshot, pipelineKeyOf, placesOf } from '../model/snapshot.js';
import type { Cancellation } from '../model/verdict.js';
import { isMoving } from './decide/contradictions.js';
import type { TreeReader } from './take-snapshot.js';

/** The part of GitLab that cancels. */
export type PipelineCanceller = Pick<GitLabClient, 'cancelPipeline' | 'fetchPipeline'>;

/** The part of GitLab that shows which pipelines trigger jobs have started. */
export type BridgeReader = Pick<TreeReader, 'fetchBridges'>;

export interface TreeCancelTask {
  readonly pipeline: Pipeline;
  /** Its project as the user gave it. */
  readonly project: ProjectAddress;
  /** The last snapshot, with the pipelines below. Without one, only the pipeline itself is canceled. */
  readonly snapshot: PipelineSnapshot | undefined;
  /**
   * Reads the trigger jobs again after the cancellation, for pipelines that have appeared since the snapshot.
   * Absent if what is below is to be left alone.
   */
  readonly reader?: BridgeReader | undefined;
  /** Time limit for all of them together. */
  readonly withinMs: number;
  /** When it aborts, pipelines without confirmation are reported as left running. */
  readonly signal: AbortSignal;
}

/** Interval between checks for a confirmation. GitLab cancels in the background. */
const confirmPollMs = 500;

/**
 * Cancels a pipeline and everything below it that has not ended, in parallel, and polls until GitLab confirms
 * it; then cancels what has appeared below since. Never throws: the results say what failed or took too long,
 * the pipeline itself first. Canceling twice does no harm.
 * @see https://docs.gitlab.com/api/pipelines/#cancel-all-jobs-for-a-pipeline
 */
export async function cancelTree(
  deps: { readonly gitlab: PipelineCanceller; readonly clock: Clock },
  task: TreeCancelTask,
): Promise<readonly Cancellation[]> {
  const below = task.snapshot === undefined ? [] : placesOf(task.snapshot.root).slice(1);
  const alive = below.map(({ node }) => node.pipeline).filter(({ status }) => !isTerminalStatus(status));
  const own = task.snapshot?.root.pipeline ?? task.pipeline;
  const startMs = deps.clock.nowMs();
  const ends = await Promise.all([own, ...alive].map((pipeline) => cancelOne(deps, task, pipeline)));
  const { reader, project, snapshot, signal } = task;
  if (reader === undefined) return ends;
  const withinMs = task.withinMs - (deps.clock.nowMs() - startMs);
  if (withinMs <= 0 || signal.aborted) return ends;
  const cancel = (pipeline: Pipeline, leftMs: number): Promise<Cancellation> =>
    cancelOne(deps, { ...task, withinMs: leftMs }, pipeline);
  const late = await cancelLate(
    { reader, clock: deps.clock, cancel },
    { project, ends, snapshot, withinMs, signal },
  );
  return [...ends, ...late];
}

async function cancelOne(
  deps: { readonly gitlab: PipelineCanceller; readonly clock: Clock },
  { project, withinMs, signal }: TreeCancelTask,
  pipeline: Pipeline,
): Promise<Cancellation> {
  let why = 'GitLab did not answer in time';
  let seen = pipeline;
  const work = async (cutSignal: AbortSignal): Promise<Cancellation> => {
    const call: PipelineCall = { project: projectOf(pipeline, project), pipelineId: pipeline.id };
    let ask = deps.gitlab.cancelPipeline;
    for (;;) {
      const reply = await ask(call, cutSignal);
      if (reply.kind === 'ok') {
        const result = resultOf(reply.value.status);
        if (result !== undefined) {
          const isLate = result === 'already_ended' && ask !== deps.gitlab.cancelPipeline;
          return { pipeline: reply.value, result, ...(isLate ? { endedWhileCanceling: true } : {}) };
        }
        seen = reply.value;
        why = `GitLab accepted the request, and the pipeline is still ${seen.status}`;
        ask = deps.gitlab.fetchPipeline;
      } else {
        why = describeReply(reply).why;
        if (!isTransient(reply, 'cancel')) return { pipeline: seen, result: 'left_running', why };
      }
      await sleep(deps.clock, confirmPollMs, cutSignal);
    }
  };
  try {
    const end = await withTimeout({ clock: deps.clock, signal, afterMs: withinMs }, work);
    return end === 'timed_out' ? { pipeline: seen, result: 'left_running', why } : end;
  } catch {
    return { pipeline: seen, result: 'left_running', why };
  }
}

/** `undefined` until GitLab has acted. */
function resultOf(status: string): Cancellation['result'] | undefined {
  if (status === 'canceled' || status === 'canceling') return status;
  return isTerminalStatus(status) ? 'already_ended' : undefined;
}

interface LateTask {
  readonly project: ProjectAddress;
  /** What was canceled already, with its results. */
  readonly ends: readonly Cancellation[];
  /** What was known when that was requested. */
  readonly snapshot: PipelineSnapshot | undefined;
  /** What is left of the time limit. */
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** Interval between polls while a trigger job is on its way. */
const repollMs = 500;

/** GitLab creates a downstream pipeline in the background; a trigger job that it lost must not hold us up. */
const longestWaitMs = 5000;

const parallelRequests = 4;

/**
 * Finds pipelines that appeared below canceled ones after the snapshot, and cancels those that have not
 * ended. Polls once, and repeats that while a trigger job is on its way: GitLab may be creating its pipeline.
 * Takes half of the time that is left at most, so that there is time to cancel what it finds. Never throws.
 */
async function cancelLate(
  deps: {
    readonly reader: BridgeReader;
    readonly clock: Clock;
    readonly cancel: (pipeline: Pipeline, withinMs: number) => Promise<Cancellation>;
  },
  { project, ends, snapshot, withinMs, signal }: LateTask,
): Promise<readonly Cancellation[]> {
  const { reader, clock, cancel } = deps;
  const startMs = clock.nowMs();
  const lastPollMs = startMs + Math.min(withinMs / 2, longestWaitMs);
  const known = knownKeys(ends, snapshot);
  const awaited = new Set(
    statesBelow(snapshot)
      .filter(isOnItsWay)
      .map(({ id }) => id),
  );
  const parents = parentsOf(ends, snapshot);
  const late: Cancellation[] = [];
  const poll = async (cutSignal: AbortSignal): Promise<void> => {
    for (;;) {
      const replies = await mapInParallel(parents, parallelRequests, async (pipeline) => {
        const call = { project: projectOf(pipeline, project), pipelineId: pipeline.id };
        return { parent: pipeline, reply: await reader.fetchBridges(call, cutSignal) };
      });
      const hasFailed = replies.some(({ reply }) => reply.kind !== 'ok' && isTransient(reply));
      const fresh: Pipeline[] = [];
      for (const { parent, reply } of replies) {
        for (const bridge of reply.kind === 'ok' ? reply.value.items : []) {
          if (isOnItsWay(bridge)) awaited.add(bridge.id);
          if (bridge.downstream === undefined) continue;
          awaited.delete(bridge.id);
          const pipeline = startedBy(bridge.downstream, parent);
          if (known.has(pipelineKeyOf(pipeline))) continue;
          known.add(pipelineKeyOf(pipeline));
          if (!isTerminalStatus(pipeline.status)) fresh.push(pipeline);
        }
      }
      const leftMs = withinMs - (clock.nowMs() - startMs);
      late.push(...(await Promise.all(fresh.map((pipeline) => cancel(pipeline, leftMs)))));
      parents.push(...fresh);
      if (fresh.length === 0 && awaited.size === 0 && !hasFailed) return;
      if (clock.nowMs() + repollMs > lastPollMs) return;
      await sleep(clock, repollMs, cutSignal);
    }
  };
  try {
    await withTimeout({ clock, signal, afterMs: withinMs }, poll);
  } catch {
    // Stopped in a hurry: what was found until then counts.
  }
  return late;
}

/**
 * Where something can appear: below what was canceled, and below an ended pipeline with a trigger job on its
 * way.
 */
function parentsOf(ends: readonly Cancellation[], snapshot: PipelineSnapshot | undefined): Pipeline[] {
  const canceled = ends.filter(({ result }) => result !== 'left_running').map(({ pipeline }) => pipeline);
  const tried = new Set(ends.map(({ pipeline }) => pipelineKeyOf(pipeline)));
  const others = nodesOf(snapshot)
    .filter(({ bridges }) => bridges.some(({ bridge }) => isOnItsWay(bridge)))
    .map(({ pipeline }) => pipeline)
    .filter((pipeline) => !tried.has(pipelineKeyOf(pipeline)));
  return [...canceled, ...others];
}

/**
 * What need not be canceled again, or could not be read before. A pipeline that only failed to be read that
 * time is not among them.
 */
function knownKeys(ends: readonly Cancellation[], snapshot: PipelineSnapshot | undefined): Set<string> {
  const read = nodesOf(snapshot).map(({ pipeline }) => pipelineKeyOf(pipeline));
  const named = statesBelow(snapshot).flatMap(({ downstream }) =>
    downstream === undefined
      ? []
      : [pipelineKeyOf({ projectId: downstream.projectId, id: downstream.pipelineId })],
  );
  return new Set([
    ...ends.map(({ pipeline }) => pipelineKeyOf(pipeline)),
    ...read,
    ...(snapshot?.failure === undefined ? named : []),
  ]);
}

function nodesOf(snapshot: PipelineSnapshot | undefined): readonly PipelineSnapshot['root'][] {
  return snapshot === undefined ? [] : placesOf(snapshot.root).map(({ node }) => node);
}

function statesBelow(snapshot: PipelineSnapshot | undefined): readonly Bridge[] {
  return nodesOf(snapshot).flatMap(({ bridges }) => bridges.map(({ bridge }) => bridge));
}

/** A trigger job whose pipeline GitLab may be creating. */
function isOnItsWay(bridge: Bridge): boolean {
  return isMoving(bridge) && !hasStartedPipeline(bridge);
}

/** As far as a trigger job shows it; the answer to the cancellation shows the rest. */
function startedBy(
  { projectId, pipelineId, status, webUrl }: NonNullable<Bridge['downstream']>,
  { ref, sha }: Pipeline,
): Pipeline {
  return { id: pipelineId, projectId, status, webUrl, ref, sha };
}
