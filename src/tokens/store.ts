import type { Secret } from '../base/secret.js';
import type { OwnedToken, TokenDeps } from './target.js';

/**
 * Writes a token to every store in order; the first failure ends it. Calls `onStored` for each store that has
 * it.
 * @throws {AppError} of the store that failed.
 */
export async function storeToken(
  deps: Pick<TokenDeps<never>, 'onEvent'> & { readonly stores: readonly TokenStore[] },
  token: OwnedToken,
  run: { readonly signal: AbortSignal; readonly onStored?: (store: TokenStore) => void },
): Promise<void> {
  for (const store of deps.stores) {
    run.signal.throwIfAborted();
    const note = await store.store(token.secret, run.signal);
    run.onStored?.(store);
    deps.onEvent({ kind: 'stored', token, where: store.where, note });
  }
}

/** A place that stores a token: a file, a CI secret. */
export interface TokenStore {
  /** Fits after "in": `the file token.txt`, `the secret DEPLOY of octo/app`. */
  readonly where: string;
  /**
   * Stores the token in place of the previous one. Returns a sentence for the user if there is something to
   * know.
   * @throws {AppError} when it fails; the previous content is unchanged.
   * @throws the reason of `signal` when it aborts.
   */
  readonly store: (token: Secret, signal: AbortSignal) => Promise<string | undefined>;
}

/** The output `token` as the token operations see it. */
export interface TokenOutput {
  /**
   * Whether the token is lost if the output fails: there is no other store, or the output goes to a requested
   * file.
   */
  readonly isNeeded: boolean;
  /** Why the output did not receive the token; `undefined` if it did. */
  readonly loss: () => Promise<string | undefined>;
}

/** Why a required output did not receive the token; `undefined` if it did or is not required. */
export async function neededLoss(output: TokenOutput | undefined): Promise<string | undefined> {
  return output?.isNeeded === true ? await output.loss() : undefined;
}
