import { AbortedError, RefusedError } from '../base/errors.js';
import { followPipeline } from '../follow/follow-pipeline.js';
import { createLogFollower } from '../logs/follow-logs.js';
import { type LogBlock, logSourcesOf } from '../logs/log-entry.js';
import { type BesideReader, createBesideReader } from '../logs/read-beside.js';
import type { ProgressEvent } from '../model/events.js';
import { isTerminalStatus } from '../model/pipeline.js';
import type { CancelReason } from '../model/requests.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import { type Verdict, isAccepted, mayRunAgain } from '../model/verdict.js';
import { logGroupsOf } from '../report/job-logs.js';
import { lineOf } from '../report/log-lines.js';
import { lastOutputs, verdictOutputs } from '../report/outputs.js';
import { type TableSpace, emptyTable, tableAfter } from '../report/progress-table.js';
import { testAnnotations } from '../report/tests.js';
import { verdictError, verdictSentence } from '../report/verdict-message.js';
import { abortRun } from './abort.js';
import { cancelPipelines } from './cancel-pipelines.js';
import { type RunDeps, setOutputs } from './context.js';
import type { FollowRun } from './follow-context.js';
import { keepHeapSmall } from './heap.js';
import { type ReportedEnd, writeReport, writeSummary } from './results/report.js';
import { resultsParts, runResults } from './results/results.js';
import { saveSettled } from './saved-run.js';

/**
 * Follows a pipeline to its verdict: logs changes, prints job logs, sets outputs, writes the report, and
 * cancels as `cancel_on` asks.
 * @throws {AppError} unless the outcome is accepted. The caller prints the error.
 */
export async function followToVerdict(run: FollowRun): Promise<void> {
  const { deps, pipeline, follow, report } = run;
  const startMs = deps.clock.nowMs();
  const logs = report.logs === 'all' ? readLogsBeside(run) : undefined;
  await keepHeapSmall();
  const watched = await watch({ ...run, logs });
  if (watched.kind === 'verdict') {
    await conclude({ ...run, logs }, watched.verdict);
    return;
  }
  await logs?.stop();
  const { error, snapshot, isRetried } = watched;
  if (error instanceof AbortedError) {
    const elapsedMs = deps.clock.nowMs() - startMs;
    throw await abortRun(
      { ...run, cancelOn: follow.cancelOn, reader: readerOf(run) },
      { pipeline, snapshot, isRetried, elapsedMs, error },
    );
  }
  if (error instanceof RefusedError) {
    setOutputs(deps, { ...lastOutputs(snapshot?.root.pipeline ?? pipeline, snapshot), outcome: 'outage' });
  }
  saveSettled(deps);
  throw error;
}

/** With `downstream: ignore` what is below is left alone. */
function readerOf({ follow, gitlab }: FollowRun): FollowRun['gitlab'] | undefined {
  return follow.downstream === 'ignore' ? undefined : gitlab;
}

/** How following ended: with a verdict, or with an error and the last snapshot. */
type Watched =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | {
      readonly kind: 'error';
      readonly error: unknown;
      readonly snapshot: PipelineSnapshot | undefined;
      /** Whether GitLab was asked to retry jobs since then. */
      readonly isRetried: boolean;
    };

/** A run that may also print the logs of all jobs. */
interface WatchedRun extends FollowRun {
  readonly logs: BesideReader | undefined;
}

/** Logs events until there is a verdict. Never throws. */
async function watch({
  deps,
  gitlab,
  pipeline,
  follow: request,
  signal,
  logs,
}: WatchedRun): Promise<Watched> {
  let snapshot: PipelineSnapshot | undefined;
  let isRetried = false;
  const { log, masker } = deps.host;
  const progress = createProgressLog(log.info, { lineCells: deps.lineCells?.(), redact: masker.redact });
  try {
    const retryJob: typeof gitlab.retryJob = async (call, cutSignal) => {
      isRetried = true;
      return await gitlab.retryJob(call, cutSignal);
    };
    const events = followPipeline(
      { ...deps, gitlab: { ...gitlab, retryJob }, debug: log.debug },
      { pipeline, request, signal },
    );
    for (;;) {
      const { done, value } = await events.next();
      if (done === true) {
        deps.watch?.({ kind: 'ended', elapsedMs: value.elapsedMs, verdict: value });
        return { kind: 'verdict', verdict: value };
      }
      deps.watch?.(value);
      if (value.kind === 'snapshot') {
        snapshot = value.snapshot;
        if (!isTerminalStatus(snapshot.root.pipeline.status)) isRetried = false;
        progress.see(value.snapshot);
        logs?.see(logSourcesOf(value.snapshot));
      } else {
        progress.add(value);
      }
    }
  } catch (error) {
    return { kind: 'error', error, snapshot, isRetried };
  } finally {
    progress.flush();
  }
}

function readLogsBeside({ deps, gitlab, signal }: FollowRun): BesideReader {
  const { clock } = deps;
  const follower = createLogFollower({ gitlab, clock });
  return createBesideReader({ follower, clock, signal, show: (block) => printLog(deps, block) });
}

function printLog({ host }: RunDeps, block: LogBlock): void {
  for (const { title, lines } of logGroupsOf(block)) {
    if (lines.length === 0) host.log.info(title);
    else host.log.group(title, lines);
  }
}

/**
 * Everything after the verdict. An abort during this does not change the verdict; `runResults` reports the
 * results that it prevented.
 * @throws {AppError} when the step fails.
 */
async function conclude(run: WatchedRun, verdict: Verdict): Promise<void> {
  const { deps, follow, logs } = run;
  setOutputs(deps, verdictOutputs(verdict));
  const accepted = isAccepted(verdict, follow.accept);
  run.feedback.end({ kind: 'ended', ...verdict, accepted });
  const reason = accepted ? undefined : reasonToCancel(verdict);
  if (reason !== undefined && follow.cancelOn.has(reason))
    await cancelPipelines({ ...run, reader: readerOf(run) }, [verdict]);
  saveSettled(deps);
  await logs?.finish();
  const { tests, error: resultsError, leftMs } = await runResults(run, { verdict, accepted }, resultsParts);
  const level = accepted && resultsError === undefined ? 'warning' : 'error';
  for (const annotation of testAnnotations(tests?.failed ?? []))
    deps.host.log.annotation?.({ level, ...annotation });
  run.feedback.addTests(tests && { ...tests.counts, suites: tests.suites });
  await reportInTime(run, { ...verdict, tests }, leftMs);
  if (!accepted) throw verdictError(verdict, follow.accept);
  deps.host.log.info(verdictSentence(verdict));
  if (resultsError !== undefined) throw resultsError;
}

/** An abort while details are read does not affect the verdict: the report is written without the details. */
async function reportInTime(run: FollowRun, ending: ReportedEnd, withinMs: number): Promise<void> {
  try {
    await writeReport(run, ending, withinMs);
  } catch (error) {
    if (!(error instanceof AbortedError)) throw error;
    await writeSummary(run, ending);
  }
}

/**
 * The reason to cancel a pipeline that is not accepted and may still be running; `undefined` if there is no
 * reason or nothing left to cancel.
 */
function reasonToCancel({ outcome, snapshot, pipeline, retries = [] }: Verdict): CancelReason | undefined {
  if (outcome === 'outage') return undefined;
  const below = snapshot === undefined ? [] : placesOf(snapshot.root).map(({ node }) => node.pipeline);
  const isOver = [pipeline, ...below].every(({ status }) => isTerminalStatus(status));
  if (isOver && !retries.some(mayRunAgain)) return undefined;
  return outcome === 'timeout' ? 'timeout' : 'failure';
}

/** Logs the changes of a pipeline in aligned lines. */
export interface ProgressLog {
  readonly add: (event: ProgressEvent) => void;
  /** A poll succeeded. */
  readonly see: (snapshot: PipelineSnapshot) => void;
  /** Logs the events that were held back. */
  readonly flush: () => void;
}

/**
 * The events of a poll arrive before its snapshot. They are held back until the snapshot arrives right after
 * them, because it has all names and so the width of the table.
 */
export function createProgressLog(say: (line: string) => void, space: TableSpace): ProgressLog {
  let table = emptyTable(space);
  let held: readonly ProgressEvent[] = [];
  const flush = (): void => {
    const lines = held.map((event) => lineOf(event, table));
    held = [];
    for (const line of lines) say(line);
  };
  return {
    add: (event) => {
      held = [...held, event];
      if (held.every(({ kind }) => kind !== 'job_changed' && kind !== 'pipeline_changed')) flush();
    },
    see: (snapshot) => {
      table = tableAfter(table, snapshot);
      flush();
    },
    flush,
  };
}
