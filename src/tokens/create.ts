import { delayedAbort, sleep } from '../base/clock.js';
import { AbortedError, AppError, ResultsError, UnreachableError } from '../base/errors.js';
import { quotedName } from '../base/text.js';
import { freshText } from '../gitlab/request.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { FailedReply, Reply } from '../gitlab/responses/reply.js';
import { meaningOf } from '../gitlab/responses/response-meaning.js';
import { projectLabel } from '../model/addresses.js';
import type { TriggerToken } from '../model/pipeline.js';
import type { CreateOrder } from '../model/requests.js';
import { restated, sentences, tokenCallError } from './errors.js';
import { type TokenRun, deleteToken } from './operations.js';
import { isUndone, repeatCall } from './retry.js';
import { type TokenOutput, type TokenStore, neededLoss, storeToken } from './store.js';
import { type OwnedToken, type TokenDeps, type TokenScene, isOwned, tokenSettings } from './target.js';

/** The request for a new token. */
export interface TokenRequest {
  readonly scene: TokenScene;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number | undefined;
  /**
   * IDs of the tokens that existed before. A token that is not among them and has the description is the new
   * one. If absent, the tokens are listed first.
   */
  readonly knownIds?: ReadonlySet<number> | undefined;
  readonly signal: AbortSignal;
}

export interface CreationDeps extends TokenDeps<'createTriggerToken' | 'listTriggerTokens'> {
  /** Receives the new token before it is logged or used, so that it can be masked. */
  readonly onToken: (token: OwnedToken) => void;
}

/**
 * If the step is stopped while GitLab processes the request, its response is awaited for this long, because
 * it says what exists now.
 */
const answerGraceMs = 1500;
/** When to search for a token whose creation is unconfirmed, each counted from the search before. */
const searchesAfterMs = [0, 2000, 6000] as const;

/**
 * Creates one token. Repeats the request only if it certainly did nothing. After a lost response it searches
 * for the token, because GitLab shows a token to its owner again.
 * @throws {RefusedError} when GitLab refuses.
 * @throws {UnreachableError} `token_uncertain` when the response is lost and nothing is found: a token may
 *   exist.
 * @throws {AbortedError} when the signal aborts.
 */
export async function createToken(deps: CreationDeps, request: TokenRequest): Promise<OwnedToken> {
  const token = await createOrFind(deps, request);
  if (request.expiresAtMs !== undefined && token.expiresAt === undefined) {
    deps.onEvent({ kind: 'expiry_ignored', token });
  }
  return token;
}

async function createOrFind(deps: CreationDeps, request: TokenRequest): Promise<OwnedToken> {
  const knownIds = request.knownIds ?? (await idsBefore(deps, request));
  const reply = await send(deps, request);
  if (reply.kind === 'ok' && isOwned(reply.value)) {
    deps.onToken(reply.value);
    deps.onEvent({ kind: 'created', token: reply.value });
    return reply.value;
  }
  if (reply.kind !== 'ok' && !isLost(reply)) throw failedCreation(reply, request);
  const lost = describeLoss(reply);
  deps.onEvent({ kind: 'response_lost', why: lost.why });
  const found = knownIds === undefined ? undefined : await findNew(deps, request, knownIds);
  if (found === undefined) {
    const search =
      knownIds === undefined
        ? 'It cannot be told from the tokens that were there before, because GitLab did not list those.'
        : 'It was looked for and not found.';
    throw uncertain(request, lost, search);
  }
  deps.onToken(found);
  deps.onEvent({ kind: 'found_again', token: found });
  return found;
}

/** `undefined` if they cannot be read. The creation request itself shows whether a token can be created. */
async function idsBefore(
  { gitlab, clock }: CreationDeps,
  { scene, signal }: TokenRequest,
): Promise<ReadonlySet<number> | undefined> {
  const fresh = freshText(projectLabel(scene.project), clock);
  const reply = await gitlab.listTriggerTokens({ project: scene.project, fresh }, signal);
  if (reply.kind !== 'ok' || reply.hints.fromCache === true) return undefined;
  if (reply.value.truncated === 'timed_out' || reply.value.unfit !== undefined) return undefined;
  return new Set(reply.value.items.map(({ id }) => id));
}

async function send(deps: CreationDeps, request: TokenRequest): Promise<Reply<TriggerToken>> {
  const { gitlab, clock } = deps;
  const { scene, description, expiresAtMs, signal } = request;
  const call = { project: scene.project, description, expiresAtMs };
  const once = async (): Promise<Reply<TriggerToken>> => {
    signal.throwIfAborted();
    const late = delayedAbort(clock, signal, answerGraceMs);
    try {
      return await gitlab.createTriggerToken(call, late.signal);
    } catch (error) {
      throw error instanceof AbortedError ? stoppedHalfway(error, request) : error;
    } finally {
      late.dispose();
    }
  };
  return (await repeatCall(deps, once, { signal, mayRepeat: isUndone })).reply;
}

/** Whether the token may exist although its response is lost. */
function isLost(reply: FailedReply): boolean {
  return meaningOf('create_token', reply) === 'uncertain';
}

/** Why the result of a request is unknown, and what to do about the server that rejected it. */
interface Loss {
  readonly why: string;
  readonly advice: string;
}

function describeLoss(reply: Reply<TriggerToken>): Loss {
  if (reply.kind === 'ok') return { why: 'GitLab answered without the whole token', advice: '' };
  const { why, hint } = describeReply(reply);
  const isTurnedAway =
    reply.kind === 'unreadable' || (reply.kind === 'refused' && reply.refusal.status < 500);
  return { why, advice: isTurnedAway ? `${hint} ` : '' };
}

function failedCreation(reply: FailedReply, { scene, description }: TokenRequest): AppError {
  return tokenCallError(reply, {
    what: `Cannot create the trigger token ${quotedName(description)} in ${projectLabel(scene.project)}`,
    scene,
    scope: 'api',
  });
}

/** Searches for the token of the lost request. A list that cannot be read decides nothing. */
async function findNew(
  { gitlab, clock }: CreationDeps,
  { scene, description, signal }: TokenRequest,
  knownIds: ReadonlySet<number>,
): Promise<OwnedToken | undefined> {
  for (const delayMs of searchesAfterMs) {
    await sleep(clock, delayMs, signal);
    const fresh = freshText(projectLabel(scene.project), clock);
    const reply = await gitlab.listTriggerTokens({ project: scene.project, fresh }, signal);
    if (reply.kind !== 'ok' || reply.value.unfit !== undefined) continue;
    const candidates = reply.value.items
      .filter(isOwned)
      .filter((token) => token.description === description && !knownIds.has(token.id));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) return only;
  }
  return undefined;
}

function uncertain({ scene, description }: TokenRequest, { why, advice }: Loss, search: string): AppError {
  return new UnreachableError({
    code: 'token_uncertain',
    what: `It is not known whether the trigger token ${quotedName(description)} was created in ${projectLabel(scene.project)}`,
    why: `${why}. ${search} The request was not repeated, because that could make a second one.`,
    hint: `${advice}Look for it at ${tokenSettings(scene)}, and delete it there if it is unused, before you create it again.`,
  });
}

function stoppedHalfway({ stopSignal }: AbortedError, { scene, description }: TokenRequest): AbortedError {
  return new AbortedError(stopSignal, {
    why: `The request to create the trigger token ${quotedName(description)} was on its way, so the token may exist.`,
    hint: `Look for it at ${tokenSettings(scene)}.`,
  });
}

type StoringDeps = CreationDeps &
  TokenDeps<'deleteTriggerToken' | 'fetchTriggerToken'> & {
    readonly stores: readonly TokenStore[];
    readonly output?: TokenOutput | undefined;
  };

/**
 * Creates a token and stores it. Deletes a token that could not be stored anywhere.
 * @throws {AppError} also when the token exists but could not be stored; the message says so.
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

/** Deletes a token that is stored nowhere, and says what exists now. */
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
      what: `There is no new trigger token of ${projectLabel(scene.project)}: no store could take it, so it was deleted again`,
      why: sentences(lost),
      hint: 'Fix that, or give another place (save_to_file, store_command, github_secret), and run the step again.',
    });
  } catch (error) {
    return new ResultsError({
      code: 'token_not_stored',
      what: `Trigger token ${id} of ${projectLabel(scene.project)} exists and works, but no store has it`,
      why: sentences(
        lost,
        'It could not be deleted again',
        error instanceof AppError ? error.parts.what : undefined,
      ),
      hint: `Delete it (operation: delete, trigger_id: ${id}), or at ${tokenSettings(scene)}.`,
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
  const state = `Trigger token ${id} of ${projectLabel(scene.project)} exists and works; ${where}`;
  const remedy = loss === undefined ? 'Store it from there, or delete it' : 'Delete it';
  const advice = `${remedy} (operation: delete, trigger_id: ${id}): running the step again makes another one`;
  const { hint, why } = error.parts;
  return error instanceof AbortedError
    ? new AbortedError(error.stopSignal, { why: sentences(why, state), hint: sentences(advice) })
    : restated(error, { ...error.parts, hint: sentences(hint, state, advice) });
}
