import { assertNever } from '../base/assert-never.js';
import {
  OutcomeError,
  TimeoutError,
  UnreachableError,
  type AppError,
  type ErrorParts,
} from '../base/app-error.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/foreign-text.js';
import type { Verdict } from '../follow/verdict.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import { jobLabel, listLabel } from './job-label.js';
import { failuresOf, listJobs, type FailedJob } from './listed-job.js';
import { phraseOf } from './outcome-phrase.js';

/** So many failed jobs are named in a message; the rest is counted. Runners cut a message at 4,096 characters: with the limits below it stays under 4,000. */
const maxNamedJobs = 5;

const maxUrlCharacters = 200;

/**
 * The last line of a run that was followed, e.g. `Pipeline 257 passed after 1m02s`, or
 * `Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit)`.
 */
export function verdictSentence(verdict: Verdict): string {
  const { outcome, pipeline, elapsedMs } = verdict;
  const sentence = `Pipeline ${pipeline.id} ${phraseOf(outcome)} after ${formatDuration(elapsedMs)}`;
  if (outcome === 'success') return sentence;
  const { failed, total } = blamedJobs(verdict);
  if (failed.length === 0) return sentence;
  const names = listLabel(
    failed.map(({ path, job }) => cleanLine(jobLabel({ path, name: job.name }), 40)),
    maxNamedJobs,
  );
  const allowed = outcome === 'warnings' ? ', which is allowed' : '';
  return `${sentence}: ${failed.length} of ${total} ${total === 1 ? 'job' : 'jobs'} failed${allowed} (${names})`;
}

/**
 * The error for a verdict that fails the step; `undefined` when the outcome is among those that `accept` lists. Its message names the first failed
 * jobs, links them, and has fewer than 4,000 characters.
 */
export function verdictError(verdict: Verdict, accept: ReadonlySet<string>): AppError | undefined {
  const { outcome, pipeline, limit = 'timeout' } = verdict;
  const what = verdictSentence(verdict);
  const link = `Open ${cleanLine(pipeline.webUrl, maxUrlCharacters)}`;
  const status = cleanLine(pipeline.status, 60);
  switch (outcome) {
    case 'timeout':
      return new TimeoutError({
        code: 'wait_timeout',
        what,
        why: paragraph(`Its status was '${status}' when ${limit} was over.`, openJobLines(verdict)),
        cure: `Raise ${limit}, or find out what it waits for. ${link}`,
      });
    case 'outage':
      return new UnreachableError({
        code: 'outage',
        what,
        why: `GitLab gave no usable answer for the whole of outage_timeout; the last status seen was '${status}'.`,
        cure: `The pipeline may still be running. ${link}`,
      });
    case 'success':
    case 'warnings':
    case 'failed':
    case 'canceled':
    case 'skipped':
    case 'manual':
      if (accept.has(outcome)) return undefined;
      return new OutcomeError({
        code: 'outcome_not_accepted',
        what,
        why: paragraph(
          `The outcome '${outcome}' is not one of those accepted here: ${[...accept].join(', ')}.`,
          failureLines(verdict),
        ),
        cure:
          outcome === 'manual' ? `A manual job blocks the pipeline until somebody plays it. ${link}` : link,
      });
    default:
      return assertNever(outcome);
  }
}

/** What a person must know when we were stopped while the pipeline was running. */
export function leftRunning(pipeline: Pipeline): Pick<ErrorParts, 'why' | 'cure'> {
  return {
    why: `Pipeline ${pipeline.id} was left running.`,
    cure: `Cancel it in GitLab if nobody needs it: ${cleanLine(pipeline.webUrl, 2000)}`,
  };
}

/** The failed jobs that explain the outcome: those that may not fail, or for `warnings` those that may. */
function blamedJobs({ outcome, snapshot }: Verdict): {
  readonly failed: readonly FailedJob[];
  readonly total: number;
} {
  if (snapshot === undefined) return { failed: [], total: 0 };
  const { failed, total } = failuresOf(snapshot.root);
  return { failed: failed.filter(({ allowed }) => allowed === (outcome === 'warnings')), total };
}

function failureLines(verdict: Verdict): readonly string[] {
  const { pipeline, snapshot, outcome } = verdict;
  const { failed } = blamedJobs(verdict);
  if (failed.length > 0) return firstLines(failed.map(failureLine));
  if (pipeline.yamlErrors !== undefined) return [`GitLab says: ${cleanLine(pipeline.yamlErrors, 500)}`];
  if (outcome !== 'manual' || snapshot === undefined) return [];
  const manual = listJobs(snapshot.root).filter(({ job }) => job.status === 'manual' && !job.allowFailure);
  return firstLines(manual.map(failureLine));
}

function openJobLines({ snapshot }: Verdict): readonly string[] {
  if (snapshot === undefined) return [];
  return firstLines(
    listJobs(snapshot.root)
      .filter(({ job }) => job.status === 'running' || job.status === 'pending')
      .map(failureLine),
  );
}

function failureLine({ path, job, attempt }: Pick<FailedJob, 'path' | 'job' | 'attempt'>): string {
  const label = cleanLine(jobLabel({ path, name: job.name, attempt }), 100);
  const reason = cleanLine((job.status === 'failed' ? job.failureReason : undefined) ?? job.status, 40);
  // Half an address leads nowhere.
  const url = job.webUrl.length > maxUrlCharacters ? '' : ` ${cleanLine(job.webUrl, maxUrlCharacters)}`;
  return `${label} (stage ${cleanLine(job.stage, 40)}): ${reason}${url}`;
}

function firstLines(lines: readonly string[]): readonly string[] {
  const more = lines.length - maxNamedJobs;
  return more > 0 ? [...lines.slice(0, maxNamedJobs), `and ${more} more`] : lines;
}

/** A foreign name never begins a line. */
function paragraph(sentence: string, lines: readonly string[]): string {
  return [sentence, ...lines.map((line) => `  - ${line}`)].join('\n');
}
