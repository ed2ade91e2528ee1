import type { Random } from '../base/clock.js';
import { AbortedError, AppError } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import { redactedLine } from '../base/text.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type ConnectionDeps, openGitLab } from '../gitlab/connect.js';
import { proxySecrets, secretTexts } from '../inputs/secrets.js';
import type { InputTable } from '../inputs/table.js';
import type { Connection, InputSource, TextFiles } from '../model/requests.js';

/** Maximum length of a chain of causes. */
const mostCauses = 10;

/** Longer texts are truncated; none of ours is. */
const mostCharacters = 10_000;

/**
 * The same error, safe for the caller to show or log: its message, parts and stack, and those of its causes,
 * without secrets. The caller's own abort reason stays unchanged.
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
  // The stack repeats the unredacted message, over several lines.
  if (stack !== undefined) overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
  if ('cause' in error && error.cause !== undefined && !(error instanceof AbortedError)) {
    overwrite(error, 'cause', redactedError(error.cause, redact, depth + 1));
  }
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === 'string' && redact(value) !== value) overwrite(error, name, redact(value));
  }
  return error;
}

/** Errors of other realms are not instances of our `Error`. */
function isError(value: unknown): value is Error {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

/** Overwrites a member, if the object allows it. */
function overwrite(error: Error, name: string, value: unknown): void {
  const enumerable = Object.getOwnPropertyDescriptor(error, name)?.enumerable ?? false;
  Reflect.defineProperty(error, name, { value, enumerable, writable: true, configurable: true });
}

/** A call in progress. */
export interface OpenCall {
  readonly gitlab: GitLabClient;
  /** Aborts with an `AbortedError` when the caller's signal does. */
  readonly signal: AbortSignal;
  readonly close: () => void;
  /** An error as the caller may see it: it may repeat the server's words, which may contain our secrets. */
  readonly shown: (error: unknown) => unknown;
  /** The same for a text. */
  readonly redact: (text: string) => string;
}

/** What a call needs. */
export interface CallTask {
  readonly source: InputSource;
  readonly table: InputTable;
  readonly connection: Connection;
  readonly accessToken: Secret | undefined;
  /** Used for reads if there is no access token. */
  readonly jobToken?: Secret | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Opens the GitLab client for one call; the caller closes it.
 * @throws {InputError} from `checkWay` when the environment does not allow the connection.
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

/** Converts any abort reason to the one kind that is used inside. */
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

/** All external dependencies of a call. */
export interface LibraryDeps extends Omit<ConnectionDeps, 'redact'> {
  readonly files: TextFiles;
  readonly random: Random;
  /** The secrets of one call, and the function that removes them from texts. */
  readonly createMasker: () => {
    readonly mask: (secret: Secret) => void;
    readonly redact: (text: string) => string;
  };
}
