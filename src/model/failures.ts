import type { Bridge, Job } from './pipeline.js';
import type { JobState, PipelineNode } from './snapshot.js';
import type { VerdictGrounds } from './verdict.js';

/** A job with the path to its pipeline. */
export interface ListedJob extends JobState {
  /** Names of the trigger jobs that lead there, outermost first; empty for the pipeline itself. */
  readonly path: readonly string[];
}

/** A trigger job with the path to the pipeline that it started. */
export interface ListedDownstream {
  /** Its own name is the last. */
  readonly path: readonly string[];
  readonly bridge: Bridge;
  /** Absent if it started nothing, or if the token may not read that pipeline. */
  readonly node: PipelineNode | undefined;
}

/** A failed job, or a failed trigger job without a failed job below it. */
export interface FailedJob {
  readonly path: readonly string[];
  readonly job: Job;
  readonly attempt: number;
  /** Whether it, or a trigger job above it, may fail (`allow_failure`). */
  readonly allowed: boolean;
}

/** The failed jobs, and the number of all jobs. */
export interface Failures {
  readonly failed: readonly FailedJob[];
  /** Jobs, and trigger jobs that started no pipeline with jobs. */
  readonly total: number;
}

/** Every job of a pipeline, followed by the jobs of its downstream pipelines. */
export function listJobs(node: PipelineNode, path: readonly string[] = []): readonly ListedJob[] {
  return [
    ...node.jobs.map((state) => ({ ...state, path })),
    ...node.bridges.flatMap(({ bridge, downstream }) =>
      downstream === undefined ? [] : listJobs(downstream, [...path, bridge.name]),
    ),
  ];
}

/** Every trigger job of a pipeline, each followed by those of the pipeline it started. */
export function listDownstream(
  node: PipelineNode,
  path: readonly string[] = [],
): readonly ListedDownstream[] {
  return node.bridges.flatMap(({ bridge, downstream }) => {
    const below = [...path, bridge.name];
    const own = { path: below, bridge, node: downstream };
    return downstream === undefined ? [own] : [own, ...listDownstream(downstream, below)];
  });
}

/**
 * The failed jobs in the order of the pipeline, including those of downstream pipelines, counted as the
 * verdict counts them. A trigger job counts if it failed and no job below it did: then it is itself the
 * cause.
 */
export function failuresOf(node: PipelineNode, grounds?: VerdictGrounds): Failures {
  if (grounds?.jobIds !== undefined) return chosenFailures(node, new Set(grounds.jobIds));
  // If each pipeline is required, a trigger job that may fail excuses nothing below it.
  const excuses = grounds?.below === undefined ? 'count' : 'do_not_count';
  return failuresBelow(node, { path: [], allowed: false, excuses });
}

/** For selected jobs, only their own `allow_failure` counts, wherever they are. */
function chosenFailures(
  node: PipelineNode,
  ids: ReadonlySet<number>,
  path: readonly string[] = [],
): Failures {
  const steps = [...node.jobs, ...node.bridges.map(({ bridge }) => ({ job: bridge, attempt: 1 }))].filter(
    ({ job }) => ids.has(job.id),
  );
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : [chosenFailures(downstream, ids, [...path, bridge.name])],
  );
  const own = steps
    .filter(({ job }) => job.status === 'failed')
    .map(({ job, attempt }) => ({ path, job, attempt, allowed: job.allowFailure }));
  return {
    failed: [...own, ...below.flatMap(({ failed }) => failed)],
    total: steps.length + below.reduce((sum, { total }) => sum + total, 0),
  };
}

function failuresBelow(
  node: PipelineNode,
  above: {
    readonly path: readonly string[];
    readonly allowed: boolean;
    readonly excuses: 'count' | 'do_not_count';
  },
): Failures {
  const { path, excuses } = above;
  const failedHere = node.jobs
    .filter(({ job }) => job.status === 'failed')
    .map(({ job, attempt }) => ({ path, job, attempt, allowed: above.allowed || job.allowFailure }));
  const perBridge = node.bridges.map(({ bridge, downstream }): Failures => {
    const allowed = excuses === 'count' && (above.allowed || bridge.allowFailure);
    const below =
      downstream === undefined
        ? { failed: [], total: 0 }
        : failuresBelow(downstream, { path: [...path, bridge.name], allowed, excuses });
    if (bridge.status === 'failed' && below.failed.length === 0) {
      return { failed: [{ path, job: bridge, attempt: 1, allowed }], total: below.total + 1 };
    }
    return below.total === 0 ? { failed: [], total: 1 } : below;
  });
  return {
    failed: [...failedHere, ...perBridge.flatMap(({ failed }) => failed)],
    total: node.jobs.length + perBridge.reduce((sum, { total }) => sum + total, 0),
  };
}
