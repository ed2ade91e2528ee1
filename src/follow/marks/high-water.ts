import type { Bridge, Job, Pipeline } from '../../model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../../model/snapshot.js';

/**
 * The newest that a run has seen of each part of the tree. A reading below a mark comes from a replica that
 * lags, or from another server. Marks only rise, also with polls that fail as a whole.
 */
export interface HighWater {
  /** The latest `updated_at` by id of the pipeline, in milliseconds since 1970. */
  readonly updatedMs: Map<number, number>;
  /** By list, then by name. */
  readonly steps: Map<string, Map<string, StepMark>>;
}

/** A list of a pipeline: its jobs, or its trigger jobs. */
export interface ListOfSteps {
  readonly kind: 'jobs' | 'trigger jobs';
  readonly pipelineId: number;
}

/** How far an attempt has come: `waiting` was started by GitLab or a user, `run` has run or ended. */
export const course = { idle: 0, waiting: 1, run: 2 } as const;

/** Of the statuses that an attempt has only once it has begun. */
const courses: ReadonlyMap<string, number> = new Map([
  ['waiting_for_resource', course.waiting],
  ['preparing', course.waiting],
  ['waiting_for_callback', course.waiting],
  ['pending', course.waiting],
  ['running', course.run],
  ['canceling', course.run],
  ['success', course.run],
  ['failed', course.run],
  ['canceled', course.run],
]);

/** The newest attempt at a job or a trigger job. */
export interface StepMark {
  readonly id: number;
  readonly course: number;
  /** The pipeline that it started. */
  readonly startedId: number | undefined;
}

/** What the marks need of a job or a trigger job. */
export type MarkedStep = Pick<Job, 'id' | 'name' | 'status' | 'startedAt'> &
  Pick<Bridge, 'downstream' | 'unreadDownstream'>;

/** Marks for a pipeline as it was when following began, if that is known. */
export function newHighWater(pipeline?: Pick<Pipeline, 'id' | 'updatedAt'>): HighWater {
  const marks: HighWater = { updatedMs: new Map(), steps: new Map() };
  if (pipeline !== undefined) notePipeline(marks, pipeline);
  return marks;
}

/** Marks at the height of a snapshot. */
export function marksOf(snapshot: PipelineSnapshot | undefined): HighWater {
  const marks = newHighWater();
  for (const { node } of snapshot === undefined ? [] : placesOf(snapshot.root)) {
    const pipelineId = node.pipeline.id;
    notePipeline(marks, node.pipeline);
    noteSteps(
      marks,
      { kind: 'jobs', pipelineId },
      node.jobs.map(({ job }) => job),
    );
    noteSteps(
      marks,
      { kind: 'trigger jobs', pipelineId },
      node.bridges.map(({ bridge }) => bridge),
    );
  }
  return marks;
}

/** Notes how new a pipeline is; a time that is missing says nothing. Updates `marks`. */
export function notePipeline(
  { updatedMs }: HighWater,
  { id, updatedAt = '' }: Pick<Pipeline, 'id' | 'updatedAt'>,
): void {
  const givenMs = Date.parse(updatedAt);
  if (givenMs > (updatedMs.get(id) ?? -Infinity)) updatedMs.set(id, givenMs);
}

/** Notes the newest attempts of a complete or incomplete list that is not behind. Updates `marks`. */
export function noteSteps({ steps }: HighWater, list: ListOfSteps, items: readonly MarkedStep[]): void {
  const key = keyOf(list);
  const marks = steps.get(key) ?? new Map<string, StepMark>();
  steps.set(key, marks);
  for (const [name, step] of latestByName(items)) {
    const before = marks.get(name);
    if (before !== undefined && before.id > step.id) continue;
    marks.set(name, markOf(step, before?.id === step.id ? before : undefined));
  }
}

/** The list in words. */
export function wordsFor({ kind, pipelineId }: ListOfSteps): string {
  return `the ${kind} of pipeline ${pipelineId}`;
}

/** What stands for a list in the marks. */
export function keyOf({ kind, pipelineId }: ListOfSteps): string {
  return `${kind} ${pipelineId}`;
}

/** The latest attempt at each, by name. */
export function latestByName(items: readonly MarkedStep[]): ReadonlyMap<string, MarkedStep> {
  const latest = new Map<string, MarkedStep>();
  for (const step of items)
    if (step.id > (latest.get(step.name)?.id ?? -Infinity)) latest.set(step.name, step);
  return latest;
}

function markOf({ id, status, downstream }: MarkedStep, before: StepMark | undefined): StepMark {
  const shown = courses.get(status) ?? course.idle;
  return {
    id,
    course: status === 'skipped' ? course.idle : Math.max(shown, before?.course ?? course.idle),
    startedId: downstream?.pipelineId ?? before?.startedId,
  };
}
