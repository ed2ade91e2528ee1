/** A request parameter, parsed the same way from query, form, multipart and JSON. */
export type ParameterValue = string | number | boolean | null | readonly ParameterValue[] | ParameterTree;

/** Parameters by name, nested as in `variables[KEY]` or a JSON object. */
export interface ParameterTree {
  readonly [name: string]: ParameterValue;
}

/** One `name=value` of a form; `undefined` without a `=`. */
export interface FormField {
  readonly name: string;
  readonly value: ParameterValue | undefined;
}

export function isTree(value: ParameterValue | undefined): value is ParameterTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: ParameterValue | undefined): value is readonly ParameterValue[] {
  return Array.isArray(value);
}

/** Reads `a=1&b[c]=2&d[]=3`, with `+` as a space. Broken percent escapes stay as they are. */
export function parseFormText(text: string): ParameterTree {
  const fields = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): FormField => {
      const at = pair.indexOf('=');
      return at < 0
        ? { name: decodeFormText(pair), value: undefined }
        : { name: decodeFormText(pair.slice(0, at)), value: decodeFormText(pair.slice(at + 1)) };
    });
  return nestFields(fields);
}

function decodeFormText(text: string): string {
  return decodePercent(text.replaceAll('+', ' '));
}

/** Decodes percent escapes; returns the text unchanged if they are invalid. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Branch = Map<string, Branch | ParameterValue[] | ParameterValue>;

/**
 * Puts fields with names such as `variables[KEY]` or `scope[]` into one tree; a later field of the same name
 * wins.
 */
export function nestFields(fields: readonly FormField[]): ParameterTree {
  const root: Branch = new Map();
  for (const { name, value } of fields) {
    const { head, keys } = splitName(name);
    if (head !== '') plant({ branch: root, path: [head, ...keys], value: value ?? null });
  }
  return treeOf(root);
}

function splitName(name: string): { readonly head: string; readonly keys: readonly string[] } {
  const open = name.indexOf('[');
  if (open <= 0 || !name.endsWith(']')) return { head: name, keys: [] };
  return { head: name.slice(0, open), keys: name.slice(open + 1, -1).split('][') };
}

interface Planting {
  readonly branch: Branch;
  readonly path: readonly string[];
  readonly value: ParameterValue;
}

function plant({ branch, path, value }: Planting): void {
  const [key = '', next, ...rest] = path;
  if (next === undefined) {
    branch.set(key, value);
    return;
  }
  const present = branch.get(key);
  if (next === '') {
    const list = present instanceof Array ? [...present] : [];
    const last = list.at(-1);
    const [property] = rest;
    if (property === undefined) list.push(value);
    else if (isTree(last) && !(property in last)) list[list.length - 1] = { ...last, [property]: value };
    else list.push({ [property]: value });
    branch.set(key, list);
    return;
  }
  const child: Branch = present instanceof Map ? present : new Map<string, ParameterValue>();
  branch.set(key, child);
  plant({ branch: child, path: [next, ...rest], value });
}

function treeOf(branch: Branch): ParameterTree {
  return Object.fromEntries(
    [...branch].map(([key, value]): [string, ParameterValue] => [
      key,
      value instanceof Map ? treeOf(value) : value,
    ]),
  );
}

/** The tree of a value from `JSON.parse`. */
export function parameterOf(value: unknown): ParameterValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(parameterOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, parameterOf(item)]));
}
