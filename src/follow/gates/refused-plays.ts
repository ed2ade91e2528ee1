import { replicaLagMs } from '../../gitlab/replica-lag.js';
import type { Job } from '../../model/pipeline.js';
import { type BridgeState, type PipelineSnapshot, placesOf } from '../../model/snapshot.js';
import { keepsGatesShut } from '../decide/pipeline-end.js';

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

/** A refusal counts when so many snapshots after it show the job manual still. */
const sightingsToBelieve = 3;
/** Pause before the next poll meanwhile, and while a replica may lag. */
const soonMs = 1000;
const replicaPollMs = 5000;

/** Whether a job holds up its pipeline until it is played. */
export function isBlocking({ status, allowFailure }: Job): boolean {
  return status === 'manual' && !allowFailure;
}

/**
 * Whether a trigger job waits for a user to start its pipeline. One that has started it and is manual mirrors
 * that pipeline (`strategy: mirror`), and is not played itself.
 */
export function isPlayable(state: BridgeState): boolean {
  const { bridge } = state;
  return isBlocking(bridge) && !hasStarted(state);
}

function hasStarted({ bridge, downstream }: BridgeState): boolean {
  return (
    downstream !== undefined ||
    bridge.downstream !== undefined ||
    bridge.unreadDownstream !== undefined ||
    bridge.startedAt !== undefined
  );
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
  const gates = places.flatMap(({ node }) => [
    ...node.jobs.map(({ job }) => job).filter(isBlocking),
    ...node.bridges.filter(isPlayable).map(bridgeOf),
  ]);
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

function bridgeOf({ bridge }: BridgeState): Job {
  return bridge;
}

/** Why nothing below a trigger job that blocks is played, in words; `undefined` if that does not hold. */
function whyUnopened(state: BridgeState): string | undefined {
  const { bridge, downstream } = state;
  if (!isBlocking(bridge) || !hasStarted(state)) return undefined;
  if (downstream === undefined) return 'the pipeline that it started waits, and is not read';
  return keepsGatesShut(downstream)
    ? 'in the pipeline that it started, a job has failed or cannot be read'
    : undefined;
}

/** Whether a refusal stands: by now, later snapshots would show that the job was played after all. */
export function isSettled({ sightings, isContested, sinceMs }: RefusedPlay, nowMs: number): boolean {
  return sightings >= sightingsToBelieve && (!isContested || nowMs - sinceMs >= replicaLagMs);
}

/** The pause if the next poll comes soon, because it may tell what became of a job; else `undefined`. */
export function refusalPauseMs(refused: ReadonlyMap<number, RefusedPlay>, nowMs: number): number | undefined {
  const open = [...refused.values()].filter((play) => !isSettled(play, nowMs));
  if (open.length === 0) return undefined;
  return open.some(({ sightings }) => sightings < sightingsToBelieve) ? soonMs : replicaPollMs;
}
