import type { Secret } from '../base/secret.js';
import { type GitHubClient, createGitHubClient } from '../github/client.js';
import { checkWay } from '../gitlab/connect.js';
import { withRedactedAnswers } from '../http/headers.js';
import type { RunDeps } from './context.js';

/** A GitHub client, with the function that closes its connections. */
export interface OpenGitHub {
  readonly github: GitHubClient;
  readonly close: () => void;
}

/** Settings for opening a GitHub client. */
export interface GitHubWay {
  readonly apiUrl: URL;
  readonly token: Secret;
  readonly caCertificate: string | undefined;
  readonly requestTimeoutMs: number;
}

/** @throws {InputError} from `checkWay` when the environment does not allow the connection. */
export function openGitHub(deps: RunDeps, { caCertificate, ...settings }: GitHubWay): OpenGitHub {
  checkWay(deps.environment, settings.apiUrl);
  const { clock } = deps;
  const transport = withRedactedAnswers(
    deps.createTransport({ clock, caCertificate, environment: deps.environment }),
    deps.host.masker.redact,
  );
  return { github: createGitHubClient({ transport, clock }, settings), close: () => transport.close() };
}
