import { ResultsError } from '../../base/errors.js';
import { type RetryPolicy, retry } from '../../base/retry.js';
import type { Secret } from '../../base/secret.js';
import {
  type CommandFailure,
  type SecretCommand,
  pipeSecret,
  printsSecret,
} from '../../hosts/secret-command.js';
import type { StoreCommand } from '../../model/requests.js';
import type { TokenStore } from '../../tokens/store.js';
import type { RunDeps } from '../context.js';

/** A secret manager may give the old value for a moment after it has taken the new one. */
const verifyPolicy: RetryPolicy = {
  attempts: 4,
  firstPauseMs: 1000,
  maxPauseMs: 4000,
  maxRetryAfterMs: 4000,
};

/**
 * A command of the user, as a place for a token. The token counts as stored when `store` ends with exit code
 * 0 and, where there is `verify`, that prints the same token.
 */
export function createCommandStore(
  { clock, random, redact }: Pick<RunDeps, 'clock' | 'random'> & Pick<SecretCommand, 'redact'>,
  { store, verify, timeoutMs }: StoreCommand,
): TokenStore {
  const failed = (input: string, { why }: CommandFailure): ResultsError => notStored(`${input} ${why}`);
  return {
    where: 'the place of store_command',
    store: async (token: Secret, signal: AbortSignal) => {
      const run = { timeoutMs, clock, signal, redact };
      const failure = await pipeSecret({ ...run, line: store }, token);
      if (failure !== undefined) throw failed('store_command', failure);
      if (verify === undefined) return undefined;
      const verdict = await retry({
        clock,
        random,
        policy: verifyPolicy,
        attempt: async () => await printsSecret({ ...run, line: verify }, token),
        retryable: (result) => (result === 'same' ? undefined : {}),
        signal,
      });
      if (verdict === 'same') return undefined;
      throw verdict === 'other'
        ? notStored('verify_command printed something else than the new token')
        : failed('verify_command', verdict);
    },
  };
}

function notStored(what: string): ResultsError {
  return new ResultsError({
    code: 'token_not_stored',
    what: `The new token is not stored: ${what}`,
    hint: 'Run the command by hand with another text on its standard input, and fix it; then run the step again.',
  });
}
