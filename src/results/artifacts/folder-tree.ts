import { lstatSync } from 'node:fs';

import type { HeldFolder } from '../../base/files.js';
import { parentOf } from './unpack-plan.js';

/** The folders below a held one. Paths are relative to it, with slashes; the held one itself is empty. */
export interface FolderTree {
  /** A path to what a path names, right until the next call. Makes the folders above it. */
  readonly at: (path: string) => string;
  /** Makes a folder, and those above it. */
  readonly make: (folder: string) => void;
  /** @throws {Error} when a folder that it made has been replaced by something else, such as a link. */
  readonly verify: () => void;
  /** Closes everything but the held folder. */
  readonly close: () => void;
}

/** Archives list a folder's files one after the other; few systems let a process open less than 256 files. */
const mostHeld = 32;

/**
 * Holds each folder from the one above it, so that nothing that is made or opened in the tree leads through a
 * link. `missing`: whether folders are made that are not there.
 */
export function createFolderTree(root: HeldFolder, missing: 'made' | 'an_error' = 'made'): FolderTree {
  const made = new Set<string>();
  /** The least recently used first. */
  const held = new Map<string, HeldFolder>();

  const hold = (folder: string): HeldFolder => {
    if (folder === '') return root;
    const known = held.get(folder);
    held.delete(folder);
    const found = known ?? holdIn(hold(parentOf(folder)), folder);
    held.set(folder, found);
    for (const [oldest, it] of held) {
      if (held.size <= mostHeld) break;
      held.delete(oldest);
      it.close();
    }
    return found;
  };
  const holdIn = (above: HeldFolder, folder: string): HeldFolder => {
    const name = nameOf(folder);
    if (missing === 'an_error' || made.has(folder)) return above.open(name);
    // Where case does not count, another path may have made it.
    const found = above.enter(name);
    made.add(folder);
    return found;
  };

  const close = (): void => {
    for (const it of held.values()) it.close();
    held.clear();
  };

  return {
    at: (path) => `${hold(parentOf(path)).path()}/${nameOf(path)}`,
    make: (folder) => {
      if (folder === '' || made.has(folder)) return;
      holdIn(hold(parentOf(folder)), folder).close();
    },
    verify: () => {
      close();
      for (const folder of made) {
        if (lstatSync(`${hold(parentOf(folder)).path()}/${nameOf(folder)}`).isDirectory()) continue;
        throw Object.assign(new Error(`${folder} has been replaced`), { code: 'ESTALE', path: folder });
      }
    },
    close,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
