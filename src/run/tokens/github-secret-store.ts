import { type RetryPolicy, retry } from '../../base/retry.js';
import type { Secret } from '../../base/secret.js';
import { placeName, secretPermission } from '../../github/api.js';
import type { GitHubClient } from '../../github/client.js';
import { gitHubErrorOf, isTransient, retryAfterOf } from '../../github/reply.js';
import type { SecretWritten } from '../../github/secrets.js';
import type { GitHubSecretAddress } from '../../model/requests.js';
import type { TokenStore } from '../../tokens/store.js';
import type { RunDeps } from '../context.js';

/**
 * Both tokens work during this, so there is time for a short failure, but not for waiting out an hourly rate
 * limit.
 */
const policy: RetryPolicy = {
  attempts: 4,
  firstPauseMs: 1000,
  maxPauseMs: 8000,
  maxRetryAfterMs: 60_000,
};

/** A secret of GitHub Actions as a store for a token. */
export function githubSecretStore(
  deps: Pick<RunDeps, 'clock' | 'random'> & { readonly github: Pick<GitHubClient, 'putSecret'> },
  { place, name }: GitHubSecretAddress,
): TokenStore {
  const where = `the secret ${name} of ${placeName(place)}`;
  const store = async (token: Secret, signal: AbortSignal): Promise<string | undefined> => {
    const { clock, random } = deps;
    const reply = await retry({
      clock,
      random,
      policy,
      attempt: () => deps.github.putSecret({ place, name, value: token }, signal),
      retryable: (answer) => {
        if (answer.kind === 'ok' || !isTransient(answer)) return undefined;
        const retryAfterMs = retryAfterOf(answer);
        return (retryAfterMs ?? 0) > policy.maxRetryAfterMs ? undefined : { retryAfterMs };
      },
      signal,
    });
    if (reply.kind === 'ok') return noteOf(reply.value);
    throw gitHubErrorOf(reply, {
      what: `Cannot store the token in ${where}`,
      needs: secretPermission(place),
    });
  };
  return { where, store };
}

function noteOf({ change, visibility }: SecretWritten): string | undefined {
  return change === 'created' && visibility === 'selected'
    ? 'It is new, and no repository may read it yet: choose some in the settings of the organization.'
    : undefined;
}
