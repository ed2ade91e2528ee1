import type { ExitCode } from '../base/exit-code.js';

/** What an entry gets from the process that runs it. */
export interface EntryContext {
  /** Aborts, with an `AbortedError` as its reason, at the first SIGINT, SIGTERM or SIGBREAK, or when its terminal is closed: stop, and clean up. */
  readonly signal: AbortSignal;
  /** Aborts at the second, which is no echo of the first: leave the cleaning up. */
  readonly hurry: AbortSignal;
}

/** How an entry came to its end. */
export interface Ending {
  readonly exitCode: ExitCode;
  /** What was thrown; `undefined` when nothing was. */
  readonly error: unknown;
}
