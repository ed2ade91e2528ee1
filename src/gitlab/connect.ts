import type { Clock } from '../base/clock.js';
import { InputError } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import { withRedactedAnswers } from '../http/headers.js';
import { debugsRequests, proxyProblem } from '../http/proxy.js';
import type { Transport } from '../http/transport.js';
import type { Connection } from '../model/requests.js';
import { type GitLabClient, createGitLabClient } from './client.js';

/** Dependencies for opening a GitLab client. */
export interface ConnectionDeps {
  readonly clock: Clock;
  /** Names the proxies, and settings that would print tokens. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly createTransport: (options: {
    readonly clock: Clock;
    readonly caCertificate: string | undefined;
    readonly environment: ConnectionDeps['environment'];
  }) => Transport;
  /** Removes known secrets from a text. */
  readonly redact: (text: string) => string;
}

/** A GitLab client, with the function that closes its connections. */
export interface OpenGitLab {
  readonly gitlab: GitLabClient;
  readonly close: () => void;
}

/** @throws {InputError} from `checkWay` when the environment does not allow the connection. */
export function openGitLab(
  { clock, environment, createTransport, redact }: ConnectionDeps,
  connection: Connection,
  accessToken: Secret | undefined,
  jobToken?: Secret,
): OpenGitLab {
  checkWay(environment, connection.apiUrl);
  const transport = withRedactedAnswers(
    createTransport({ clock, caCertificate: connection.caCertificate, environment }),
    redact,
  );
  return {
    gitlab: createGitLabClient({ transport, clock }, { connection, accessToken, jobToken }),
    close: () => transport.close(),
  };
}

/**
 * @throws {InputError} when the environment names a proxy for this address that would be silently ignored,
 *   or makes Node print what is sent.
 */
export function checkWay(environment: ConnectionDeps['environment'], url: URL): void {
  const parts = debugsRequests(environment);
  if (parts.length > 0) {
    throw new InputError({
      code: 'invalid_input',
      what: `NODE_DEBUG names ${parts.join(', ')}: Node would print tokens`,
      why: 'With it Node prints the headers of requests, which have the tokens in them, into the log.',
      hint: 'Take it out of the environment of this step, or leave these parts out of it. To see more of a run, switch on the debugging of the CI.',
    });
  }
  const problem = proxyProblem(environment, url);
  if (problem === undefined) return;
  const { variable, why, hint } = problem;
  throw new InputError({ code: 'invalid_input', what: `${variable} cannot be used: ${why}`, hint });
}
