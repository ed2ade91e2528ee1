import { RefusedError } from '../base/errors.js';
import { quotedName } from '../base/text.js';
import { projectLabel } from '../model/addresses.js';
import type { Paged, TriggerToken } from '../model/pipeline.js';
import { tokenCallError } from './errors.js';
import { repeatCall } from './retry.js';
import type { TokenDeps, TokenScene } from './target.js';

/** One operation and its target. */
export interface TokenRun {
  readonly scene: TokenScene;
  readonly signal: AbortSignal;
}

/** All trigger tokens of the project, and the server's time when they were read (milliseconds since 1970). */
export interface TokenList extends Paged<TriggerToken> {
  readonly nowMs: number;
}

/** @throws {AppError} when they cannot be read. */
export async function listTokens(
  deps: TokenDeps<'listTriggerTokens'>,
  { scene, signal }: TokenRun,
): Promise<TokenList> {
  const call = { project: scene.project };
  const { reply } = await repeatCall(deps, () => deps.gitlab.listTriggerTokens(call, signal), { signal });
  if (reply.kind === 'ok') {
    return { ...reply.value, nowMs: reply.hints.serverTimeMs ?? deps.clock.epochMs() };
  }
  const what = `Cannot list the trigger tokens of ${projectLabel(scene.project)} on ${scene.gitlabUrl}`;
  throw tokenCallError(reply, { what, scene, scope: 'read_api' });
}

/** @throws {AppError} when it cannot be read. */
export async function fetchToken(
  deps: TokenDeps<'fetchTriggerToken'>,
  triggerId: number,
  { scene, signal }: TokenRun,
): Promise<TriggerToken> {
  const call = { project: scene.project, triggerId };
  const { reply } = await repeatCall(deps, () => deps.gitlab.fetchTriggerToken(call, signal), { signal });
  if (reply.kind === 'ok') return reply.value;
  const what = `Cannot read trigger token ${triggerId} of ${projectLabel(scene.project)} on ${scene.gitlabUrl}`;
  throw tokenCallError(reply, { what, scene, scope: 'read_api', triggerId });
}

/** Changes the description of a token. @throws {AppError} when the change cannot be confirmed. */
export async function renameToken(
  deps: TokenDeps<'updateTriggerToken'>,
  order: { readonly triggerId: number; readonly description: string },
  { scene, signal }: TokenRun,
): Promise<TriggerToken> {
  const call = { project: scene.project, ...order };
  const { reply } = await repeatCall(deps, () => deps.gitlab.updateTriggerToken(call, signal), { signal });
  if (reply.kind === 'ok') return reply.value;
  const what = `Cannot rename trigger token ${order.triggerId} of ${projectLabel(scene.project)}`;
  throw tokenCallError(reply, { what, scene, scope: 'api', triggerId: order.triggerId });
}

/**
 * Deletes a token permanently. A token that is already gone counts as deleted if `gone` says so, or if an
 * earlier request of this step may have deleted it.
 * @throws {AppError} when the deletion cannot be confirmed.
 */
export async function deleteToken(
  deps: TokenDeps<'deleteTriggerToken' | 'fetchTriggerToken'>,
  order: { readonly token: TriggerToken; readonly gone: 'fine' | 'refused' },
  { scene, signal }: TokenRun,
): Promise<void> {
  const { token, gone } = order;
  const call = { project: scene.project, triggerId: token.id };
  const { reply, earlier } = await repeatCall(deps, () => deps.gitlab.deleteTriggerToken(call, signal), {
    signal,
  });
  if (reply.kind !== 'ok') {
    const what = `Cannot delete trigger token ${token.id} ${quotedName(token.description)} of ${projectLabel(scene.project)}`;
    const error = tokenCallError(reply, { what, scene, scope: 'api', triggerId: token.id });
    const mayBeGone = error.code === 'token_not_found' && (gone === 'fine' || earlier === 'lost');
    // One odd response is not enough to report that a credential is gone.
    if (!mayBeGone || !(await isAbsent(deps, call, signal))) throw error;
  }
  deps.onEvent({ kind: 'deleted', token });
}

async function isAbsent(
  { gitlab }: TokenDeps<'fetchTriggerToken'>,
  call: { readonly project: TokenScene['project']; readonly triggerId: number },
  signal: AbortSignal,
): Promise<boolean> {
  const reply = await gitlab.fetchTriggerToken(call, signal);
  return reply.kind === 'refused' && reply.refusal.speaker === 'gitlab' && reply.refusal.status === 404;
}

/** @throws {RefusedError} `not_confirmed` when `confirm` names another token. */
export function checkConfirmed(token: TriggerToken, confirm: string, { project }: TokenScene): void {
  if (confirm === String(token.id) || confirm === token.description.trim()) return;
  throw new RefusedError({
    code: 'not_confirmed',
    what: `Nothing was deleted: confirm does not name trigger token ${token.id} of ${projectLabel(project)}`,
    why: `confirm is ${quotedName(confirm)}, and the token is called ${quotedName(token.description)}.`,
    hint: `If this is the token to delete, confirm with its id (${token.id}) or its whole description; if not, correct trigger_id.`,
  });
}
