import type { Random } from '../base/clock.js';
import { AbortedError } from '../base/errors.js';
import type { Secret, SecretKind } from '../base/secret.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type ConnectionDeps, openGitLab } from '../gitlab/connect.js';
import { namedSecrets, proxySecrets } from '../inputs/secrets.js';
import type { InputTable } from '../inputs/table.js';
import type { Connection, InputSource, TextFiles } from '../model/requests.js';
import { redactedError } from './redacted-error.js';

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
  for (const { secret, kind } of namedSecrets(task.source, task.table)) masker.mask(secret, undefined, kind);
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
    readonly mask: (secret: Secret, origin?: undefined, kind?: SecretKind) => void;
    readonly redact: (text: string) => string;
  };
}
