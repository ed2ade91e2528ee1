/** A name in a folder, and what lies below it. */
export interface PathNode<T> {
  /** Absent where the name is only on the way to others. */
  value: T | undefined;
  below: Map<string, PathNode<T>> | undefined;
}

/**
 * Paths of names with slashes between. Takes as many steps as a path is long, and holds each name of a folder
 * once, however many paths lead through it.
 */
export interface PathTree<T> {
  /** The node of a path; new ones on the way have no value. */
  readonly enter: (path: string) => PathNode<T>;
  /** The first folder above `path` (the shallowest) whose value `fits`; `undefined` when there is none. */
  readonly above: (path: string, fits: (value: T) => boolean) => string | undefined;
  /** How many names it holds. */
  readonly size: () => number;
}

/** `keyOf` makes the same of two names that are one. */
export function createPathTree<T>(keyOf: (name: string) => string): PathTree<T> {
  const root: PathNode<T> = { value: undefined, below: undefined };
  let size = 0;
  return {
    size: () => size,
    enter: (path) => {
      let node = root;
      for (const name of path.split('/')) {
        const below = (node.below ??= new Map<string, PathNode<T>>());
        const key = keyOf(name);
        let next = below.get(key);
        if (next === undefined) {
          next = { value: undefined, below: undefined };
          below.set(key, next);
          size += 1;
        }
        node = next;
      }
      return node;
    },
    above: (path, fits) => {
      let node = root;
      for (let slash = path.indexOf('/'), from = 0; slash >= 0; slash = path.indexOf('/', from)) {
        const next = node.below?.get(keyOf(path.slice(from, slash)));
        if (next === undefined) return undefined;
        if (next.value !== undefined && fits(next.value)) return path.slice(0, slash);
        node = next;
        from = slash + 1;
      }
      return undefined;
    },
  };
}
