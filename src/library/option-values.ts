import { InputError } from '../base/errors.js';
import { maxDepth } from '../base/document.js';
import { shownKey } from '../inputs/scalars.js';

/** A value that a caller without types gave, where JSON would drop it or replace it by another one. */
export interface UnfitValue {
  /** The path of the value: `variables.DEPLOY`. */
  readonly at: string;
  /** Follows the path. */
  readonly what: string;
  readonly hint: string;
}

/** The error for an option that cannot be sent as it was given. Never contains the value. */
export function unfitOption({ at, what, hint }: UnfitValue): InputError {
  return new InputError({ code: 'invalid_input', what: `${at} ${what}`, hint });
}

/**
 * A value as JSON. `JSON.stringify` would leave out members that are undefined, functions or symbols, write
 * `null` for NaN and `{}` for a `Map`, and run the `toJSON` of the value.
 * @throws {InputError} for a value that JSON does not have.
 */
export function jsonText(value: unknown, at: string): string {
  return jsonOf(value, { at, depth: 0 });
}

interface Place {
  readonly at: string;
  readonly depth: number;
}

function jsonOf(value: unknown, place: Place): string {
  const { at, depth } = place;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    checkNumber(value, at);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw unfitOption({ at, ...unlikeJson(value) });
  if (depth >= maxDepth) {
    throw unfitOption({
      at: at.split('.', 1).join(''),
      what: `is nested deeper than ${maxDepth} levels`,
      hint: 'An object that contains itself cannot be sent.',
    });
  }
  if (Array.isArray(value)) {
    return `[${listItems(value, at)
      .map((item, index) => jsonOf(item, inside(place, String(index))))
      .join(',')}]`;
  }
  return `{${members(value, at)
    .map(([key, member]) => `${JSON.stringify(key)}:${jsonOf(member, inside(place, shownKey(key)))}`)
    .join(',')}}`;
}

function inside({ at, depth }: Place, key: string): Place {
  return { at: `${at}.${key}`, depth: depth + 1 };
}

/** @throws {InputError} for a number that JSON lacks, or that JavaScript has already rounded. */
export function checkNumber(value: number, at: string): void {
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return;
  const what = Number.isFinite(value) ? 'is a whole number that JavaScript rounds' : `is ${value}`;
  throw unfitOption({ at, what, hint: 'Give a finite number of at most 15 digits, or a text.' });
}

/**
 * The items of an array.
 * @throws {InputError} for one with holes, or with members beside its items.
 */
export function listItems(list: readonly unknown[], at: string): readonly unknown[] {
  return readable(at, () => {
    // Counted before they are listed: the holes of an array can be billions.
    if (Reflect.ownKeys(list).length !== list.length + 1) {
      throw unfitOption({
        at,
        what: 'is an array with holes, or with members beside its items',
        hint: 'Give an array of items only, such as ["a", "b"].',
      });
    }
    return Array.from(list);
  });
}

/**
 * The members of a plain object.
 * @throws {InputError} for any other object (a `Map`, a `Date`, an instance of a class), because members that
 *   are not its own would be dropped, and for hidden members and those without a name.
 */
export function members(value: unknown, at: string): readonly (readonly [string, unknown])[] {
  return readable(at, () => {
    const hint = 'Give a plain object: { NAME: "value" }.';
    if (!isPlainObject(value))
      throw unfitOption({ at, what: `is ${kindOf(value)}, not a plain object`, hint });
    const entries = Object.entries(value);
    if (Reflect.ownKeys(value).length === entries.length) return entries;
    throw unfitOption({ at, what: 'has a member that is a symbol or is hidden', hint });
  });
}

/** A getter and a proxy can throw anything, which can contain anything. */
function readable<T>(at: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unfitOption({ at, what: 'cannot be read', hint: 'A getter of it throws: give plain values.' });
  }
}

/** Objects of other realms are plain too: their prototype is the last of its chain. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unlikeJson(value: unknown): Omit<UnfitValue, 'at'> {
  const hint =
    value === undefined
      ? 'Leave the member out, or give a value; "" is an empty text.'
      : 'Give a text, a number, true, false, a list or a plain object.';
  return { what: `is ${kindOf(value)}`, hint };
}

/** What a value is, for messages. Never runs code of the value. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Map || value instanceof Set) return value instanceof Map ? 'a Map' : 'a Set';
  if (value instanceof Date) return 'a Date';
  if (value instanceof URL || value instanceof URLSearchParams) return 'a URL or its parameters';
  return typeof value === 'object' ? 'an instance of a class' : `a ${typeof value}`;
}
