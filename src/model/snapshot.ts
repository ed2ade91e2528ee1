import type { Bridge, Job, Pipeline } from './pipeline.js';

/**
 * The pipeline with its jobs and downstream pipelines at one moment. Each decision depends only on the latest
 * snapshot, so a failed poll loses nothing.
 */
export interface PipelineSnapshot {
  readonly root: PipelineNode;
  /**
   * The parts that remain unreadable, in words: jobs that the token may not read, downstream pipelines beyond
   * the limits. Each once.
   */
  readonly unreadable: readonly string[];
  /**
   * Why parts are older than the rest: this poll could not read them. Absent if the snapshot is current and
   * complete.
   */
  readonly failure?: string | undefined;
  /** A cache on the way says that it returned parts of the snapshot; these may be older than the rest. */
  readonly fromCache?: true | undefined;
  /**
   * A list is empty, and came without the headers that GitLab sends with each list: a proxy has removed them,
   * or another server has answered.
   */
  readonly isUnproved?: true | undefined;
}

/** A pipeline with all that belongs to it. */
export interface PipelineNode {
  readonly pipeline: Pipeline;
  /** Each name once, with its latest attempt, in the order in which GitLab runs them. */
  readonly jobs: readonly JobState[];
  readonly bridges: readonly BridgeState[];
  /**
   * Why a list of this pipeline lacks entries: it is too long to read in full, or has unreadable entries.
   * Absent if both lists are complete.
   */
  readonly incomplete?:
    | { readonly jobs?: string | undefined; readonly bridges?: string | undefined }
    | undefined;
}

/** The latest attempt at a job, and the earlier ones. */
export interface JobState {
  readonly job: Job;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Oldest first. */
  readonly earlier: readonly Job[];
}

/** A trigger job, and the pipeline that it started, if the token may read it. */
export interface BridgeState {
  readonly bridge: Bridge;
  readonly downstream: PipelineNode | undefined;
  /** Why a pipeline that GitLab shows is not read: the limit that it lies beyond, in words. */
  readonly cutOff?: string | undefined;
}

/** A pipeline of the tree, with the names of the trigger jobs that lead to it, outermost first. */
export interface TreePlace {
  readonly path: readonly string[];
  readonly node: PipelineNode;
}

/** Every pipeline of the tree, each before its downstream pipelines. */
export function placesOf(node: PipelineNode, path: readonly string[] = []): readonly TreePlace[] {
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : placesOf(downstream, [...path, bridge.name]),
  );
  return [{ path, node }, ...below];
}

/** The pipelines of the tree by {@link pipelineKeyOf}. */
export function nodesByKey(node: PipelineNode): Map<string, PipelineNode> {
  const found = new Map([[pipelineKeyOf(node.pipeline), node]]);
  for (const { downstream } of node.bridges) {
    if (downstream !== undefined) for (const [key, below] of nodesByKey(downstream)) found.set(key, below);
  }
  return found;
}

/** What stands for a pipeline of any project. */
export function pipelineKeyOf({ projectId, id }: Pick<Pipeline, 'projectId' | 'id'>): string {
  return `${projectId}/${id}`;
}

/** The jobs of a pipeline, including its trigger jobs. */
export function stepsOf({ jobs, bridges }: PipelineNode): readonly JobState[] {
  return [...jobs, ...bridges.map(({ bridge }): JobState => ({ job: bridge, attempt: 1, earlier: [] }))];
}

/**
 * Groups the attempts at each job: within a pipeline a name stands for one job, and the highest id is its
 * latest attempt. Ordered by the first attempt, which is the order in which GitLab created the jobs.
 */
export function statesOf(attempts: readonly Job[]): readonly JobState[] {
  const byName = new Map<string, Job[]>();
  for (const job of [...attempts].sort((one, other) => one.id - other.id)) {
    const same = byName.get(job.name);
    if (same === undefined) byName.set(job.name, [job]);
    else same.push(job);
  }
  return [...byName.values()].flatMap((same) => {
    const job = same.at(-1);
    return job === undefined ? [] : [{ job, attempt: same.length, earlier: same.slice(0, -1) }];
  });
}

/**
 * A job of a pipeline with this status. If the response did not show whether the job may fail, it may in a
 * pipeline that passed: otherwise the pipeline would have failed.
 */
export function judgedIn<T extends Job>({ status }: Pipeline, job: T): T {
  return job.isAllowanceUnknown === true ? { ...job, allowFailure: status === 'success' } : job;
}

/** The same for all attempts at its jobs. */
export function judgedStates(pipeline: Pipeline, states: readonly JobState[]): readonly JobState[] {
  return states.map(({ job, attempt, earlier }) => ({
    job: judgedIn(pipeline, job),
    attempt,
    earlier: earlier.map((each) => judgedIn(pipeline, each)),
  }));
}

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
 * The jobs and trigger jobs of one pipeline by stage. GitLab does not return the order of stages. It is
 * derived from the order of the jobs. A stage that has only trigger jobs is placed by their IDs, because
 * GitLab numbers jobs in stage order.
 */
export function rowsByStage({ jobs, bridges }: PipelineNode): readonly StageRows[] {
  const stages: { readonly stage: string; readonly rows: StageRow[] }[] = [];
  /** The highest first ID up to each stage. It never falls, so a binary search works. */
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

/** The first index with a higher number, or the end. */
function placeAmong(rising: readonly number[], given: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rising[middle] ?? 0) > given) to = middle;
    else from = middle + 1;
  }
  return from;
}
