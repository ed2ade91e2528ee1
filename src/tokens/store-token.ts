import type { OwnedToken } from './owned-token.js';
import type { TokenDeps } from './token-admin.js';
import type { TokenStore } from './token-store.js';

/**
 * Puts a token into every store, in their order; the first that fails ends it. `onStored` hears of each that has it.
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
