import { type Job, isTerminalStatus } from '../model/pipeline.js';
import type { PipelineNode, PipelineSnapshot } from '../model/snapshot.js';
import { type UsualLength, medianOf } from './history.js';
import { type PollMoment, type Underway, type Work, unknownLength } from './poll-interval.js';

/** What the time of the next poll depends on, besides the last poll. */
export interface PollKnowledge extends Omit<PollMoment, 'work'> {
  /** The typical duration of each job by name. */
  readonly jobLengths?: ReadonlyMap<string, UsualLength> | undefined;
}

/** Statuses of a job that has not started and will run. */
export const waitingStatuses: ReadonlySet<string> = new Set([
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'scheduled',
]);
/**
 * When nothing runs, the next event (a runner takes a job, GitLab ends the pipeline) mostly comes within
 * seconds.
 */
const idleLength: UsualLength = { medianMs: 4000, lowMs: 444, highMs: 36_000, samples: 0 };
/**
 * How far the duration of a job may differ from that of other jobs of its stage, and of other stages, as a
 * factor.
 */
const sisterFactor = 3;
const stageFactor = 6;

/** What `snapshot` shows about the end of the pipeline; `undefined` before the first successful poll. */
export function pollMomentOf(snapshot: PipelineSnapshot | undefined, known: PollKnowledge): PollMoment {
  const { jobLengths, ...moment } = known;
  if (snapshot === undefined) return moment;
  const work = workOf(pendingNodesOf(snapshot.root), { jobLengths, ageMs: known.ageMs });
  return work === undefined ? moment : { ...moment, work };
}

/** The pipeline itself; once it has ended, those below it that have not. */
function pendingNodesOf(root: PipelineNode): readonly PipelineNode[] {
  if (!isTerminalStatus(root.pipeline.status)) return [root];
  return root.bridges.flatMap(({ downstream }) =>
    downstream === undefined ? [] : pendingNodesOf(downstream),
  );
}

interface Reckoning {
  readonly jobLengths: ReadonlyMap<string, UsualLength> | undefined;
  readonly ageMs: number;
}

function workOf(nodes: readonly PipelineNode[], { jobLengths, ageMs }: Reckoning): Work | undefined {
  const jobs = nodes.flatMap((node) => [
    ...node.jobs.map(({ job }) => job),
    ...node.bridges.map(({ bridge }) => bridge),
  ]);
  if (jobs.length === 0) return undefined;
  const createdAt = nodes[0]?.pipeline.createdAt;
  const since = (time: string | undefined): number => {
    const span = Date.parse(time ?? '') - Date.parse(createdAt ?? '');
    return Number.isNaN(span) ? ageMs : Math.max(ageMs - span, 0);
  };
  const guessLength = createGuesser(jobs);
  const lengthOf = (job: Job): UsualLength => jobLengths?.get(job.name) ?? guessLength(job);

  const failed = jobs.some(({ status, allowFailure }) => status === 'failed' && !allowFailure);
  // After a failure GitLab skips what it has not queued yet.
  const unstarted = jobs.filter(
    ({ status }) => waitingStatuses.has(status) && !(failed && status === 'created'),
  );
  const running = jobs.filter(
    ({ status }) => !waitingStatuses.has(status) && !isTerminalStatus(status) && status !== 'manual',
  );
  const begunStages = new Set(running.map(({ stage }) => stage));
  const underway = [
    ...running.map((job): Underway => ({
      ageMs: job.durationSeconds === undefined ? since(job.startedAt) : job.durationSeconds * 1000,
      length: lengthOf(job),
    })),
    ...unstarted
      .filter(({ stage }) => begunStages.has(stage))
      .map((job): Underway => ({ ageMs: 0, length: lengthOf(job) })),
  ];
  if (underway.length === 0) {
    const lastEnd = jobs.reduce((last, { finishedAt = '' }) => (finishedAt > last ? finishedAt : last), '');
    const length = jobs.some(({ status }) => status === 'manual') ? unknownLength : idleLength;
    underway.push({ ageMs: since(lastEnd === '' ? createdAt : lastEnd), length });
  }
  return {
    running: underway,
    later: inSuccession(
      slowestByStage(
        unstarted.filter(({ stage }) => !begunStages.has(stage)),
        lengthOf,
      ),
    ),
    known: failed || [...running, ...unstarted].every(({ name }) => jobLengths?.has(name) ?? false),
  };
}

/**
 * Estimates from the durations of other jobs of this pipeline: of the same stage if possible, else the
 * slowest. They are collected once, so that thousands of jobs cost no more than one pass over them.
 */
function createGuesser(jobs: readonly Job[]): (job: Job) => UsualLength {
  const lengthsByStage = new Map<string, number[]>();
  let slowestMs = 0;
  for (const { status, stage, durationSeconds = 0 } of jobs) {
    if (status !== 'success' || durationSeconds <= 0) continue;
    const lengths = lengthsByStage.get(stage) ?? [];
    lengths.push(durationSeconds * 1000);
    lengthsByStage.set(stage, lengths);
    slowestMs = Math.max(slowestMs, durationSeconds * 1000);
  }
  const otherwise = slowestMs > 0 ? guess(slowestMs, stageFactor) : unknownLength;
  const guessByStage = new Map(
    [...lengthsByStage].map(([stage, lengths]) => [stage, guess(medianOf(lengths), sisterFactor)] as const),
  );
  return ({ stage }) => guessByStage.get(stage) ?? otherwise;
}

function guess(medianMs: number, factor: number): UsualLength {
  return { medianMs, lowMs: medianMs / factor, highMs: medianMs * factor, samples: 0 };
}

/** Jobs of a stage run in parallel: the slowest one counts. */
function slowestByStage(jobs: readonly Job[], lengthOf: (job: Job) => UsualLength): readonly UsualLength[] {
  const slowest = new Map<string, UsualLength>();
  for (const job of jobs) {
    const length = lengthOf(job);
    if (length.medianMs > (slowest.get(job.stage)?.medianMs ?? 0)) slowest.set(job.stage, length);
  }
  return [...slowest.values()];
}

const plus = (one: number, other: number): number => one + other;

/**
 * The sum of consecutive durations: medians add up; spreads add up like those of independent durations, and
 * fully for guesses, whose errors are correlated.
 */
function inSuccession(lengths: readonly UsualLength[]): UsualLength | undefined {
  const [first, ...others] = lengths;
  if (first === undefined) return undefined;
  return others.reduce((sum, next) => {
    const medianMs = sum.medianMs + next.medianMs;
    const add = next.samples === 0 ? plus : Math.hypot;
    const below = add(sum.medianMs - sum.lowMs, next.medianMs - next.lowMs);
    const above = add(sum.highMs - sum.medianMs, next.highMs - next.medianMs);
    return {
      medianMs,
      lowMs: medianMs - below,
      highMs: medianMs + above,
      samples: Math.min(sum.samples, next.samples),
    };
  }, first);
}
