import { mapInParallel } from '../base/parallel.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { Job, Pipeline } from '../model/pipeline.js';

/**
 * How long something usually takes, and how sure that is. Eight of ten runs take from `lowMs` to `highMs`.
 */
export interface UsualLength {
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  /** How many runs that is read from; 0 for a guess. */
  readonly samples: number;
}

/** Asking what is usual costs requests; a pipeline that ends before this age is cheaper to follow without. */
export const askAfterMs = 20_000;
/** The jobs of so many recent successful pipelines tell the usual length of each job; a request each. */
export const jobLengthRuns = 2;

/**
 * With fewer successful runs than this, failed ones count too: they are often shorter, but better than
 * nothing.
 */
const enoughSamples = 3;
/**
 * How much one run differs from the next (standard deviation of the logarithm) before there is anything to
 * learn it from.
 */
const priorSpread = 0.15;
/** As many runs as it takes to believe the measured spread as much as the assumed one. */
const priorWeight = 4;
/** Makes the middle distance from the median comparable with a standard deviation. */
const madToDeviation = 1.4826;
/** Nine of ten runs of a normal distribution lie below this many standard deviations. */
const ninthTenth = 1.2816;

/**
 * How long these pipelines usually took, from creation to the last update, which is all that GitLab's list
 * tells. A job that was retried days later makes that too long: medians are used throughout, so that a few
 * such do no harm. Gives `undefined` when none of them has ended.
 */
export function usualLengthOf(
  pipelines: readonly Pick<Pipeline, 'status' | 'createdAt' | 'updatedAt'>[],
): UsualLength | undefined {
  const lengthsOf = (...statuses: readonly string[]): readonly number[] =>
    pipelines
      .filter(({ status }) => statuses.includes(status))
      .map(({ createdAt, updatedAt }) => Date.parse(updatedAt ?? '') - Date.parse(createdAt ?? ''));
  const successful = usualOf(lengthsOf('success'));
  if (successful !== undefined && successful.samples >= enoughSamples) return successful;
  return usualOf(lengthsOf('success', 'failed'));
}

/**
 * How long each job usually takes, by name, from the jobs of recent pipelines; only successful jobs count.
 */
export function usualJobLengthsOf(
  runs: readonly (readonly Pick<Job, 'name' | 'status' | 'durationSeconds'>[])[],
): ReadonlyMap<string, UsualLength> {
  const lengthsByName = new Map<string, number[]>();
  for (const { name, status, durationSeconds } of runs.flat()) {
    if (status !== 'success' || durationSeconds === undefined) continue;
    const lengths = lengthsByName.get(name) ?? [];
    lengths.push(durationSeconds * 1000);
    lengthsByName.set(name, lengths);
  }
  const usual = new Map<string, UsualLength>();
  for (const [name, lengths] of lengthsByName) {
    const length = usualOf(lengths);
    if (length !== undefined) usual.set(name, length);
  }
  return usual;
}

/** What is left of the usual length; `undefined` when that is unknown or over. */
export function remainingMs(usual: UsualLength | undefined, ageMs: number): number | undefined {
  return usual !== undefined && ageMs < usual.medianMs ? usual.medianMs - ageMs : undefined;
}

/** The middle of `numbers`; `NaN` when there are none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}

function usualOf(lengths: readonly number[]): UsualLength | undefined {
  const logs = lengths.filter((length) => length > 0 && Number.isFinite(length)).map(Math.log);
  const samples = logs.length;
  if (samples === 0) return undefined;
  const middle = medianOf(logs);
  const measured = madToDeviation * medianOf(logs.map((log) => Math.abs(log - middle)));
  const variance = (samples * measured ** 2 + priorWeight * priorSpread ** 2) / (samples + priorWeight);
  // The median of a few runs is itself uncertain.
  const deviation = Math.sqrt(variance * (1 + 1 / samples));
  const at = (deviations: number): number =>
    Math.max(Math.round(Math.exp(middle + deviations * deviation)), 1);
  return { medianMs: at(0), lowMs: at(-ninthTenth), highMs: at(ninthTenth), samples };
}

/** The part of GitLab that tells what was. */
export type HistoryReader = Pick<GitLabClient, 'listPipelines' | 'fetchJobs'>;

/** How long pipelines like this one take. */
export interface UsualHistory {
  readonly usual: UsualLength | undefined;
  /** By the name of the job. */
  readonly jobLengths: ReadonlyMap<string, UsualLength>;
}

/** Enough for a median; GitLab's default page, one request. */
const recentPipelines = 20;

/**
 * Reads the recent pipelines of the same ref and source, and the jobs of the last few that succeeded. What
 * cannot be read is not known: it only makes the timing of looks less clever.
 * @throws the reason of `signal` when it aborts.
 */
export async function fetchHistory(
  gitlab: HistoryReader,
  { pipeline, signal }: { readonly pipeline: Pipeline; readonly signal: AbortSignal },
): Promise<UsualHistory> {
  const project: ProjectAddress = { kind: 'id', id: pipeline.projectId };
  const filters = { ref: pipeline.ref, source: pipeline.source, perPage: recentPipelines };
  const listed = await gitlab.listPipelines({ project, filters }, signal);
  if (listed.kind !== 'ok') return { usual: undefined, jobLengths: new Map() };
  const others = listed.value.filter(({ id }) => id !== pipeline.id);
  const passed = others.filter(({ status }) => status === 'success').slice(0, jobLengthRuns);
  const runs = await mapInParallel(passed, jobLengthRuns, async ({ id }) => {
    const jobs = await gitlab.fetchJobs({ project, pipelineId: id }, signal);
    return jobs.kind === 'ok' ? jobs.value.items : [];
  });
  return { usual: usualLengthOf(others), jobLengths: usualJobLengthsOf(runs) };
}
