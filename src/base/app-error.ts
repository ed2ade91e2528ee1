import type { ErrorCode } from './error-code.js';
import { exitCodes, type ExitCode } from './exit-code.js';

/** The three parts of every message: what failed and on what, why (in GitLab's own words where it has some), what to do. */
export interface ErrorParts {
  readonly code: ErrorCode;
  readonly what: string;
  readonly why?: string | undefined;
  readonly cure?: string | undefined;
  readonly cause?: unknown;
}

/** The only kind of error that this program throws on purpose; its `message` holds the three parts, a line or more each. */
export abstract class AppError extends Error {
  abstract readonly exitCode: ExitCode;
  readonly code: ErrorCode;
  readonly parts: ErrorParts;

  constructor(parts: ErrorParts) {
    super(formatParts(parts), parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = new.target.name;
    this.code = parts.code;
    this.parts = parts;
  }
}

/** The parts as a text of several lines, as in the message of an error. */
export function formatParts({ code, what, why, cure }: ErrorParts): string {
  const lines = [`${what} [${code}]`];
  if (why !== undefined) lines.push(`Why: ${why}`);
  if (cure !== undefined) lines.push(`What to do: ${cure}`);
  return lines.join('\n');
}

/** The user's mistake: nothing was sent. */
export class InputError extends AppError {
  readonly exitCode = exitCodes.invalidInput;
}

/** The pipeline ended in an outcome that the user does not accept. */
export class OutcomeError extends AppError {
  readonly exitCode = exitCodes.notAccepted;
}

/** GitLab said no, and would say so again. */
export class RefusedError extends AppError {
  readonly exitCode = exitCodes.refused;
}

/** GitLab could not be reached, or gave no answer that can be used. */
export class UnreachableError extends AppError {
  readonly exitCode = exitCodes.unreachable;
}

/** Our own patience ended. */
export class TimeoutError extends AppError {
  readonly exitCode = exitCodes.timeout;
}

/** The outcome is accepted, but a result that was asked for could not be brought back. */
export class ResultsError extends AppError {
  readonly exitCode = exitCodes.resultsIncomplete;
}

/** The signals that stop a step: what a person's Ctrl+C, a runner or an operating system send; or the program that called the library. */
export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGBREAK' | 'SIGHUP' | 'AbortSignal';

/** Somebody stopped us. */
export class AbortedError extends AppError {
  readonly exitCode: typeof exitCodes.interrupted | typeof exitCodes.terminated;
  readonly stopSignal: StopSignal;

  constructor(stopSignal: StopSignal, parts: Pick<ErrorParts, 'why' | 'cure' | 'cause'> = {}) {
    super({ code: 'aborted', what: `Stopped by ${stopSignal}`, ...parts });
    this.stopSignal = stopSignal;
    this.exitCode = stopSignal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
  }
}
