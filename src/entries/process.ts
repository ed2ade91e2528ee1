import { systemClock } from '../base/clock.js';
import {
  AbortedError,
  AppError,
  type ErrorParts,
  type ExitCode,
  ResultsError,
  exitCodes,
  formatParts,
} from '../base/errors.js';
import type { Host, Log } from '../hosts/host.js';
import { onStopSignal } from '../hosts/process/stop-signals.js';
import { terminalLog } from '../hosts/system.js';
import type { Ending, EntryContext } from '../run/context.js';

/** An entry that is ready to run. */
export interface Entry {
  readonly log: Log;
  readonly run: (context: EntryContext) => Promise<ExitCode>;
  /** Called once at the end, however the run ended, before an error is printed and the process exits. */
  readonly onEnd?: ((ending: Ending) => void) | undefined;
  /**
   * Why messages or printed text were lost, as far as known; called repeatedly until the process exits. At
   * `exit`, what was not written yet is lost too.
   */
  readonly loss?: ((moment?: 'exit') => AppError | undefined) | undefined;
  /** Whether the run ends when the process that started it ends: so it is on a CI. */
  readonly needsParent?: boolean | undefined;
}

/**
 * Launchers such as npx forward a signal that the whole process group has already received, and a terminal
 * whose shell died of it adds another one (SIGHUP). Hosts and users leave more time between two.
 */
const echoMs = 500;

/** A host may stop only the shell that started this process, and no signal reports that. */
const parentPollMs = 1_000;

/**
 * Runs one entry in this process. Sets a failing exit code at once, which stays unless `run` returns another.
 * Handles signals from the first moment. Prints an error once. A promise that never settles ends with a
 * failure, because nothing keeps the process alive.
 */
export function runEntry(load: () => Promise<Entry>): void {
  process.exitCode = exitCodes.internal;
  const stop = new AbortController();
  const forceSignal = new AbortController();
  const parent = process.ppid;
  // One window for all signals: an echo may have another name than the signal that it repeats.
  let heardMs = -Infinity;
  onStopSignal((name) => {
    const nowMs = systemClock.nowMs();
    const isEcho = nowMs - heardMs < echoMs;
    heardMs = nowMs;
    if (isEcho) return;
    // The third signal exits at once.
    if (forceSignal.signal.aborted) {
      fail(stop.signal.reason);
      process.exit();
    }
    (stop.signal.aborted ? forceSignal : stop).abort(new AbortedError(name));
  });
  // Used until the host is known.
  let entry: Pick<Entry, 'log' | 'onEnd' | 'loss'> = { log: terminalLog() };
  const watchParent = (): void => {
    // Where a signal was first, it is the same stop.
    if (process.ppid === parent) void systemClock.schedule(parentPollMs, watchParent, 'idle');
    else if (!stop.signal.aborted) stop.abort(new AbortedError('the end of the process that started it'));
  };
  let isSettled = false;
  const settle = (ending: Ending): void => {
    if (isSettled) return;
    isSettled = true;
    const known = afterLoss(ending, entry);
    process.exitCode = known.exitCode;
    entry.onEnd?.(known);
    // The run's own messages may be what was lost.
    const last = afterLoss(known, entry);
    process.exitCode = last.exitCode;
    if (last.error !== undefined) entry.log.error(messageOf(last.error));
  };
  const fail = (error: unknown): void =>
    settle({ exitCode: exitCodeOf(error), error: error ?? new TypeError('nothing was thrown') });
  process.on('uncaughtException', (error) => {
    // A failure after the end fails the process too.
    if (isSettled) {
      process.exitCode = exitCodes.internal;
      entry.log.error(messageOf(error));
    } else {
      fail(error);
    }
    process.exit();
  });
  process.on('exit', () => {
    fail(new Error('the run ended without a result'));
    if (process.exitCode !== exitCodes.accepted) return;
    // A pipe reports an error later than a file does.
    const error = entry.loss?.('exit');
    if (error === undefined) return;
    process.exitCode = error.exitCode;
    entry.log.error(messageOf(error));
  });
  load()
    .then(async (loaded) => {
      entry = loaded;
      if (loaded.needsParent === true) watchParent();
      const exitCode = await loaded.run({ signal: stop.signal, forceSignal: forceSignal.signal });
      settle({ exitCode, error: undefined });
    })
    .catch(fail);
}

/** A successful run fails if its output was lost. Any other run keeps its own error. */
function afterLoss(ending: Ending, { loss }: Pick<Entry, 'loss'>): Ending {
  const error = ending.exitCode === exitCodes.accepted ? loss?.() : undefined;
  return error === undefined ? ending : { exitCode: error.exitCode, error };
}

function exitCodeOf(error: unknown): ExitCode {
  return error instanceof AppError ? error.exitCode : exitCodes.internal;
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `A bug in this program, not in your pipeline [internal]\n${text}`;
}

/**
 * Runs, and fails if a requested file is missing or incomplete at the end, if later steps read outputs that
 * are not those of the end, or if they get none from a host that has a place for them. A run that fails
 * anyway keeps its own error, and the rest is a warning.
 * @throws {ResultsError} `file_not_written`, `output_lost`.
 */
export async function withFaults(
  { outputs, summary, log }: Pick<Host, 'outputs' | 'summary' | 'log'>,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const faults = (error?: unknown): readonly ErrorParts[] => {
    // The error of requested values that were lost says the same.
    const isSaid = error instanceof ResultsError && error.code === 'output_lost';
    const undelivered = isSaid ? undefined : outputs.undelivered?.();
    return [outputs.stale?.(), undelivered, outputs.fault?.(), summary.fault?.()].filter(
      (fault) => fault !== undefined,
    );
  };
  const warn = (found: readonly ErrorParts[]): void => {
    for (const fault of found) log.warning(formatParts(fault));
  };
  let exitCode: ExitCode;
  try {
    exitCode = await run();
    // Waits for outputs under way. A run that fails does not: it may have to end at once.
    await outputs.lost?.();
  } catch (error) {
    warn(faults(error));
    throw error;
  }
  const [first, ...others] = faults();
  warn(others);
  if (first !== undefined) throw new ResultsError(first);
  return exitCode;
}
