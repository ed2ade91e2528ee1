import type { PipelineNode } from '../follow/snapshot.js';
import type { Bridge, Job } from '../gitlab/job.js';

/** A job or a trigger job, as a row of its pipeline. */
export interface StageRow {
  readonly kind: 'job' | 'bridge';
  readonly job: Job | Bridge;
  readonly attempt: number;
  readonly earlier: readonly Job[];
}

/** A stage and what is in it. */
export interface StageRows {
  readonly stage: string;
  readonly rows: readonly StageRow[];
}

/**
 * The jobs and trigger jobs of one pipeline by stage. GitLab does not tell the order of stages: it is that of the jobs, and a stage of trigger jobs only
 * stands where their ids would, since GitLab numbers jobs in the order of the stages.
 */
export function rowsByStage({ jobs, bridges }: PipelineNode): readonly StageRows[] {
  const stages: { readonly stage: string; readonly rows: StageRow[] }[] = [];
  /** The highest first id up to each stage: it never falls, so that a place among them is found by halving. */
  const highest: number[] = [];
  const byName = new Map<string, StageRow[]>();
  const add = (row: StageRow): void => {
    const { stage } = row.job;
    const known = byName.get(stage);
    if (known !== undefined) {
      known.push(row);
      return;
    }
    const firstId = (row.earlier[0] ?? row.job).id;
    const rows = [row];
    const place = row.kind === 'job' ? stages.length : placeAmong(highest, firstId);
    stages.splice(place, 0, { stage, rows });
    highest.splice(place, 0, Math.max(firstId, highest[place - 1] ?? 0));
    byName.set(stage, rows);
  };
  for (const state of jobs) add({ kind: 'job', ...state });
  for (const { bridge } of bridges) add({ kind: 'bridge', job: bridge, attempt: 1, earlier: [] });
  return stages;
}

/** The first place with a higher number, or the end. */
function placeAmong(rising: readonly number[], given: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rising[middle] ?? 0) > given) to = middle;
    else from = middle + 1;
  }
  return from;
}
