import { AbortedError, AppError, ResultsError } from '../base/app-error.js';
import type { CreateOrder } from '../inputs/tokens-request.js';
import { createToken, type CreationDeps } from './create-token.js';
import { deleteToken, type TokenRun } from './manage-tokens.js';
import type { OwnedToken } from './owned-token.js';
import { retold, sentences } from './retold.js';
import { storeToken } from './store-token.js';
import type { TokenDeps } from './token-admin.js';
import { neededLoss, type TokenOutput } from './token-output.js';
import { tokenSettings, type TokenScene } from './token-scene.js';
import type { TokenStore } from './token-store.js';

type StoringDeps = CreationDeps &
  TokenDeps<'deleteTriggerToken' | 'fetchTriggerToken'> & {
    readonly stores: readonly TokenStore[];
    readonly output?: TokenOutput | undefined;
  };

/**
 * Creates a token and puts it where it is to go. One that nobody got is deleted again.
 * @throws {AppError} also when the token exists but could not be stored, and says so.
 */
export async function createAndStore(
  deps: StoringDeps,
  run: TokenRun & { readonly order: CreateOrder },
): Promise<OwnedToken> {
  const { order, scene, signal } = run;
  const { description, expires } = order;
  const token = await createToken(deps, { scene, description, expiresAtMs: expires?.atMs, signal });
  const why = await neededLoss(deps.output);
  if (why !== undefined) throw await takenBack(deps, run, { token, why });
  try {
    await storeToken(deps, token, { signal });
  } catch (error) {
    throw notStored(error, token, { scene, loss: await deps.output?.loss() });
  }
  return token;
}

/** Deletes a token that is nowhere, and says what there is now. */
async function takenBack(
  deps: StoringDeps,
  run: TokenRun,
  { token, why }: { readonly token: OwnedToken; readonly why: string },
): Promise<ResultsError> {
  const { id } = token;
  const { scene } = run;
  const lost = `The output token could not be handed over: ${why}`;
  try {
    await deleteToken(deps, { token, gone: 'fine' }, run);
    return new ResultsError({
      code: 'token_not_stored',
      what: `There is no new trigger token of ${scene.projectName}: nobody could get it, so it was deleted again`,
      why: sentences(lost),
      cure: 'Mend that, or give another place (save_to_file, github_secret), and run the step again.',
    });
  } catch (error) {
    return new ResultsError({
      code: 'token_not_stored',
      what: `Trigger token ${id} of ${scene.projectName} exists and works, and nobody has it`,
      why: sentences(
        lost,
        'It could not be deleted again',
        error instanceof AppError ? error.parts.what : undefined,
      ),
      cure: `Delete it (operation: delete, trigger_id: ${id}), or at ${tokenSettings(scene)}.`,
    });
  }
}

function notStored(
  error: unknown,
  { id }: OwnedToken,
  { scene, loss }: { readonly scene: TokenScene; readonly loss: string | undefined },
): unknown {
  if (!(error instanceof AppError)) return error;
  const where = loss === undefined ? 'the output token has it' : `the output token does not have it: ${loss}`;
  const state = `Trigger token ${id} of ${scene.projectName} exists and works; ${where}`;
  const remedy = loss === undefined ? 'Store it from there, or delete it' : 'Delete it';
  const advice = `${remedy} (operation: delete, trigger_id: ${id}): running the step again makes another one`;
  const { cure, why } = error.parts;
  return error instanceof AbortedError
    ? new AbortedError(error.stopSignal, { why: sentences(why, state), cure: sentences(advice) })
    : retold(error, { ...error.parts, cure: sentences(cure, state, advice) });
}
