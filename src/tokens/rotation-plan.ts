import type { TriggerToken } from '../model/pipeline.js';
import { type OwnedToken, isOwned } from './target.js';

/** What the description of a token tells of rotations. */
export interface RotationMark {
  /** The description without marks. */
  readonly name: string;
  /** Id of the token in whose place this one was made. */
  readonly replaces: number | undefined;
}

/** The mark stands at the end of the description, in plain words, because people read it in GitLab's list. */
const [markStart, markEnd] = ['(replaces ', ')'];
const mostDigits = 15;

export function readRotationMark(description: string): RotationMark {
  let name = description;
  let replaces: number | undefined;
  // A token that was replaced itself may have kept its mark.
  for (let found = markAtEndOf(name); found !== undefined; found = markAtEndOf(name)) {
    replaces ??= found.id;
    name = name.slice(0, found.start);
  }
  return { name: name.trim(), replaces };
}

/**
 * Where the mark that ends a text begins, with the blanks in front of it. Read from the end: nothing is
 * looked at twice, whatever stands before.
 */
function markAtEndOf(text: string): { readonly start: number; readonly id: number } | undefined {
  if (!text.endsWith(markEnd)) return undefined;
  const end = text.length - markEnd.length;
  const at = text.lastIndexOf(markStart, end);
  const digits = at < 0 ? '' : text.slice(Math.max(at + markStart.length, end - mostDigits - 1), end);
  if (at + markStart.length + digits.length !== end || !/^[1-9]\d{0,14}$/.test(digits)) return undefined;
  return { start: text.slice(0, at).trimEnd().length, id: Number(digits) };
}

/**
 * The description of a token that takes the place of another. It stays when the rotation is over: nothing has
 * to be changed at its end, so there is no moment at which a cut would leave something half done; a mark
 * whose token is gone means a rotation that came to its end.
 */
export function markedDescription(name: string, replacedId: number): string {
  return `${name} (replaces ${replacedId})`.trim();
}

/** Which token to replace, and by what. */
export interface RotationRequest {
  /** Found by `description` when absent. */
  readonly triggerId: number | undefined;
  readonly description: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number | undefined;
}

/** All tokens of the project at one moment. */
export interface TokenPicture {
  readonly tokens: readonly TriggerToken[];
  /** By the server's clock, milliseconds since 1970. */
  readonly nowMs: number;
}

/**
 * What is to be done. `replace`: put a new token, or `reuse`, in the place of `old`; `stale` are tokens that
 * earlier rotations of `old` left, to be deleted first. `done_before`: `by` has taken its place already, and
 * the earlier run was perhaps cut before anybody heard of it. `done_long_ago`: as before, but too long ago
 * for the same rotation. `absent`: there is no such token. `ambiguous`: the description fits several tokens
 * that have nothing to do with each other.
 */
export type RotationPlan =
  | {
      readonly kind: 'replace';
      readonly old: TriggerToken;
      readonly name: string;
      readonly stale: readonly TriggerToken[];
      readonly reuse: OwnedToken | undefined;
    }
  | { readonly kind: 'done_before'; readonly replacedId: number; readonly by: OwnedToken }
  | { readonly kind: 'done_long_ago'; readonly replacedId: number; readonly by: TriggerToken }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ambiguous'; readonly tokens: readonly TriggerToken[] };

/**
 * A rotation that was cut is taken up within this time; later it is another one, which has to bring a token
 * of its own.
 */
const sameRotationMs = 86_400_000;

/**
 * Decides from one picture. Pure, so that every cut can be tried: a run that is started again sees what the
 * earlier one left, and goes on from there.
 */
export function planRotation(picture: TokenPicture, request: RotationRequest): RotationPlan {
  const found = findOld(picture, request);
  if (found.kind !== 'found') return found;
  const { old } = found;
  const made = madeFor(picture.tokens, old.id);
  const reuse = made.filter(isOwned).findLast((token) => isYoung(token, picture) && fits(token, request));
  return {
    kind: 'replace',
    old,
    name: readRotationMark(request.description ?? old.description).name,
    stale: made.filter((token) => token !== reuse),
    reuse,
  };
}

type Found =
  { readonly kind: 'found'; readonly old: TriggerToken } | Exclude<RotationPlan, { kind: 'replace' }>;

function findOld(picture: TokenPicture, { triggerId, description }: RotationRequest): Found {
  if (triggerId !== undefined) return findById(picture, triggerId);
  const { name } = readRotationMark(description ?? '');
  const family = picture.tokens.filter((token) => readRotationMark(token.description).name === name);
  const roots = family.filter((token) => {
    const { replaces } = readRotationMark(token.description);
    return !family.some(({ id }) => id === replaces);
  });
  const [root] = roots;
  if (root === undefined) return { kind: 'absent' };
  return roots.length === 1 ? { kind: 'found', old: root } : { kind: 'ambiguous', tokens: roots };
}

function findById(picture: TokenPicture, triggerId: number): Found {
  const old = picture.tokens.find(({ id }) => id === triggerId);
  if (old !== undefined) return { kind: 'found', old };
  const by = madeFor(picture.tokens, triggerId).at(-1);
  if (by === undefined) return { kind: 'absent' };
  return isOwned(by) && isYoung(by, picture)
    ? { kind: 'done_before', replacedId: triggerId, by }
    : { kind: 'done_long_ago', replacedId: triggerId, by };
}

/**
 * The tokens that were made in the place of one, and of those that were made in their place; oldest first.
 */
function madeFor(tokens: readonly TriggerToken[], replacedId: number): readonly TriggerToken[] {
  const ids = new Set([replacedId]);
  const made: TriggerToken[] = [];
  // A token is younger than the one it replaces, so that one pass in their order finds all.
  for (const token of [...tokens].sort((one, other) => one.id - other.id)) {
    const { replaces } = readRotationMark(token.description);
    if (replaces === undefined || !ids.has(replaces) || ids.has(token.id)) continue;
    ids.add(token.id);
    made.push(token);
  }
  return made;
}

function isYoung({ createdAt }: TriggerToken, { nowMs }: TokenPicture): boolean {
  return nowMs - Date.parse(createdAt ?? '') <= sameRotationMs;
}

/**
 * Whether a token expires about when it should: a span such as 90d counts from another moment in each run.
 */
function fits({ expiresAt }: TriggerToken, { expiresAtMs }: RotationRequest): boolean {
  if (expiresAtMs === undefined || expiresAt === undefined)
    return expiresAtMs === undefined && expiresAt === undefined;
  return Math.abs(Date.parse(expiresAt) - expiresAtMs) <= sameRotationMs;
}
