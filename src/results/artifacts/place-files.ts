import { lstatSync, readdirSync, realpathSync, renameSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

import { nextTurn } from '../../base/clock.js';
import {
  type FileNaming,
  type HeldFolder,
  type OwnPlace,
  nameKeyOf,
  systemCodeOf,
} from '../../base/files.js';
import { createFolderTree } from './folder-tree.js';

type OfInTheWay = 'a folder' | 'no folder' | { readonly own: string };

/** A path that is occupied by something that must not be replaced. */
export class InTheWay extends Error {
  /** Relative to the folder for all artifacts. */
  readonly place: string;

  /** The input that asks this step for a file there, if one does. */
  readonly own: string | undefined;

  constructor(place: string, kind: OfInTheWay) {
    const own = typeof kind === 'object' ? kind.own : undefined;
    const found = kind === 'a folder' ? 'a folder is' : 'something that is no folder is';
    super(own === undefined ? `${found} in the way` : `this step writes ${own} there`);
    this.name = 'InTheWay';
    this.place = place;
    this.own = own;
  }
}

/** A folder of new files, and its name in the staging folder. */
export interface NewFiles {
  readonly folder: HeldFolder;
  readonly name: string;
}

/** Where to move the new files. */
export interface Placing {
  /** On the same disk. It is empty or gone afterwards. */
  readonly from: NewFiles;
  readonly staging: HeldFolder;
  /** The folder for all artifacts. */
  readonly into: HeldFolder;
  /** Its path. */
  readonly intoPath: string;
  /** Names below it, outermost first. */
  readonly folder: readonly string[];
  /** The files that the step writes itself, which no artifact may replace. */
  readonly own: readonly OwnPlace[];
  readonly naming: FileNaming;
  readonly signal: AbortSignal;
}

/** Number of files after which signals are handled. */
const filesATurn = 500;

/**
 * Moves files to their place. Replaces each existing file in one step, and changes nothing else. Never writes
 * through a link: a link in place of a folder is a conflict, also one that comes meanwhile. Moves nothing if
 * one of them belongs where the step writes a file of its own.
 * @throws {InTheWay}
 * @throws errors of the system, and the reason of `signal`; files moved so far stay.
 */
export async function placeFiles(placing: Placing): Promise<void> {
  for (const place of placing.own) refuseOver(place, placing);
  const { from, staging, into, folder } = placing;
  const source = `${staging.path()}/${from.name}`;
  if (kindOf(source) !== 'folder' || !from.folder.isAt(source))
    throw Object.assign(new Error(`${from.name} has been replaced`), { code: 'ESTALE', path: from.name });
  const held: HeldFolder[] = [];
  try {
    let above = into;
    for (const [index, name] of folder.slice(0, -1).entries()) {
      if (kindOf(`${above.path()}/${name}`) === 'other')
        throw new InTheWay(folder.slice(0, index + 1).join('/'), 'no folder');
      above = above.enter(name);
      held.push(above);
    }
    const name = folder.at(-1) ?? '';
    const target = `${above.path()}/${name}`;
    const kind = kindOf(target);
    if (kind === 'other') throw new InTheWay(folder.join('/'), 'no folder');
    if (kind === 'nothing') {
      renameSync(source, target);
      return;
    }
    const place = above.open(name);
    held.push(place);
    await moveInto(place, placing);
    if (kindOf(target) !== 'folder' || !place.isAt(target)) throw new InTheWay(folder.join('/'), 'no folder');
  } finally {
    for (const it of held) it.close();
  }
}

/** @throws {InTheWay} when a new file, or a folder on the way to it, belongs to the place. */
function refuseOver({ what, path }: OwnPlace, { from, intoPath, folder, naming }: Placing): void {
  const keyOf = naming === 'posix' ? (name: string): string => name : nameKeyOf;
  const real = realPathOf(path);
  const below = relative(keyOf(realPathOf(intoPath)), keyOf(real)).split(sep);
  if (below[0] === '..' || isAbsolute(below.join(sep))) return;
  if (!below.slice(0, folder.length).every((name, index) => name === keyOf(folder[index] ?? ''))) return;
  const names = real.split(sep).slice(-below.length);
  // Otherwise the place is the folder of the job, or one above it.
  for (let depth = folder.length; depth < names.length; depth += 1) {
    const kind = kindOf(join(from.folder.path(), ...names.slice(folder.length, depth + 1)));
    if (kind === 'nothing') return;
    if (kind === 'other') break;
  }
  throw new InTheWay(names.join('/'), { own: what });
}

/** What the step writes itself, by the identity of the file: a system may have several names for one. */
function ownFiles(own: readonly OwnPlace[]): ReadonlyMap<string, string> {
  return new Map(own.map(({ what, path }) => [identityAt(path) ?? '', what]));
}

function identityAt(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

/** Without links in the folders above it, as far as they exist. */
function realPathOf(path: string): string {
  const target = resolve(path);
  try {
    return join(realpathSync(dirname(target)), basename(target));
  } catch {
    return target;
  }
}

/** Moves what is in the new folder into one that is there. */
async function moveInto(place: HeldFolder, { from, folder, own, signal }: Placing): Promise<void> {
  const sources = createFolderTree(from.folder, 'an_error');
  const targets = createFolderTree(place, 'an_error');
  const ours = ownFiles(own);
  let moved = 0;
  const move = async (below: string): Promise<void> => {
    const names = readdirSync(below === '' ? from.folder.path() : sources.at(below), { withFileTypes: true });
    for (const entry of names) {
      if (++moved % filesATurn === 0) await nextTurn();
      signal.throwIfAborted();
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const target = targets.at(path);
      const kind = kindOf(target);
      const inTheWay = (what: OfInTheWay): InTheWay => new InTheWay([...folder, path].join('/'), what);
      if (!entry.isDirectory()) {
        if (kind === 'folder') throw inTheWay('a folder');
        const what = kind === 'other' ? ours.get(identityAt(target) ?? '?') : undefined;
        if (what !== undefined) throw inTheWay({ own: what });
        renameSync(sources.at(path), target);
      } else if (kind === 'nothing') renameSync(sources.at(path), target);
      else if (kind === 'folder') await move(path);
      if (entry.isDirectory() && kindOf(targets.at(path)) !== 'folder') throw inTheWay('no folder');
    }
  };
  try {
    await move('');
  } finally {
    sources.close();
    targets.close();
  }
}

/** A link to a folder does not count as a folder. */
function kindOf(path: string): 'folder' | 'nothing' | 'other' {
  try {
    return lstatSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}
