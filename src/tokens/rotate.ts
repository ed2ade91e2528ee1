import { assertNever } from '../base/assert-never.js';
import { RefusedError, ResultsError, UnreachableError } from '../base/errors.js';
import { quotedName } from '../base/text.js';
import { projectLabel } from '../model/addresses.js';
import type { TriggerToken } from '../model/pipeline.js';
import type { RotateOrder } from '../model/requests.js';
import { type CreationDeps, createToken } from './create.js';
import { sentences } from './errors.js';
import { type TokenList, type TokenRun, deleteToken, listTokens } from './operations.js';
import { type RotationProgress, halfwayError } from './rotation-error.js';
import { type RotationPlan, markedDescription, planRotation } from './rotation-plan.js';
import { type TokenOutput, type TokenStore, neededLoss, storeToken } from './store.js';
import type { OwnedToken, TokenDeps, TokenScene } from './target.js';
import { type ProbeToken, proveToken } from './verify.js';

export interface RotationDeps extends TokenDeps<
  'listTriggerTokens' | 'fetchTriggerToken' | 'createTriggerToken' | 'deleteTriggerToken'
> {
  /** Receives the new token before it is logged or used, so that it can be masked. */
  readonly onToken: CreationDeps['onToken'];
  readonly probe: ProbeToken;
  readonly stores: readonly TokenStore[];
  /** The output to which `onProven` has written the new token. */
  readonly output?: TokenOutput | undefined;
  /** Receives the new token once GitLab accepts it, before it is stored. */
  readonly onProven: (token: OwnedToken, replacedId: number) => void;
}

export type RotationRun = TokenRun & { readonly order: RotateOrder };

type PlanOf<Kind extends RotationPlan['kind']> = Extract<RotationPlan, { readonly kind: Kind }>;

/**
 * Replaces an old token with a new one: creates it, verifies that GitLab accepts it, stores it, and only then
 * deletes the old one. At every moment some token works, and the next run continues a run that was
 * interrupted at any point.
 * @throws {AppError} that says which token works and what to do; `rotation_unfinished` when the new token
 *   already exists.
 */
export async function rotateToken(deps: RotationDeps, run: RotationRun): Promise<void> {
  const { triggerId, description, expires } = run.order;
  const listed = await listTokens(deps, run);
  if (listed.unfit !== undefined) throw notAllRead(listed.unfit, run.scene);
  const request = { triggerId, description, expiresAtMs: expires?.atMs };
  const plan = planRotation({ tokens: listed.items, nowMs: listed.nowMs }, request);
  switch (plan.kind) {
    case 'replace':
      await replace(deps, run, { plan, listed });
      break;
    case 'done_before':
      await finish(deps, run, plan);
      break;
    case 'done_long_ago':
    case 'absent':
    case 'ambiguous':
      throw impossible(plan, run);
    default:
      return assertNever(plan);
  }
}

interface Replacing {
  readonly plan: PlanOf<'replace'>;
  readonly listed: TokenList;
}

async function replace(deps: RotationDeps, run: RotationRun, { plan, listed }: Replacing): Promise<void> {
  const { order, scene, signal } = run;
  const { old } = plan;
  const fate = fateOf(deps, order);
  if (fate === 'delete' && order.keepTriggerId === old.id) throw kept(old, scene);
  const progress = progressOf(deps, { replacedId: old.id, old });
  try {
    const fresh = await freshToken(deps, run, { plan, listed, progress });
    if (old.owner !== fresh.owner) deps.onEvent({ kind: 'owner_changed', from: old, to: fresh });
    await handOver(deps, run, { fresh, progress });
    const stale = plan.stale.filter(({ id }) => id !== fresh.id && id !== order.keepTriggerId);
    // The old token last: while it exists, a repeated run recognizes the tokens that belong together.
    const others = [...stale, old];
    if (fate === 'leave') {
      deps.onEvent({ kind: 'left', tokens: others });
      return;
    }
    for (const token of others) {
      signal.throwIfAborted();
      await deleteToken(deps, { token, gone: 'fine' }, run);
    }
  } catch (error) {
    throw halfwayError(error, scene, progress);
  }
}

/**
 * An earlier run completed the rotation but may have been killed before it stored the token: the same token
 * is stored again.
 */
async function finish(deps: RotationDeps, run: RotationRun, plan: PlanOf<'done_before'>): Promise<void> {
  const { by: fresh, replacedId } = plan;
  const progress = progressOf(deps, { replacedId, old: undefined });
  try {
    take(deps, fresh, progress);
    deps.onEvent({ kind: 'reused', token: fresh });
    await proveToken(deps, fresh, run);
    await handOver(deps, run, { fresh, progress });
  } catch (error) {
    throw halfwayError(error, run.scene, progress);
  }
}

/** A token that GitLab accepts: left by an earlier run, or created now. */
async function freshToken(
  deps: RotationDeps,
  run: RotationRun,
  { plan, listed, progress }: Replacing & { readonly progress: RotationProgress },
): Promise<OwnedToken> {
  const { old, name, reuse } = plan;
  if (reuse !== undefined) {
    take(deps, reuse, progress);
    deps.onEvent({ kind: 'reused', token: reuse });
    await proveToken(deps, reuse, run);
    return reuse;
  }
  const fresh = await createToken(
    { ...deps, onToken: (token) => take(deps, token, progress) },
    {
      scene: run.scene,
      description: markedDescription(name, old.id),
      expiresAtMs: run.order.expires?.atMs,
      knownIds: new Set(listed.items.map(({ id }) => id)),
      signal: run.signal,
    },
  );
  run.signal.throwIfAborted();
  await proveToken(deps, fresh, run);
  return fresh;
}

function take(deps: RotationDeps, token: OwnedToken, progress: RotationProgress): void {
  deps.onToken(token);
  progress.fresh = token;
}

async function handOver(
  deps: RotationDeps,
  { signal }: RotationRun,
  { fresh, progress }: { readonly fresh: OwnedToken; readonly progress: RotationProgress },
): Promise<void> {
  progress.state = 'proven';
  deps.onProven(fresh, progress.replacedId);
  const why = await neededLoss(deps.output);
  if (why !== undefined) {
    progress.state = 'lost';
    throw new ResultsError({
      code: 'token_not_stored',
      what: 'The new token could not be handed over as the output token',
      why: sentences(why),
      hint: 'Fix that, or give another place (save_to_file, store_command, github_secret).',
    });
  }
  await storeToken(deps, fresh, { signal, onStored: ({ where }) => progress.stored.push(where) });
}

function progressOf(
  { stores }: RotationDeps,
  start: Pick<RotationProgress, 'replacedId' | 'old'>,
): RotationProgress {
  const places = stores.map(({ where }) => where);
  return { ...start, places, stored: [], fresh: undefined, state: 'unproven' };
}

/** With the output as the only store, it is unknown whether a later step keeps the new token. */
function fateOf({ stores }: RotationDeps, { deleteOld }: RotateOrder): 'delete' | 'leave' {
  switch (deleteOld) {
    case 'always':
      return 'delete';
    case 'never':
      return 'leave';
    case 'auto':
      return stores.length > 0 ? 'delete' : 'leave';
    default:
      return assertNever(deleteOld);
  }
}

function kept({ id }: TriggerToken, { project }: TokenScene): RefusedError {
  return new RefusedError({
    code: 'token_kept',
    what: `Nothing was changed: rotating would delete trigger token ${id} of ${projectLabel(project)}, which keep_trigger_id keeps`,
    hint: 'Correct keep_trigger_id, or set delete_old to never.',
  });
}

/** An unreadable token may be the one to replace, or an earlier run's. */
function notAllRead(
  { count, why }: NonNullable<TokenList['unfit']>,
  { project }: TokenScene,
): UnreachableError {
  return new UnreachableError({
    code: 'not_gitlab',
    what: `Nothing was rotated: the trigger tokens of ${projectLabel(project)} cannot all be read`,
    why: `${count} of them ${count === 1 ? 'is' : 'are'} not in the form that GitLab sends (${why})`,
    hint: 'Run the step again; if the error persists, look at what stands between here and GitLab.',
  });
}

function impossible(
  plan: PlanOf<'done_long_ago' | 'absent' | 'ambiguous'>,
  { order, scene }: RotationRun,
): RefusedError {
  const wanted =
    order.triggerId === undefined
      ? `a trigger token called ${quotedName(order.description ?? '')}`
      : `trigger token ${order.triggerId}`;
  const what = `Nothing was rotated: ${wanted} of ${projectLabel(scene.project)} cannot be replaced`;
  switch (plan.kind) {
    case 'absent':
      return new RefusedError({
        code: 'token_not_found',
        what,
        why: 'There is no such token: it was deleted, or has expired (GitLab hides those), or it has another description.',
        hint: 'See what there is with operation: list; make the first one with operation: create.',
      });
    case 'ambiguous':
      return new RefusedError({
        code: 'token_ambiguous',
        what,
        why: `There are ${plan.tokens.length} of this name: ${plan.tokens.map(({ id }) => id).join(', ')}.`,
        hint: 'Give the trigger_id of the one to replace, or delete or rename the unused ones.',
      });
    case 'done_long_ago':
      return new RefusedError({
        code: 'token_not_found',
        what,
        why: `Token ${plan.by.id} has replaced it already${creationOf(plan.by)}.`,
        hint: `To replace that one, give trigger_id: ${plan.by.id}. For a schedule give description instead of trigger_id: the description stays, the id changes with every rotation.`,
      });
    default:
      return assertNever(plan);
  }
}

function creationOf({ createdAt, owner }: TriggerToken): string {
  const when = createdAt === undefined ? '' : `, created ${createdAt}`;
  return owner === undefined ? when : `${when} (owner: ${owner})`;
}
