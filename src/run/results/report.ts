import { withTimeout } from '../../base/clock.js';
import { mapInParallel } from '../../base/parallel.js';
import { type LogSource, logSourcesOf } from '../../logs/log-entry.js';
import { tailOf } from '../../logs/tail.js';
import { failuresOf } from '../../model/failures.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { Verdict } from '../../model/verdict.js';
import { tailTitle } from '../../report/job-logs.js';
import { type ReportedOutcome, nameLabel } from '../../report/labels.js';
import { formatSummary } from '../../report/summary/summary.js';
import type { FoundTests } from '../../results/fetch-tests.js';
import type { FollowRun } from '../follow-context.js';
import { detailsWithinMs } from './time.js';

/** What the report is about. */
export interface ReportedEnd {
  readonly outcome: ReportedOutcome;
  readonly pipeline: Pipeline;
  readonly snapshot: PipelineSnapshot | undefined;
  readonly elapsedMs: number;
  readonly tests?: FoundTests | undefined;
  readonly grounds?: Verdict['grounds'];
  readonly externalStatuses?: Verdict['externalStatuses'];
  readonly retries?: Verdict['retries'];
}

type LogTails = ReadonlyMap<number, readonly string[]>;

/** Maximum number of failed jobs whose log ends are shown; the others are listed with their links. */
const mostTails = 20;
const parallelRequests = 4;

/**
 * Prints the last lines of failed jobs and writes the report. Failures are logged and change nothing else.
 * Logs that take longer than `withinMs` are skipped.
 * @throws the reason of `run.signal` when it aborts.
 */
export async function writeReport(
  run: FollowRun,
  ending: ReportedEnd,
  withinMs: number = detailsWithinMs,
): Promise<void> {
  const { deps, signal } = run;
  const logTails = await withTimeout({ clock: deps.clock, signal, afterMs: withinMs }, (cutSignal) =>
    printTails(run, ending.snapshot, cutSignal),
  );
  if (logTails === 'timed_out')
    deps.host.log.warning('Logs took too long to read; the report does not include them.');
  await writeSummary(run, ending, logTails === 'timed_out' ? undefined : logTails);
}

/** Writes the report from what is known, without requests to GitLab. */
export async function writeSummary(
  { deps, report }: Pick<FollowRun, 'deps' | 'report'>,
  ending: ReportedEnd,
  logTails: LogTails = new Map(),
): Promise<void> {
  if (!report.summary) return;
  const { redact } = deps.host.masker;
  const isWritten = await deps.host.summary.write(formatSummary({ ...ending, logTails, redact }));
  if (!isWritten) deps.host.log.warning('The report could not be written.');
}

async function printTails(
  { deps, gitlab, report }: FollowRun,
  snapshot: PipelineSnapshot | undefined,
  signal: AbortSignal,
): Promise<LogTails> {
  if (snapshot === undefined || report.logs === 'none') return new Map();
  const { log } = deps.host;
  const failedIds = new Set(failuresOf(snapshot.root).failed.map(({ job }) => job.id));
  const failed = logSourcesOf(snapshot).filter(({ job }) => failedIds.has(job.id));
  const read = async (source: LogSource) => {
    const { project, job } = source;
    const wanted = { project, jobId: job.id, lines: report.logLines };
    return { source, tail: await tailOf({ gitlab, ...deps }, wanted, signal) };
  };
  const tails = await mapInParallel(failed.slice(0, mostTails), parallelRequests, read);
  const lines = new Map<number, readonly string[]>();
  const errors = new Set<string>();
  for (const { source, tail } of tails) {
    if (tail.kind === 'unavailable') {
      errors.add(
        tail.concerns === 'all_logs'
          ? `Logs cannot be read: ${tail.why}`
          : `The log of ${nameLabel(source.job.name)} cannot be read: ${tail.why}`,
      );
      continue;
    }
    lines.set(source.job.id, tail.lines);
    // With `logs: all`, they have already been printed.
    if (report.logs === 'failed') {
      log.group(tailTitle(source, { shown: tail.lines.length, omitted: tail.omitted }), tail.lines);
    }
  }
  for (const failure of errors) log.info(failure);
  if (failed.length > mostTails)
    log.info(`The logs of ${failed.length - mostTails} more failed jobs are not shown.`);
  return lines;
}
