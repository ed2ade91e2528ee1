import type { Secret } from '../base/secret.js';
import { createCallRunner, type RunnerDeps } from './call-runner.js';
import { putSecret, type SecretWritten } from './put-secret.js';
import type { GitHubReply } from './reply.js';
import type { SecretPlace } from './secret-place.js';

/** What to know of a GitHub server to talk to it. */
export interface GitHubSettings {
  /** `https://api.github.com`, or the address of another server's API. Nothing is ever sent to another origin. */
  readonly apiUrl: URL;
  readonly token: Secret;
  readonly requestTimeoutMs: number;
}

/**
 * The calls of GitHub's API that this program makes: no retries, no waiting, no redirects. Every outcome of the network and of GitHub is a value; a
 * method only throws the reason of its `signal`, a `RangeError` for an impossible name, or on a fault of this program.
 */
export interface GitHubClient {
  /**
   * Stores a secret of GitHub Actions: two requests, and up to two more (and one for each 100 selected repositories) for an organization's, whose
   * visibility stays as it is. The value leaves this process sealed for GitHub only.
   * @see https://docs.github.com/en/rest/actions/secrets#create-or-update-a-repository-secret
   */
  readonly putSecret: (
    call: { readonly place: SecretPlace; readonly name: string; readonly value: Secret },
    signal: AbortSignal,
  ) => Promise<GitHubReply<SecretWritten>>;
}

/** The version of the API that this client was written for. @see https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const apiVersion = '2022-11-28';

export function createGitHubClient(deps: RunnerDeps, settings: GitHubSettings): GitHubClient {
  const { apiUrl, token, requestTimeoutMs } = settings;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token.reveal()}`,
    'x-github-api-version': apiVersion,
  };
  const runner = createCallRunner(deps, { apiUrl, headers, requestTimeoutMs });
  return {
    putSecret: async ({ place, name, value }, signal) =>
      putSecret({ runner, apiUrl }, { place, name, text: value.reveal() }, signal),
  };
}
