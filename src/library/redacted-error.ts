import { AbortedError, AppError, type ErrorParts } from '../base/errors.js';
import { isError, shownTexts, wordsOfError } from '../base/foreign-error.js';
import { redactedLine } from '../base/text.js';

/** Maximum length of a chain of causes. */
const mostCauses = 10;

/** Longer texts are truncated; none of ours is. */
const mostCharacters = 10_000;

/**
 * An error, safe for the caller to show or log: ours stays the same object, with its message, parts and
 * stack, and those of its causes, without secrets. Any other error is replaced by a copy that has only its
 * words, because it may carry what was sent or received. The caller's own abort reason stays unchanged.
 */
export function redactedError(error: unknown, redact: (text: string) => string, depth = 0): unknown {
  if (typeof error === 'string') return redact(error);
  if (depth > mostCauses) return undefined;
  const lines = (text: string): string =>
    redact(text)
      .split('\n')
      .map((line) => indentOf(line) + redactedLine(line, redact, mostCharacters))
      .join('\n');
  if (!(error instanceof AppError)) {
    if (isError(error)) return wordsOfError(error, lines);
    return depth === 0 ? error : undefined;
  }
  const { cause } = error;
  const isKept = error instanceof AbortedError;
  const causePart =
    cause === undefined ? {} : { cause: isKept ? cause : redactedError(cause, redact, depth + 1) };
  const known: Readonly<Record<string, unknown>> = {
    ...shownTexts(error, lines),
    ...causePart,
    parts: { ...shownParts(error.parts, lines), ...causePart },
  };
  for (const name of Reflect.ownKeys(error)) {
    if (typeof name === 'string' && Object.hasOwn(known, name)) continue;
    const value: unknown = Reflect.get(error, name);
    if (typeof name === 'symbol' || redact(name) !== name || isCarrier(value)) {
      Reflect.deleteProperty(error, name);
    } else if (typeof value === 'string' && redact(value) !== value) overwrite(error, name, redact(value));
  }
  for (const [name, value] of Object.entries(known)) overwrite(error, name, value);
  return error;
}

function shownParts({ code, what, why, hint }: ErrorParts, shown: (text: string) => string): ErrorParts {
  return {
    code,
    what: shown(what),
    ...(why === undefined ? {} : { why: shown(why) }),
    ...(hint === undefined ? {} : { hint: shown(hint) }),
  };
}

/** Whether a value can have others inside. */
function isCarrier(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

/** Overwrites a member, if the object allows it. */
function overwrite(error: Error, name: string, value: unknown): void {
  const enumerable = Object.getOwnPropertyDescriptor(error, name)?.enumerable ?? false;
  Reflect.defineProperty(error, name, { value, enumerable, writable: true, configurable: true });
}
