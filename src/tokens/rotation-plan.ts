import type { TriggerToken } from '../model/pipeline.js';
import { type OwnedToken, isOwned } from './target.js';

/** What the description of a token says about rotations. */
export interface RotationMark {
  /** The description without marks. */
  readonly name: string;
  /** ID of the token that this one replaces. */
  readonly replaces: number | undefined;
}

/** The mark is at the end of the description, in plain words, because people read it in GitLab's list. */
const [markStart, markEnd] = ['(replaces ', ')'];
const mostDigits = 15;

/** Splits a description into its name and the mark of a rotation, if it has one. */
export function readRotationMark(description: string): RotationMark {
  let name = description;
  let replaces: number | undefined;
  // A token that has been rotated itself may still have its mark.
  for (let found = markAtEndOf(name); found !== undefined; found = markAtEndOf(name)) {
    replaces ??= found.id;
    name = name.slice(0, found.start);
  }
  return { name: name.trim(), replaces };
}

/**
 * Position of the mark at the end of a text, including the blanks before it. Reads backward and each
 * character once, so that no text makes it slow.
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
 * The description of a token that replaces another. The mark stays after the rotation. So the rotation has no
 * last change that an interruption could prevent. A mark whose token is gone means a completed rotation.
 */
export function markedDescription(name: string, replacedId: number): string {
  return `${name} (replaces ${replacedId})`.trim();
}

/** The token to replace, and the properties of the new one. */
export interface RotationRequest {
  /** If absent, the token is found by `description`. */
  readonly triggerId: number | undefined;
  readonly description: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number | undefined;
}

/** All tokens of the project at one moment. */
export interface ListedTokens {
  readonly tokens: readonly TriggerToken[];
  /** By the server's clock, milliseconds since 1970. */
  readonly nowMs: number;
}

/**
 * The steps to take. `replace`: replace `old` with a new token, or with `reuse`; first delete `stale`, the
 * tokens left by earlier rotations of `old`. `done_before`: `by` has already replaced it, and the earlier run
 * may have been killed before it reported that. `done_long_ago`: the same, but too long ago to be the same
 * rotation. `absent`: there is no such token. `ambiguous`: the description matches several unrelated tokens.
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
 * An interrupted rotation is continued within this time. A later run starts a new rotation, with a new token.
 */
const sameRotationMs = 86_400_000;

/**
 * Plans the rotation from one list of tokens. Pure, so that tests can try every interruption: a repeated run
 * sees what the earlier one left and continues from there.
 */
export function planRotation(listed: ListedTokens, request: RotationRequest): RotationPlan {
  const found = findOld(listed, request);
  if (found.kind !== 'found') return found;
  const { old } = found;
  const made = madeFor(listed.tokens, old.id);
  const reuse = made.filter(isOwned).findLast((token) => isYoung(token, listed) && fits(token, request));
  return {
    kind: 'replace',
    old,
    name: readRotationMark(request.description ?? old.description).name,
    stale: made.filter((token) => token !== reuse),
    reuse,
  };
}

type Found =
  | { readonly kind: 'found'; readonly old: TriggerToken }
  | Exclude<RotationPlan, { kind: 'replace' }>;

function findOld(listed: ListedTokens, { triggerId, description }: RotationRequest): Found {
  if (triggerId !== undefined) return findById(listed, triggerId);
  const { name } = readRotationMark(description ?? '');
  const family = listed.tokens.filter((token) => readRotationMark(token.description).name === name);
  const roots = family.filter((token) => {
    const { replaces } = readRotationMark(token.description);
    return !family.some(({ id }) => id === replaces);
  });
  const [root] = roots;
  if (root === undefined) return { kind: 'absent' };
  return roots.length === 1 ? { kind: 'found', old: root } : { kind: 'ambiguous', tokens: roots };
}

function findById(listed: ListedTokens, triggerId: number): Found {
  const old = listed.tokens.find(({ id }) => id === triggerId);
  if (old !== undefined) return { kind: 'found', old };
  const by = madeFor(listed.tokens, triggerId).at(-1);
  if (by === undefined) return { kind: 'absent' };
  return isOwned(by) && isYoung(by, listed)
    ? { kind: 'done_before', replacedId: triggerId, by }
    : { kind: 'done_long_ago', replacedId: triggerId, by };
}

/** The tokens that replace one token, and those that replace these; oldest first. */
function madeFor(tokens: readonly TriggerToken[], replacedId: number): readonly TriggerToken[] {
  const ids = new Set([replacedId]);
  const made: TriggerToken[] = [];
  // A token is newer than the one it replaces, so one pass in order of IDs finds all.
  for (const token of [...tokens].sort((one, other) => one.id - other.id)) {
    const { replaces } = readRotationMark(token.description);
    if (replaces === undefined || !ids.has(replaces) || ids.has(token.id)) continue;
    ids.add(token.id);
    made.push(token);
  }
  return made;
}

function isYoung({ createdAt }: TriggerToken, { nowMs }: ListedTokens): boolean {
  return nowMs - Date.parse(createdAt ?? '') <= sameRotationMs;
}

/**
 * Whether a token expires at about the requested time: a span such as 90d counts from a different moment in
 * each run.
 */
function fits({ expiresAt }: TriggerToken, { expiresAtMs }: RotationRequest): boolean {
  if (expiresAtMs === undefined || expiresAt === undefined)
    return expiresAtMs === undefined && expiresAt === undefined;
  return Math.abs(Date.parse(expiresAt) - expiresAtMs) <= sameRotationMs;
}
