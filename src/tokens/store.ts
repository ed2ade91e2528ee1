import type { Secret } from '../base/secret.js';
import type { OwnedToken, TokenDeps } from './target.js';

/**
 * Puts a token into every store, in their order; the first that fails ends it. `onStored` hears of each that
 * has it.
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

/** A place that keeps a token: a file, a secret of a CI. */
export interface TokenStore {
  /** Fits after "in": `the file token.txt`, `the secret DEPLOY of octo/app`. */
  readonly where: string;
  /**
   * Puts the token there, in place of what was there. Gives what people should know about it: a sentence, if
   * there is something.
   * @throws {AppError} when it could not; what was there before still is.
   * @throws the reason of `signal` when it aborts.
   */
  readonly store: (token: Secret, signal: AbortSignal) => Promise<string | undefined>;
}

/** The output `token`, seen by the work with tokens. */
export interface TokenOutput {
  /**
   * Whether a token that does not get there is lost: no other place was named for it, or it is in a file that
   * was asked for.
   */
  readonly isNeeded: boolean;
  /** Why the token that was set has not got there; `undefined` when it has. */
  readonly loss: () => Promise<string | undefined>;
}

/** Why a token has not got where it has to; `undefined` when it has, or need not. */
export async function neededLoss(output: TokenOutput | undefined): Promise<string | undefined> {
  return output?.isNeeded === true ? await output.loss() : undefined;
}
