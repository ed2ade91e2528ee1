import type { Secret } from '../base/secret.js';
import { type GitHubClient, createGitHubClient } from '../github/client.js';
import { checkWay } from '../gitlab/connect.js';
import { withRedactedAnswers } from '../http/headers.js';
import type { RunDeps } from './context.js';

/** A way to GitHub, to be closed. */
export interface OpenGitHub {
  readonly github: GitHubClient;
  readonly close: () => void;
}

/** What to know of the way. */
export interface GitHubWay {
  readonly apiUrl: URL;
  readonly token: Secret;
  readonly caCertificate: string | undefined;
  readonly requestTimeoutMs: number;
}

/** @throws {InputError} when the environment does not allow it: `checkWay`. */
export function openGitHub(deps: RunDeps, { caCertificate, ...settings }: GitHubWay): OpenGitHub {
  checkWay(deps.environment, settings.apiUrl);
  const { clock } = deps;
  const transport = withRedactedAnswers(
    deps.createTransport({ clock, caCertificate, environment: deps.environment }),
    deps.host.masker.redact,
  );
  return { github: createGitHubClient({ transport, clock }, settings), close: () => transport.close() };
}
