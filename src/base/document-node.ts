/** A JSON or YAML text as a tree. Numbers and booleans keep how they were written; a map keeps keys that came twice. */
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

/** Deeper texts are refused: nothing real is nested like that, and reading them could exhaust the stack. */
export const maxDepth = 100;

/** Line and column of an offset in a text, both from 1, as the place of a problem. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return ` (line ${line}, column ${offset - before.lastIndexOf('\n')})`;
}
