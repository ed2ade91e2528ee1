import {
  RefusedError,
  ResultsError,
  UnreachableError,
  type AppError,
  type ErrorParts,
} from '../base/app-error.js';

/** The same kind of error, and so the same exit code, in other words. */
export function retold(error: AppError, parts: ErrorParts): AppError {
  if (error instanceof UnreachableError) return new UnreachableError(parts);
  return error instanceof ResultsError ? new ResultsError(parts) : new RefusedError(parts);
}

/** Texts one after another, each ended as a sentence; those that are not there are left out. */
export function sentences(...texts: readonly (string | undefined)[]): string {
  return texts
    .flatMap((text) => (text === undefined || text === '' ? [] : [/[.!?]$/.test(text) ? text : `${text}.`]))
    .join(' ');
}
