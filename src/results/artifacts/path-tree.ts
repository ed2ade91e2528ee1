/** A name in a folder, and what is below it. */
export interface PathNode<T> {
  /** Absent if the name is only part of longer paths. */
  value: T | undefined;
  below: Map<string, PathNode<T>> | undefined;
}

/**
 * A tree of paths with slashes. A lookup takes as many steps as the path has names. The tree holds each name
 * of a folder once, however many paths contain it.
 */
export interface PathTree<T> {
  /** The node of a path. Nodes created on the way have no value. */
  readonly enter: (path: string) => PathNode<T>;
  /** The outermost folder above `path` whose value `fits`; `undefined` if there is none. */
  readonly above: (path: string, fits: (value: T) => boolean) => string | undefined;
  /** The number of names in the tree. */
  readonly size: () => number;
}

/** `keyOf` gives equal keys for names that are the same file. */
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
