import { AbortedError, AppError } from '../base/app-error.js';
import type { CreateOrder } from '../inputs/tokens-request.js';
import { createToken, type CreationDeps } from './create-token.js';
import type { TokenRun } from './manage-tokens.js';
import type { OwnedToken } from './owned-token.js';
import { retold, sentences } from './retold.js';
import { storeToken } from './store-token.js';
import type { TokenScene } from './token-scene.js';
import type { TokenStore } from './token-store.js';

/**
 * Creates a token and puts it where it is to go.
 * @throws {AppError} also when the token exists but could not be stored, and says so.
 */
export async function createAndStore(
  deps: CreationDeps & { readonly stores: readonly TokenStore[] },
  { order, scene, signal }: TokenRun & { readonly order: CreateOrder },
): Promise<OwnedToken> {
  const { description, expires } = order;
  const token = await createToken(deps, { scene, description, expiresAtMs: expires?.atMs, signal });
  try {
    await storeToken(deps, token, { signal });
  } catch (error) {
    throw notStored(error, token, scene);
  }
  return token;
}

function notStored(error: unknown, { id }: OwnedToken, { projectName }: TokenScene): unknown {
  if (!(error instanceof AppError)) return error;
  const state = `Trigger token ${id} of ${projectName} exists and works; the output token has it`;
  const advice = `Store it from there, or delete it (operation: delete, trigger_id: ${id}): running the step again makes another one`;
  const { cure, why } = error.parts;
  return error instanceof AbortedError
    ? new AbortedError(error.stopSignal, { why: sentences(why, state), cure: sentences(advice) })
    : retold(error, { ...error.parts, cure: sentences(cure, state, advice) });
}
