import { Composer, type Document, Parser, isAlias, isMap, isScalar, isSeq } from 'yaml';

import { isDeeperThan } from '../base/document.js';

/** GitLab's own configuration is nested less than twenty levels deep. */
const maxDepth = 100;

/** Aliased values count each time. The limit only stops texts that are built to expand endlessly. */
const maxValues = 1_000_000;

/**
 * The library parses a document synchronously, which blocks signals: less than half a second for this size.
 * GitLab's own merged configuration is half as large.
 */
const maxCharacters = 512 * 1024;

/** A map in a configuration. */
export type ConfigMap = Readonly<Record<string, unknown>>;

/**
 * The documents of a YAML text as plain values; `undefined` if it cannot be parsed. GitLab's own tags are
 * replaced by the value after them.
 */
export function configDocumentsIn(text: string): readonly unknown[] | undefined {
  if (text.length > maxCharacters) return undefined;
  const tokens = Array.from(new Parser().parse(text));
  if (tokens.some((token) => isDeeperThan(maxDepth, token))) return undefined;
  try {
    return Array.from(composer().compose(tokens), plainValueOf);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Invalid YAML, or YAML beyond reasonable limits. */
class Unreadable extends Error {}

/**
 * Stops at the first error, because a text may have as many errors as characters, and ignores warnings. The
 * library would compare each key of a map with all others; duplicate keys are found below instead.
 */
function composer(): Composer {
  const made = new Composer({ logLevel: 'silent', uniqueKeys: false });
  const onError = (_at: unknown, _code: string, _message: string, isWarning = false): void => {
    if (!isWarning) throw new Unreadable();
  };
  return Object.assign(made, { onError });
}

/** The state of parsing a document. */
interface Reading {
  /** The value of each anchor at this position, and the number of values in it. */
  readonly named: Map<string, Counted>;
}

interface Counted {
  readonly value: unknown;
  readonly values: number;
}

/**
 * An alias becomes the same object, not a copy. The library's own `toJS` searches the whole document for each
 * anchor.
 */
function plainValueOf(document: Document.Parsed): unknown {
  if (document.errors.length > 0) throw new Unreadable();
  return countedOf({ named: new Map() }, document.contents).value;
}

function countedOf(reading: Reading, node: unknown): Counted {
  if (isAlias(node)) {
    const known = reading.named.get(node.source);
    if (known === undefined) throw new Unreadable();
    return known;
  }
  const counted = isMap(node)
    ? mapOf(reading, node.items)
    : isSeq(node)
      ? listOf(reading, node.items)
      : { value: isScalar(node) ? node.value : null, values: 1 };
  if (counted.values > maxValues) throw new Unreadable();
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor !== undefined) reading.named.set(anchor, counted);
  return counted;
}

function listOf(reading: Reading, items: readonly unknown[]): Counted {
  let values = 1;
  const value = items.map((item) => {
    const counted = countedOf(reading, item);
    values += counted.values;
    return counted.value;
  });
  return { value, values };
}

function mapOf(
  reading: Reading,
  items: readonly { readonly key: unknown; readonly value: unknown }[],
): Counted {
  let values = 1;
  const entries = new Map<string, unknown>();
  for (const item of items) {
    const { value: key } = countedOf(reading, item.key);
    const name = keyOf(key);
    if (entries.has(name)) throw new Unreadable();
    const counted = countedOf(reading, item.value);
    values += counted.values;
    entries.set(name, counted.value);
  }
  return { value: Object.fromEntries(entries), values };
}

function keyOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Unreadable();
}

/** Whether a value of a CI configuration is a map. */
export function isConfigMap(value: unknown): value is ConfigMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts; a single text becomes a list of one; `undefined` for anything else. */
export function textsIn(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  return items.every((item) => typeof item === 'string') ? items : undefined;
}
