import type { Random } from '../base/clock.js';
import { AbortedError, AppError } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import { redactedLine } from '../base/text.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type ConnectionDeps, openGitLab } from '../gitlab/connect.js';
import { proxySecrets, secretTexts } from '../inputs/secrets.js';
import type { InputTable } from '../inputs/table.js';
import type { Connection, InputSource, TextFiles } from '../model/requests.js';

/** Errors that are the cause of one another, so many at most. */
const mostCauses = 10;

/** Longer texts are cut off; none of ours is. */
const mostCharacters = 10_000;

/**
 * The same error, as whoever called may show or log it: its message, parts, stack, and those of its causes,
 * without secrets. What a program gave as the reason of its own abort stays as it is.
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
      ...(parts.hint === undefined ? {} : { hint: lines(parts.hint) }),
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

/** A call while it runs. */
export interface OpenCall {
  readonly gitlab: GitLabClient;
  /** Aborts, with an `AbortedError`, when the caller's signal does. */
  readonly signal: AbortSignal;
  readonly close: () => void;
  /** What was thrown, as the caller may have it: it may repeat words of the server, and those our secrets. */
  readonly shown: (error: unknown) => unknown;
  /** The same for a text. */
  readonly redact: (text: string) => string;
}

/** What a call is made with. */
export interface CallTask {
  readonly source: InputSource;
  readonly table: InputTable;
  readonly connection: Connection;
  readonly accessToken: Secret | undefined;
  /** Reads where there is no access token. */
  readonly jobToken?: Secret | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when the environment does not allow it: `checkWay`.
 */
export function openCall(deps: LibraryDeps, task: CallTask): OpenCall {
  const masker = deps.createMasker();
  for (const secret of secretTexts(task.source, task.table)) masker.mask(secret);
  for (const secret of proxySecrets(deps.environment)) masker.mask(secret);
  const { connection, accessToken, jobToken } = task;
  const way = { ...deps, redact: masker.redact };
  const { gitlab, close } = openGitLab(way, connection, accessToken, jobToken);
  const stop = stopOf(task.signal);
  return {
    gitlab,
    signal: stop.signal,
    shown: (error) => redactedError(error, masker.redact),
    redact: masker.redact,
    close: () => {
      stop.dispose();
      close();
    },
  };
}

/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given: AbortSignal | undefined): {
  readonly signal: AbortSignal;
  readonly dispose: () => void;
} {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(new AbortedError('AbortSignal', { cause: given?.reason }));
  if (given?.aborted === true) onAbort();
  else given?.addEventListener('abort', onAbort, { once: true });
  return { signal: stop.signal, dispose: () => given?.removeEventListener('abort', onAbort) };
}

/** Everything outside that a call touches. */
export interface LibraryDeps extends Omit<ConnectionDeps, 'redact'> {
  readonly files: TextFiles;
  readonly random: Random;
  /** Secrets of one call, and texts without them. */
  readonly createMasker: () => {
    readonly mask: (secret: Secret) => void;
    readonly redact: (text: string) => string;
  };
}
