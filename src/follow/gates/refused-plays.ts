import { replicaLagMs } from '../../gitlab/replica-lag.js';
import { type Bridge, type Job, hasStartedPipeline, isBlocking } from '../../model/pipeline.js';
import {
  type BridgeState,
  type PipelineNode,
  type PipelineSnapshot,
  placesOf,
} from '../../model/snapshot.js';
import { keepsGatesShut } from '../decide/pipeline-end.js';
import { doubtPollMs, pollsToBelieve, replicaPollMs } from '../poll-interval.js';

/**
 * A manual job or trigger job that this step does not get played. It may be played all the same, by another
 * user or another step, or by a request of ours whose answer got lost: later snapshots tell.
 */
export interface RefusedPlay {
  readonly path: readonly string[];
  readonly job: Job;
  readonly why: string;
  /** By the clock. */
  readonly sinceMs: number;
  /** Somebody else may have played it: a replica that lags shows it manual for some time. */
  readonly isContested: boolean;
  /** The number of snapshots since that show it manual still. */
  sightings: number;
  isReported: boolean;
}

/**
 * Whether a trigger job waits for a user to start its pipeline. One that has started it and is manual mirrors
 * that pipeline (`strategy: mirror`), and is not played itself.
 */
function isPlayable(bridge: Bridge): boolean {
  return isBlocking(bridge) && !hasBegun(bridge);
}

function hasBegun(bridge: Bridge): boolean {
  return hasStartedPipeline(bridge) || bridge.startedAt !== undefined;
}

/** The jobs and trigger jobs that hold up a pipeline until they are played. */
export function gatesOf({ jobs, bridges }: PipelineNode): readonly Job[] {
  return [
    ...jobs.map(({ job }) => job).filter(isBlocking),
    ...bridges.map(({ bridge }) => bridge).filter(isPlayable),
  ];
}

/**
 * Counts what a snapshot says of the refused plays, and adds the trigger jobs whose pipeline waits at a gate
 * that this step does not open. One that is not manual any more has been played. Updates `refused`.
 */
export function reviewRefusals(
  refused: Map<number, RefusedPlay>,
  snapshot: PipelineSnapshot,
  nowMs: number,
): void {
  // Parts of it may be older than the refusal.
  if (snapshot.failure !== undefined) return;
  const places = placesOf(snapshot.root);
  const mirrors = new Map(
    places.flatMap(({ path, node }) =>
      node.bridges.flatMap((state) => {
        const why = whyUnopened(state);
        return why === undefined ? [] : [[state.bridge.id, { path, job: state.bridge, why }] as const];
      }),
    ),
  );
  const gates = places.flatMap(({ node }) => gatesOf(node));
  const shown = new Set([...gates.map(({ id }) => id), ...mirrors.keys()]);
  for (const [id, play] of refused) {
    if (shown.has(id)) play.sightings += 1;
    else refused.delete(id);
  }
  for (const [id, mirror] of mirrors) {
    if (refused.has(id)) continue;
    refused.set(id, { ...mirror, sinceMs: nowMs, isContested: true, sightings: 1, isReported: false });
  }
}

/** Why nothing below a trigger job that blocks is played, in words; `undefined` if that does not hold. */
function whyUnopened({ bridge, downstream }: BridgeState): string | undefined {
  if (!isBlocking(bridge) || !hasBegun(bridge)) return undefined;
  if (downstream === undefined) return 'the pipeline that it started waits, and is not read';
  return keepsGatesShut(downstream)
    ? 'in the pipeline that it started, a job has failed or cannot be read'
    : undefined;
}

/** Whether a refusal stands: by now, later snapshots would show that the job was played after all. */
export function isSettled({ sightings, isContested, sinceMs }: RefusedPlay, nowMs: number): boolean {
  return sightings >= pollsToBelieve && (!isContested || nowMs - sinceMs >= replicaLagMs);
}

/** The pause if the next poll comes soon, because it may tell what became of a job; else `undefined`. */
export function refusalPauseMs(refused: ReadonlyMap<number, RefusedPlay>, nowMs: number): number | undefined {
  const open = [...refused.values()].filter((play) => !isSettled(play, nowMs));
  if (open.length === 0) return undefined;
  return open.some(({ sightings }) => sightings < pollsToBelieve) ? doubtPollMs : replicaPollMs;
}
