/** A JSON or YAML text as a tree. Numbers and booleans keep their spelling; a map keeps duplicate keys. */
export type DocumentNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly source: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly source: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: readonly DocumentNode[] }
  | DocumentMap;

export interface DocumentMap {
  readonly kind: 'map';
  readonly entries: readonly DocumentEntry[];
}

export interface DocumentEntry {
  readonly key: string;
  readonly value: DocumentNode;
}

/** Deeper texts are rejected: no real text is nested like that, and reading it could exhaust the stack. */
export const maxDepth = 100;

/** Line and column of an offset in a text, both from 1, as the position of a problem. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return ` (line ${line}, column ${offset - before.lastIndexOf('\n')})`;
}

/** A text as a tree, or the offset where it stops being JSON or is nested too deep. */
export type JsonReading =
  | { readonly kind: 'ok'; readonly node: DocumentNode }
  | { readonly kind: 'broken'; readonly offset: number };

/**
 * Parses strict JSON into a tree. `JSON.parse` would lose digits of long numbers and all but the last of
 * duplicate keys, and its errors contain the text, which may contain secrets.
 */
export function readJson(text: string): JsonReading {
  const cursor: Cursor = { text, offset: 0 };
  const node = readValue(cursor, 0);
  skipSpace(cursor);
  const isWhole = node !== undefined && cursor.offset === text.length;
  return isWhole ? { kind: 'ok', node } : { kind: 'broken', offset: cursor.offset };
}

/** The position of the reader; after a fault, the position where the text stops being JSON. */
interface Cursor {
  readonly text: string;
  offset: number;
}

function readValue(cursor: Cursor, depth: number): DocumentNode | undefined {
  skipSpace(cursor);
  if (depth > maxDepth) return undefined;
  const first = cursor.text[cursor.offset];
  if (first === '{') return readMap(cursor, depth);
  if (first === '[') return readList(cursor, depth);
  if (first !== '"') return readPlain(cursor);
  const text = readText(cursor);
  return text === undefined ? undefined : { kind: 'text', text };
}

function readMap(cursor: Cursor, depth: number): DocumentNode | undefined {
  const entries: DocumentEntry[] = [];
  const isComplete = readItems(cursor, '}', () => {
    const key = readText(cursor);
    if (key === undefined || !skip(cursor, ':')) return false;
    const value = readValue(cursor, depth + 1);
    if (value !== undefined) entries.push({ key, value });
    return value !== undefined;
  });
  return isComplete ? { kind: 'map', entries } : undefined;
}

function readList(cursor: Cursor, depth: number): DocumentNode | undefined {
  const items: DocumentNode[] = [];
  const isComplete = readItems(cursor, ']', () => {
    const item = readValue(cursor, depth + 1);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  return isComplete ? { kind: 'list', items } : undefined;
}

/** Reads from the opening bracket to the closing one; `readItem` returns whether it read an item. */
function readItems(cursor: Cursor, closing: string, readItem: () => boolean): boolean {
  cursor.offset += 1;
  if (skip(cursor, closing)) return true;
  do {
    if (!readItem()) return false;
  } while (skip(cursor, ','));
  return skip(cursor, closing);
}

function readText(cursor: Cursor): string | undefined {
  skipSpace(cursor);
  const { text, offset: start } = cursor;
  if (text[start] !== '"') return undefined;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1));
    if (typeof value !== 'string') return undefined;
    cursor.offset = end + 1;
    return value;
  } catch {
    return undefined;
  }
}

function readPlain(cursor: Cursor): DocumentNode | undefined {
  const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  pattern.lastIndex = cursor.offset;
  const source = pattern.exec(cursor.text)?.[0];
  if (source === undefined) return undefined;
  cursor.offset += source.length;
  if (source === 'null') return { kind: 'null' };
  if (source === 'true' || source === 'false') return { kind: 'boolean', value: source === 'true', source };
  return { kind: 'number', value: Number(source), source };
}

function skip(cursor: Cursor, character: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.offset] !== character) return false;
  cursor.offset += 1;
  return true;
}

function skipSpace(cursor: Cursor): void {
  const pattern = /[ \t\r\n]*/y;
  pattern.lastIndex = cursor.offset;
  cursor.offset += pattern.exec(cursor.text)?.[0].length ?? 0;
}

/** A token of YAML's concrete syntax, reduced to what nesting needs. */
export interface SyntaxToken {
  readonly type: string;
  readonly items?:
    | readonly {
        readonly key?: SyntaxToken | null | undefined;
        readonly value?: SyntaxToken | null | undefined;
      }[]
    | undefined;
  /** The content of a document. */
  readonly value?: SyntaxToken | undefined;
}

/**
 * Whether YAML is nested deeper than `maxDepth` levels, found without recursion. The library composes its
 * tree recursively. A stack overflow there can end the whole process: V8 aborts if it must compile a regular
 * expression at the end of the stack (seen with yaml 2.9 on Node 20).
 */
export function isDeeperThan(maxDepth: number, root: SyntaxToken): boolean {
  let level: readonly SyntaxToken[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf({ items, value }: SyntaxToken): readonly SyntaxToken[] {
  const children = items?.flatMap((item) => [item.key, item.value]) ?? [value];
  return children.filter((child) => child !== undefined && child !== null);
}
