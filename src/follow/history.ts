import { mapInParallel } from '../base/parallel.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { Job, Pipeline } from '../model/pipeline.js';

/** A typical duration and its spread. Eight of ten runs take from `lowMs` to `highMs`. */
export interface UsualLength {
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  /** The number of runs that it is computed from; 0 for a guess. */
  readonly samples: number;
}

/** Reading the history costs requests. A pipeline that ends before this age needs fewer without it. */
export const askAfterMs = 20_000;
/** How many recent successful pipelines give the typical duration of each job, at one request each. */
export const jobLengthRuns = 2;

/**
 * With fewer successful runs than this, failed ones count too: they are often shorter, but better than
 * nothing.
 */
const enoughSamples = 3;
/** The assumed spread between runs (standard deviation of the logarithm) before any is measured. */
const priorSpread = 0.15;
/** The assumed spread counts as much as this number of measured runs. */
const priorWeight = 4;
/** Converts the median absolute deviation to a standard deviation. */
const madToDeviation = 1.4826;
/** Nine of ten runs of a normal distribution lie below this many standard deviations. */
const ninthTenth = 1.2816;

/**
 * The typical duration of these pipelines from creation to the last update, the only times in GitLab's list.
 * A job that was retried days later makes a duration too long; medians keep a few such runs harmless. Returns
 * `undefined` when none of them has ended.
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

/** The typical duration of each job by name, from the successful jobs of recent pipelines. */
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

/** The rest of the typical duration; `undefined` when it is unknown or over. */
export function remainingMs(usual: UsualLength | undefined, ageMs: number): number | undefined {
  return usual !== undefined && ageMs < usual.medianMs ? usual.medianMs - ageMs : undefined;
}

/** The median of `numbers`; `NaN` if there are none. */
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

/** The part of the GitLab client that reads past pipelines. */
export type HistoryReader = Pick<GitLabClient, 'listPipelines' | 'fetchJobs'>;

/** How long pipelines like this one take. */
export interface UsualHistory {
  readonly usual: UsualLength | undefined;
  /** By the name of the job. */
  readonly jobLengths: ReadonlyMap<string, UsualLength>;
}

/** Enough for a median, and GitLab's default page: one request. */
const recentPipelines = 20;

/**
 * Reads the recent pipelines of the same ref and source, and the jobs of the last few that succeeded. What
 * cannot be read stays unknown and only makes the poll timing less precise.
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
