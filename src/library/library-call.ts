import { AbortedError } from '../base/app-error.js';
import type { Secret } from '../base/secret.js';
import type { GitLabClient } from '../gitlab/gitlab-client.js';
import type { InputSource } from '../inputs/input-source.js';
import type { InputTable } from '../inputs/input-table.js';
import { proxySecrets } from '../inputs/proxy-secrets.js';
import { secretTexts } from '../inputs/secret-texts.js';
import type { Connection } from '../inputs/trigger-request.js';
import type { LibraryDeps } from './library-deps.js';
import { openGitLab } from './open-gitlab.js';
import { redactedError } from './redacted-error.js';

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
      stop.forget();
      close();
    },
  };
}

/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given: AbortSignal | undefined): {
  readonly signal: AbortSignal;
  readonly forget: () => void;
} {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(new AbortedError('AbortSignal', { cause: given?.reason }));
  if (given?.aborted === true) onAbort();
  else given?.addEventListener('abort', onAbort, { once: true });
  return { signal: stop.signal, forget: () => given?.removeEventListener('abort', onAbort) };
}
