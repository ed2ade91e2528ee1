import { AbortedError, UnreachableError, type AppError } from '../base/app-error.js';
import { sleep, type Clock } from '../base/clock.js';
import { lateSignal } from '../base/late-signal.js';
import { quotedName } from '../base/quoted-name.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import type { Reply } from '../gitlab/reply.js';
import type { TriggerToken } from '../gitlab/trigger-token.js';
import { isOwned, type OwnedToken } from './owned-token.js';
import { isUndone, repeatCall } from './repeat-call.js';
import type { TokenDeps } from './token-admin.js';
import { tokenCallError } from './token-call-error.js';
import { tokenSettings, type TokenScene } from './token-scene.js';

/** A token to be created. */
export interface TokenWish {
  readonly scene: TokenScene;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number | undefined;
  /**
   * Tokens that were there before; one that is not among them and has the description is the new one. Without it, one counts that is no older
   * than the request.
   */
  readonly knownIds?: ReadonlySet<number> | undefined;
  readonly signal: AbortSignal;
}

export interface CreationDeps extends TokenDeps<'createTriggerToken' | 'listTriggerTokens'> {
  /** Hears of the new token before anything is said of it or done with it: the moment to mask it. */
  readonly onToken: (token: OwnedToken) => void;
}

/** When the step is stopped while GitLab is at work, its answer is still worth this long: it says what there is now. */
const answerGraceMs = 1500;
/** When to look for a token whose creation nobody confirmed, counted from the look before. */
const looksAfterMs = [0, 2000, 6000] as const;
/** `Date` counts whole seconds, and the request was a moment under way. */
const clockSlackMs = 3000;

/**
 * Creates one token. The request is repeated only when it certainly did nothing; one that got lost is followed by a look for what it left, because
 * GitLab shows a token to its owner again.
 * @throws {RefusedError} when GitLab said no.
 * @throws {UnreachableError} `token_uncertain` when it got lost and nothing was found: a token may exist.
 * @throws {AbortedError} when the signal aborts.
 */
export async function createToken(deps: CreationDeps, wish: TokenWish): Promise<OwnedToken> {
  const token = await createOrFind(deps, wish);
  if (wish.expiresAtMs !== undefined && token.expiresAt === undefined) {
    deps.onEvent({ kind: 'expiry_ignored', token });
  }
  return token;
}

async function createOrFind(deps: CreationDeps, wish: TokenWish): Promise<OwnedToken> {
  const sentMs = deps.clock.nowMs();
  const reply = await send(deps, wish);
  if (reply.kind === 'ok' && isOwned(reply.value)) {
    deps.onToken(reply.value);
    deps.onEvent({ kind: 'created', token: reply.value });
    return reply.value;
  }
  if (reply.kind !== 'ok' && !isLost(reply)) throw failedCreation(reply, wish);
  const why = whyLost(reply, wish);
  deps.onEvent({ kind: 'answer_lost', why });
  const found = await findNew(deps, { ...wish, sentMs });
  if (found === undefined) throw uncertain(wish, why);
  deps.onToken(found);
  deps.onEvent({ kind: 'found_again', token: found });
  return found;
}

async function send(deps: CreationDeps, wish: TokenWish): Promise<Reply<TriggerToken>> {
  const { gitlab, clock } = deps;
  const { scene, description, expiresAtMs, signal } = wish;
  const call = { project: scene.project, description, expiresAtMs };
  const once = async (): Promise<Reply<TriggerToken>> => {
    signal.throwIfAborted();
    const late = lateSignal(clock, signal, answerGraceMs);
    try {
      return await gitlab.createTriggerToken(call, late.signal);
    } catch (error) {
      throw error instanceof AbortedError ? stoppedHalfway(error, wish) : error;
    } finally {
      late.forget();
    }
  };
  return (await repeatCall(deps, once, { signal, mayRepeat: isUndone })).reply;
}

/** Whether the token may exist although we did not get it. GitLab's own no comes before any work. */
function isLost(reply: FailedReply): boolean {
  if (reply.kind === 'fault') return reply.fault.reached === 'maybe';
  if (reply.kind === 'unreadable') return true;
  const { status } = reply.refusal;
  return (status >= 500 || status === 408) && !isUndone(reply);
}

function whyLost(reply: Reply<TriggerToken>, wish: TokenWish): string {
  if (reply.kind === 'ok') return 'GitLab answered without the whole token';
  return failedCreation(reply, wish).parts.why ?? '';
}

function failedCreation(reply: FailedReply, { scene, description }: TokenWish): AppError {
  return tokenCallError(reply, {
    what: `Cannot create the trigger token ${quotedName(description)} in ${scene.projectName}`,
    scene,
    scope: 'api',
  });
}

/** Looks for the token that the lost request may have left; a list that cannot be read is no answer. */
async function findNew(
  { gitlab, clock }: CreationDeps,
  wish: TokenWish & { readonly sentMs: number },
): Promise<OwnedToken | undefined> {
  const { scene, signal } = wish;
  for (const delayMs of looksAfterMs) {
    await sleep(clock, delayMs, signal);
    const reply = await gitlab.listTriggerTokens({ project: scene.project }, signal);
    if (reply.kind !== 'ok') continue;
    const nowMs = reply.hints.serverTimeMs ?? clock.epochMs();
    const candidates = reply.value.items
      .filter(isOwned)
      .filter((token) => token.description === wish.description && isNew(token, { wish, clock, nowMs }));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) return only;
  }
  return undefined;
}

interface Moment {
  readonly wish: TokenWish & { readonly sentMs: number };
  readonly clock: Pick<Clock, 'nowMs'>;
  /** By the server's clock, milliseconds since 1970. */
  readonly nowMs: number;
}

function isNew({ id, createdAt, lastUsed }: TriggerToken, { wish, clock, nowMs }: Moment): boolean {
  if (wish.knownIds !== undefined) return !wish.knownIds.has(id);
  const ageMs = nowMs - Date.parse(createdAt ?? '');
  return lastUsed === undefined && ageMs <= clock.nowMs() - wish.sentMs + clockSlackMs;
}

function uncertain({ scene, description }: TokenWish, why: string): AppError {
  return new UnreachableError({
    code: 'token_uncertain',
    what: `It is not known whether the trigger token ${quotedName(description)} was created in ${scene.projectName}`,
    why: `${why}. It was looked for and not found, and the request was not repeated, because that could make a second one.`,
    cure: `Look for it at ${tokenSettings(scene)}, and delete it there if nobody uses it, before you create it again.`,
  });
}

function stoppedHalfway({ stopSignal }: AbortedError, { scene, description }: TokenWish): AbortedError {
  return new AbortedError(stopSignal, {
    why: `The request to create the trigger token ${quotedName(description)} was on its way, so the token may exist.`,
    cure: `Look for it at ${tokenSettings(scene)}.`,
  });
}
