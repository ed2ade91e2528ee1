import { type Clock, sleep, withTimeout } from '../base/clock.js';
import { mapInParallel } from '../base/parallel.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type Bridge, type Pipeline, isTerminalStatus, projectOf } from '../model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import type { Cancellation } from '../model/verdict.js';
import { isMoving } from './decide/contradictions.js';
import type { TreeReader } from './take-snapshot.js';

/** The part of GitLab that shows which pipelines trigger jobs have started. */
export type BridgeReader = Pick<TreeReader, 'fetchBridges'>;

export interface LateTask {
  readonly project: ProjectAddress;
  /** What was canceled already, with its results. */
  readonly ends: readonly Cancellation[];
  /** What was known when that was requested. */
  readonly snapshot: PipelineSnapshot | undefined;
  /** What is left of the time limit. */
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** Interval between looks while a trigger job is on its way. */
const lookPollMs = 500;

/** GitLab creates a downstream pipeline in the background; a trigger job that it lost must not hold us up. */
const longestWaitMs = 5000;

const parallelRequests = 4;

/**
 * Finds pipelines that appeared below canceled ones after the snapshot, and cancels those that have not
 * ended. Looks once, and repeats that while a trigger job is on its way: GitLab may be creating its pipeline.
 * Takes half of the time that is left at most, so that there is time to cancel what it finds. Never throws.
 */
export async function cancelLate(
  deps: {
    readonly reader: BridgeReader;
    readonly clock: Clock;
    readonly cancel: (pipeline: Pipeline, withinMs: number) => Promise<Cancellation>;
  },
  { project, ends, snapshot, withinMs, signal }: LateTask,
): Promise<readonly Cancellation[]> {
  const { reader, clock, cancel } = deps;
  const startMs = clock.nowMs();
  const lastLookMs = startMs + Math.min(withinMs / 2, longestWaitMs);
  const known = knownKeys(ends, snapshot);
  const awaited = new Set(
    statesBelow(snapshot)
      .filter(isOnItsWay)
      .map(({ id }) => id),
  );
  const parents = parentsOf(ends, snapshot);
  const late: Cancellation[] = [];
  const look = async (cutSignal: AbortSignal): Promise<void> => {
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
          if (known.has(keyOf(pipeline))) continue;
          known.add(keyOf(pipeline));
          if (!isTerminalStatus(pipeline.status)) fresh.push(pipeline);
        }
      }
      const leftMs = withinMs - (clock.nowMs() - startMs);
      late.push(...(await Promise.all(fresh.map((pipeline) => cancel(pipeline, leftMs)))));
      parents.push(...fresh);
      if (fresh.length === 0 && awaited.size === 0 && !hasFailed) return;
      if (clock.nowMs() + lookPollMs > lastLookMs) return;
      await sleep(clock, lookPollMs, cutSignal);
    }
  };
  try {
    await withTimeout({ clock, signal, afterMs: withinMs }, look);
  } catch {
    // Stopped in a hurry: what was found until then counts.
  }
  return late;
}

/** Where something can appear: below what was canceled, and below an ended one with a trigger job on its way. */
function parentsOf(ends: readonly Cancellation[], snapshot: PipelineSnapshot | undefined): Pipeline[] {
  const canceled = ends.filter(({ result }) => result !== 'left_running').map(({ pipeline }) => pipeline);
  const tried = new Set(ends.map(({ pipeline }) => keyOf(pipeline)));
  const others = nodesOf(snapshot)
    .filter(({ bridges }) => bridges.some(({ bridge }) => isOnItsWay(bridge)))
    .map(({ pipeline }) => pipeline)
    .filter((pipeline) => !tried.has(keyOf(pipeline)));
  return [...canceled, ...others];
}

/**
 * What need not be canceled again, or could not be read before. A pipeline that only failed to be read that
 * time is not among them.
 */
function knownKeys(ends: readonly Cancellation[], snapshot: PipelineSnapshot | undefined): Set<string> {
  const read = nodesOf(snapshot).map(({ pipeline }) => keyOf(pipeline));
  const named = statesBelow(snapshot).flatMap(({ downstream }) =>
    downstream === undefined ? [] : [keyOf({ id: downstream.pipelineId, projectId: downstream.projectId })],
  );
  return new Set([
    ...ends.map(({ pipeline }) => keyOf(pipeline)),
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
  return isMoving(bridge) && bridge.downstream === undefined && bridge.unreadDownstream === undefined;
}

/** As far as a trigger job shows it; the answer to the cancellation shows the rest. */
function startedBy(
  { projectId, pipelineId, status, webUrl }: NonNullable<Bridge['downstream']>,
  { ref, sha }: Pipeline,
): Pipeline {
  return { id: pipelineId, projectId, status, webUrl, ref, sha };
}

function keyOf({ projectId, id }: Pick<Pipeline, 'projectId' | 'id'>): string {
  return `${projectId}/${id}`;
}
