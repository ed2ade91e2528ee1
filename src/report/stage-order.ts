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
  const stages: { readonly stage: string; readonly firstId: number; readonly rows: StageRow[] }[] = [];
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
    const later = row.kind === 'job' ? -1 : stages.findIndex((other) => other.firstId > firstId);
    stages.splice(later < 0 ? stages.length : later, 0, { stage, firstId, rows });
    byName.set(stage, rows);
  };
  for (const state of jobs) add({ kind: 'job', ...state });
  for (const { bridge } of bridges) add({ kind: 'bridge', job: bridge, attempt: 1, earlier: [] });
  return stages.map(({ stage, rows }) => ({ stage, rows }));
}
