import { AbortedError, AppError } from '../base/app-error.js';
import { systemClock } from '../base/clock.js';
import { exitCodes, type ExitCode } from '../base/exit-code.js';
import type { Log } from '../hosts/ports.js';
import { terminalLog } from '../hosts/terminal.js';

/** What an entry gets from the process that runs it. */
export interface EntryContext {
  /** Aborts, with an `AbortedError` as its reason, at the first SIGINT, SIGTERM or SIGBREAK: stop, and clean up. */
  readonly signal: AbortSignal;
  /** Aborts at the second, which is no echo of the first: leave the cleaning up. */
  readonly hurry: AbortSignal;
}

/** An entry, ready to run. */
export interface Entry {
  readonly log: Log;
  readonly run: (context: EntryContext) => Promise<ExitCode>;
}

const signalNames = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** Launchers such as npx pass on a signal that everybody in the group got already; hosts and people leave more time between two. */
const echoMs = 500;

/**
 * Runs one entry in this process. The exit code is red from the first moment and stays so unless `run` gives another; signals are handled from
 * the first moment. An error is printed once. A promise that never settles ends red, because nothing keeps the process alive.
 */
export function runEntry(load: () => Promise<Entry>): void {
  process.exitCode = exitCodes.internal;
  const stop = new AbortController();
  const hurry = new AbortController();
  for (const name of signalNames) {
    let heardMs = -Infinity;
    process.on(name, () => {
      const nowMs = systemClock.nowMs();
      const isEcho = nowMs - heardMs < echoMs;
      heardMs = nowMs;
      if (isEcho) return;
      // The third means that nobody waits for us any longer.
      if (hurry.signal.aborted) process.exit(exitCodeOf(stop.signal.reason));
      (stop.signal.aborted ? hurry : stop).abort(new AbortedError(name));
    });
  }
  // Used until the host is known.
  let log: Log = terminalLog();
  let isSettled = false;
  const fail = (error: unknown): void => {
    isSettled = true;
    process.exitCode = exitCodeOf(error);
    log.error(messageOf(error));
  };
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  process.on('exit', () => {
    if (!isSettled) fail(new Error('the run ended without a result'));
  });
  load()
    .then(async (entry) => {
      log = entry.log;
      const exitCode = await entry.run({ signal: stop.signal, hurry: hurry.signal });
      isSettled = true;
      process.exitCode = exitCode;
    })
    .catch(fail);
}

function exitCodeOf(error: unknown): ExitCode {
  return error instanceof AppError ? error.exitCode : exitCodes.internal;
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `A fault of this program, not of your pipeline [internal]\n${text}`;
}
