import { LineCounter, type Node, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';

import { cleanLine, nearestName } from '../../base/text.js';
import { type Schema, resolved } from './schema.js';

/** An error in a scenario file, and its place. */
export interface FileFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Returns the place of a value by its path from the root, for errors that are found after the schema check.
 */
export type PlaceOf = (path: readonly (string | number)[]) => Pick<FileFault, 'line' | 'column'>;

export interface CheckedDocument {
  readonly value: unknown;
  readonly faults: readonly FileFault[];
  readonly placeOf: PlaceOf;
}

const mostAliases = 100;

/** Reads YAML and checks it against a schema; reports every error with its place. */
export function checkDocument(text: string, schema: Schema): CheckedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeAt = (offset: number): Pick<FileFault, 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeOf: PlaceOf = (path) => {
    const node = document.getIn(path, true) as Node | undefined;
    return placeAt(node?.range?.[0] ?? 0);
  };
  const syntax = document.errors.map((error) => ({
    ...placeAt(error.pos[0]),
    text: cleanLine(error.message.split(/ at line \d+/)[0] ?? ''),
  }));
  if (syntax.length > 0) return { value: undefined, faults: syntax, placeOf };
  const faults: FileFault[] = [];
  const check = (node: unknown, wanted: Schema, way: string): void => {
    const real = isAlias(node) ? node.resolve(document) : node;
    for (const fault of faultsOf({ node: real, schema: resolved(wanted), way })) {
      if ('text' in fault) faults.push({ ...placeAt(fault.offset), text: fault.text });
      else check(fault.node, fault.schema, fault.way);
    }
  };
  check(document.contents, schema, '');
  const value: unknown = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: mostAliases });
  return { value, faults, placeOf };
}

interface Visit {
  readonly node: unknown;
  readonly schema: Exclude<Schema, { readonly $ref: string }>;
  readonly way: string;
}

type Finding =
  | { readonly offset: number; readonly text: string }
  | { readonly node: unknown; readonly schema: Schema; readonly way: string };

/** The errors of one node, and the nodes below it that still have to be checked. */
function faultsOf({ node, schema, way }: Visit): readonly Finding[] {
  const offset = offsetOf(node);
  const name = way === '' ? 'the file' : way;
  switch (schema.type) {
    case 'object':
      if (!isMap(node))
        return [{ offset, text: `${name} is ${kindOf(node)}: give a map of keys and values` }];
      return keysOf(node, schema, way);
    case 'array':
      if (!isSeq(node)) return [{ offset, text: `${name} is ${kindOf(node)}: give a list` }];
      return node.items.map((item, index) => ({ node: item, schema: schema.items, way: `${way}[${index}]` }));
    case 'string':
    case 'boolean':
    case 'integer':
    case 'number': {
      const text = isScalar(node) ? scalarFault(node.value, schema) : acceptedOf(schema);
      return text === undefined ? [] : [{ offset, text: `${name} is ${kindOf(node)}: ${text}` }];
    }
  }
}

type ObjectSchema = Extract<Schema, { readonly type: 'object' }>;

function keysOf(
  node: { readonly items: readonly { readonly key: unknown; readonly value: unknown }[] },
  { properties, required = [], additionalProperties }: ObjectSchema,
  way: string,
): readonly Finding[] {
  const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  const missing = required.filter((name) => !names.includes(name));
  const lacking = missing.map((name) => ({
    offset: offsetOf(node),
    text: `${way === '' ? 'the file' : way} has no ${name}, which is required`,
  }));
  const found = node.items.map(({ key, value }, index): Finding => {
    const name = names[index] ?? '';
    const below = way === '' ? name : `${way}.${name}`;
    const own = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return { node: value, schema: own, way: below };
    if (typeof additionalProperties === 'object')
      return { node: value, schema: additionalProperties, way: below };
    return { offset: offsetOf(key), text: unknownKey(name, way, Object.keys(properties ?? {})) };
  });
  return [...lacking, ...found];
}

function unknownKey(name: string, way: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  const where = way === '' ? '' : ` in ${way}`;
  const hint = near === undefined ? `known are ${known.join(', ')}` : `did you mean ${near}?`;
  return `unknown key ${cleanLine(name, 80)}${where}: ${hint}`;
}

type ScalarSchema = Exclude<Schema, { readonly $ref: string } | { readonly type: 'object' | 'array' }>;

/** What is accepted; `undefined` if the value is. */
function scalarFault(value: unknown, schema: ScalarSchema): string | undefined {
  return isAccepted(value, schema) ? undefined : acceptedOf(schema);
}

function isAccepted(value: unknown, schema: ScalarSchema): boolean {
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return false;
      if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
      return schema.pattern === undefined || new RegExp(schema.pattern).test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return false;
      if (schema.type === 'integer' && !Number.isSafeInteger(value)) return false;
      return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  }
}

function acceptedOf(schema: Exclude<Schema, { readonly $ref: string }>): string {
  switch (schema.type) {
    case 'string':
      if (schema.enum !== undefined) return `accepted are ${schema.enum.join(', ')} (a number needs quotes)`;
      return `give ${schema.pattern === undefined ? 'a text (a number needs quotes)' : (schema.description ?? '')}`;
    case 'boolean':
      return 'give true or false';
    case 'integer':
    case 'number': {
      const noun = schema.type === 'integer' ? 'a whole number' : 'a number';
      const least = schema.minimum === undefined ? '' : ` from ${schema.minimum}`;
      return `give ${noun}${least}${schema.maximum === undefined ? ' on' : ` to ${schema.maximum}`}`;
    }
    case 'object':
    case 'array':
      return 'give another kind of value';
  }
}

/** A value as messages show it. A text may be a token, so it is never shown in full. */
function kindOf(node: unknown): string {
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  const value: unknown = isScalar(node) ? node.value : undefined;
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'string')
    return value.length > 24 ? `a text of ${value.length} characters` : `"${cleanLine(value)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : 'of another kind';
}

function offsetOf(node: unknown): number {
  const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}
