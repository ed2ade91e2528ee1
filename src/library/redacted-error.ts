import { AbortedError, AppError } from '../base/app-error.js';
import { redactedLine } from '../base/foreign-text.js';

/** Errors that are the cause of one another, so many at most. */
const mostCauses = 10;

/** Longer texts are cut off; none of ours is. */
const mostCharacters = 10_000;

/**
 * The same error, as whoever called may show or log it: its message, parts, stack, and those of its causes, without secrets. What a program gave as the
 * reason of its own abort stays as it is.
 */
export function redactedError(error: unknown, redact: (text: string) => string, depth = 0): unknown {
  if (typeof error === 'string') return redact(error);
  if (!isError(error) || depth > mostCauses) return depth > mostCauses ? undefined : error;
  const lines = (text: string): string =>
    redact(text)
      .split('\n')
      .map((line) => indentOf(line) + redactedLine(line, redact, mostCharacters))
      .join('\n');
  if (error instanceof AppError) {
    const { parts } = error;
    overwrite(error, 'parts', {
      ...parts,
      what: lines(parts.what),
      ...(parts.why === undefined ? {} : { why: lines(parts.why) }),
      ...(parts.cure === undefined ? {} : { cure: lines(parts.cure) }),
      ...(parts.cause === undefined || error instanceof AbortedError
        ? {}
        : { cause: redactedError(parts.cause, redact, depth + 1) }),
    });
  }
  const { message, stack } = error;
  overwrite(error, 'message', lines(message));
  // It repeats the message as it was, over several lines.
  if (stack !== undefined) overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
  if ('cause' in error && error.cause !== undefined && !(error instanceof AbortedError)) {
    overwrite(error, 'cause', redactedError(error.cause, redact, depth + 1));
  }
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === 'string' && redact(value) !== value) overwrite(error, name, redact(value));
  }
  return error;
}

/** Errors of other realms are no instances of ours. */
function isError(value: unknown): value is Error {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

/** As far as the object lets us. */
function overwrite(error: Error, name: string, value: unknown): void {
  const enumerable = Object.getOwnPropertyDescriptor(error, name)?.enumerable ?? false;
  Reflect.defineProperty(error, name, { value, enumerable, writable: true, configurable: true });
}
