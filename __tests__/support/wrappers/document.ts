import type { Environment } from './wrapper.js';

type Key = string | number;

/** What stands at a place of a parsed file. @throws {TypeError} that names the place, when nothing does. */
export function at(value: unknown, ...path: readonly Key[]): unknown {
  return path.reduce((place: unknown, key, index) => {
    const found =
      typeof place === 'object' && place !== null ? (Reflect.get(place, key) as unknown) : undefined;
    if (found === undefined) throw new TypeError(`there is no ${path.slice(0, index + 1).join('.')}`);
    return found;
  }, value);
}

export function textAt(value: unknown, ...path: readonly Key[]): string {
  return scalarText(at(value, ...path));
}

export function listAt(value: unknown, ...path: readonly Key[]): readonly unknown[] {
  const list = at(value, ...path);
  if (!Array.isArray(list)) throw new TypeError(`${path.join('.')} is not a list`);
  return list;
}

/** The entries of a map, as they are. */
export function entriesAt(value: unknown, ...path: readonly Key[]): readonly (readonly [string, unknown])[] {
  const map = at(value, ...path);
  if (typeof map !== 'object' || map === null) throw new TypeError(`${path.join('.')} is not a map`);
  return Object.entries(map);
}

/** A map of scalars as the variables of an environment. */
export function environmentAt(value: unknown, ...path: readonly Key[]): Environment {
  return Object.fromEntries(entriesAt(value, ...path).map(([name, text]) => [name, scalarText(text)]));
}

/** The member of a list whose `key` is `wanted`. */
export function named(list: readonly unknown[], key: string, wanted: string): unknown {
  const found = list.find((member) => hasKey(member, key) && at(member, key) === wanted);
  if (found === undefined) throw new TypeError(`nothing has ${key} ${wanted}`);
  return found;
}

/** `name` and `value` of each member of a list. */
export function pairsOf(list: readonly unknown[]): Environment {
  return Object.fromEntries(list.map((pair) => [textAt(pair, 'name'), textAt(pair, 'value')]));
}

/** Text in which every match of `pattern` is what `fill` makes of its first group. */
export function filled(text: string, pattern: RegExp, fill: (name: string) => string): string {
  return text.replace(pattern, (_, name: string) => fill(name));
}

/** The same in every value. */
export function filledIn(environment: Environment, fill: (text: string) => string): Environment {
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, fill(text)]));
}

/** Looks a name up. @throws {TypeError} when it is not there. */
export function meaningFor(values: Environment): (name: string) => string {
  return (name) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`there is no ${name}`);
    return value;
  };
}

export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('a value is no scalar');
}

/** Values by name, with something in front of each name. */
export function prefixed(prefix: string, values: Environment): Environment {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));
}

/** What stands under `key` in those members of a list of parameters that have it, by their `name`. */
export function defaultsIn(parameters: readonly unknown[], key: string): Environment {
  return Object.fromEntries(
    parameters.filter((each) => hasKey(each, key)).map((each) => [textAt(each, 'name'), textAt(each, key)]),
  );
}

export function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
