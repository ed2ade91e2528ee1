/** A token of YAML's concrete syntax, as far as nesting goes. */
export interface SyntaxToken {
  readonly type: string;
  readonly items?:
    | readonly {
        readonly key?: SyntaxToken | null | undefined;
        readonly value?: SyntaxToken | null | undefined;
      }[]
    | undefined;
  /** Of a document: what is in it. */
  readonly value?: SyntaxToken | undefined;
}

/**
 * Whether YAML is nested deeper than so many levels, found without recursion. The library composes its tree by recursion, and a stack that overflows there
 * can end the whole process: V8 gives up when it has to compile a regular expression at the end of the stack (seen with yaml 2.9 on Node 20).
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
