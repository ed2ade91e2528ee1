/** The short name of a ref, and which kind it is, where the name says so. */
export interface RefParts {
  readonly name: string;
  readonly kind: 'branch' | 'tag' | undefined;
}

export function refPartsOf(ref: string): RefParts {
  const [, folder, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (name === undefined) return { name: ref, kind: undefined };
  return { name, kind: folder === 'heads' ? 'branch' : 'tag' };
}
