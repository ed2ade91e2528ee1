import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

import type { HeldFolder } from '../../base/files.js';
import { refuseLinks } from '../foreign-links.js';

/** How a folder is held. `handle`: only Linux gives paths that begin at an open folder. */
export type HoldMeans = 'handle' | 'name';

/**
 * A folder of the host may be behind links; on the way to any other folder they are refused.
 * `followed_above`: a link outside of the working folder belongs to the machine also where it is the folder
 * itself.
 */
export interface HoldOptions {
  readonly links?: 'refused' | 'followed_above' | 'followed';
  readonly means?: HoldMeans;
}

/**
 * Holds a folder, after making it and the missing ones above it, level by level. Node's `recursive` never
 * returns where the system refuses a folder with ENOENT although the one above it exists, as in `/proc`.
 * @throws {Error} with the system's code.
 */
export function holdFolder(folder: string, { links = 'refused', means }: HoldOptions = {}): HeldFolder {
  const target = path.resolve(folder);
  const check = (): void => {
    if (links === 'refused') refuseLinks(target);
    if (links === 'followed_above') refuseLinks(path.join(target, 'file'), 'is_replaced');
  };
  check();
  const missing: string[] = [];
  let at = target;
  while (!isThere(at) && path.dirname(at) !== at) {
    missing.unshift(path.basename(at));
    at = path.dirname(at);
  }
  let held = holdExisting(at, means ?? (process.platform === 'linux' ? 'handle' : 'name'));
  try {
    // What was held is what the path without links leads to, and not what was there for a moment before.
    check();
    if (!held.isAt(at)) throw replaced(at);
    for (const name of missing) {
      const above = held;
      held = above.enter(name);
      above.close();
    }
  } catch (error) {
    held.close();
    throw error;
  }
  return held;
}

function holdExisting(at: string, means: HoldMeans): HeldFolder {
  const real = realpathSync(at);
  if (means === 'name') return byName(real);
  const fd = openSync(at, constants.O_DIRECTORY | pathOnly);
  if (leadsTo(pathOf(fd), identityOf(fd))) return byHandle(fd);
  // There is no /proc.
  closeSync(fd);
  return byName(real);
}

/** `O_PATH` of Linux, which Node does not name: a folder that may be entered need not be readable. */
const pathOnly = 0o10000000;

interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

const identityOf = (fd: number): Identity => fstatSync(fd, { bigint: true });

function isSame(one: Identity | undefined, other: Identity): boolean {
  return one?.dev === other.dev && one.ino === other.ino;
}

/** A path that the kernel resolves from the open folder, whatever its name is by then. */
function pathOf(fd: number): string {
  return `/proc/self/fd/${fd}`;
}

function byHandle(fd: number): HeldFolder {
  const own = pathOf(fd);
  const open = (name: string): HeldFolder =>
    byHandle(openSync(`${own}/${name}`, constants.O_DIRECTORY | constants.O_NOFOLLOW | pathOnly));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(fd);
    isOpen = false;
  };
  return folderOf({ path: () => own, identity: () => identityOf(fd), open, close });
}

/** Notices at each step that something else has taken the name, but not between that and the step itself. */
function byName(own: string): HeldFolder {
  const identity = folderAt(own);
  if (identity === undefined) throw Object.assign(new Error(`${own} is not a folder`), { code: 'ENOTDIR' });
  const checked = (): string => {
    if (!isSame(folderAt(own), identity)) throw replaced(own);
    return own;
  };
  const open = (name: string): HeldFolder => byName(path.join(checked(), name));
  return folderOf({ path: checked, identity: () => identity, open, close: () => undefined });
}

function folderOf({
  path: own,
  identity,
  open,
  close,
}: Pick<HeldFolder, 'path' | 'open' | 'close'> & { readonly identity: () => Identity }): HeldFolder {
  return {
    path: own,
    open,
    make: (name, mode) => {
      mkdirSync(`${own()}/${name}`, mode);
      return open(name);
    },
    enter: (name) => {
      make(`${own()}/${name}`);
      return open(name);
    },
    isAt: (place) => leadsTo(place, identity()),
    close,
  };
}

function leadsTo(place: string, identity: Identity): boolean {
  return isSame(statSync(place, { throwIfNoEntry: false, bigint: true }), identity);
}

/** What is there, if it is a folder and no link to one. */
function folderAt(place: string): Identity | undefined {
  const found = lstatSync(place, { throwIfNoEntry: false, bigint: true });
  return found?.isDirectory() === true ? found : undefined;
}

function replaced(place: string): Error {
  return Object.assign(new Error(`${place} has been replaced by something else`), {
    code: 'ESTALE',
    path: place,
  });
}

/** Another process may have made it meanwhile. */
function make(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isThere(folder)) throw error;
  }
}

/** Whether there is something at a path, also a link that leads nowhere. */
export function isThere(place: string): boolean {
  try {
    lstatSync(place);
    return true;
  } catch {
    return false;
  }
}
