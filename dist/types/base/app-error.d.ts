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
export declare abstract class AppError extends Error {
    abstract readonly exitCode: ExitCode;
    readonly code: ErrorCode;
    readonly parts: ErrorParts;
    constructor(parts: ErrorParts);
}
/** The parts as a text of several lines, as in the message of an error. */
export declare function formatParts({ code, what, why, cure }: ErrorParts): string;
/** The user's mistake: nothing was sent. */
export declare class InputError extends AppError {
    readonly exitCode: 2;
}
/** The pipeline ended in an outcome that the user does not accept. */
export declare class OutcomeError extends AppError {
    readonly exitCode: 1;
}
/** GitLab said no, and would say so again. */
export declare class RefusedError extends AppError {
    readonly exitCode: 3;
}
/** GitLab could not be reached, or gave no answer that can be used. */
export declare class UnreachableError extends AppError {
    readonly exitCode: 4;
}
/** Our own patience ended. */
export declare class TimeoutError extends AppError {
    readonly exitCode: 5;
}
/** The outcome is accepted, but a result that was asked for could not be brought back. */
export declare class ResultsError extends AppError {
    readonly exitCode: 6;
}
/** The signals that stop a step: what a person's Ctrl+C, a runner or an operating system send; or the program that called the library. */
export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGBREAK' | 'SIGHUP' | 'AbortSignal';
/** Somebody stopped us. */
export declare class AbortedError extends AppError {
    readonly exitCode: typeof exitCodes.interrupted | typeof exitCodes.terminated;
    readonly stopSignal: StopSignal;
    constructor(stopSignal: StopSignal, parts?: Pick<ErrorParts, 'why' | 'cure' | 'cause'>);
}
