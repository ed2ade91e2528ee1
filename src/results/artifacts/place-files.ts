import { lstat, mkdir, readdir, realpath, rename } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

import { type OwnPlace, systemCodeOf } from '../../base/files.js';

/** A path that is occupied by something that must not be replaced. */
export class InTheWay extends Error {
  /** Relative to the folder for all artifacts. */
  readonly place: string;

  /** The input that asks this step for a file there, if one does. */
  readonly own: string | undefined;

  constructor(place: string, kind: 'a folder' | 'no folder' | { readonly own: string }) {
    const own = typeof kind === 'object' ? kind.own : undefined;
    const found = kind === 'a folder' ? 'a folder is' : 'something that is no folder is';
    super(own === undefined ? `${found} in the way` : `this step writes ${own} there`);
    this.name = 'InTheWay';
    this.place = place;
    this.own = own;
  }
}

/** Where to move the new files. */
export interface Placing {
  /** The folder with the new files, on the same disk. It is empty or gone afterwards. */
  readonly from: string;
  /** The folder for all artifacts, which exists. */
  readonly into: string;
  /** Names below it, outermost first. */
  readonly folder: readonly string[];
  /** The files that the step writes itself, which no artifact may replace. */
  readonly own: readonly OwnPlace[];
  readonly signal: AbortSignal;
}

/**
 * Moves files to their place. Replaces each existing file in one step, and changes nothing else. Never writes
 * through a link: a link in place of a folder is a conflict. Moves nothing if one of them belongs where the
 * step writes a file of its own.
 * @throws {InTheWay}
 * @throws errors of the system, and the reason of `signal`; files moved so far stay.
 */
export async function placeFiles({ from, into, folder, own, signal }: Placing): Promise<void> {
  for (const place of own) await refuseOver(place, { from, into, folder });
  for (let depth = 1; depth < folder.length; depth += 1) {
    await makeRealFolder(into, folder.slice(0, depth));
  }
  await moveFolder({ from, into, signal }, folder);
}

/** @throws {InTheWay} when a new file, or a folder on the way to it, belongs to the place. */
async function refuseOver(
  { what, path }: OwnPlace,
  { from, into, folder }: Pick<Placing, 'from' | 'into' | 'folder'>,
): Promise<void> {
  const names = relative(await realPathOf(into), await realPathOf(path)).split(sep);
  if (names[0] === '..' || isAbsolute(names.join(sep))) return;
  if (!names.slice(0, folder.length).every((name, index) => name === folder[index])) return;
  // Otherwise the place is the folder of the job, or one above it.
  for (let depth = folder.length; depth < names.length; depth += 1) {
    const kind = await kindOf(join(from, ...names.slice(folder.length, depth + 1)));
    if (kind === 'nothing') return;
    if (kind === 'other') break;
  }
  throw new InTheWay(names.join('/'), { own: what });
}

/** Without links in the folders above it, as far as they exist. */
async function realPathOf(path: string): Promise<string> {
  const target = resolve(path);
  try {
    return join(await realpath(dirname(target)), basename(target));
  } catch {
    return target;
  }
}

async function makeRealFolder(into: string, names: readonly string[]): Promise<void> {
  const kind = await kindOf(join(into, ...names));
  if (kind === 'nothing') await mkdir(join(into, ...names));
  else if (kind === 'other') throw new InTheWay(names.join('/'), 'no folder');
}

async function moveFolder(
  { from, into, signal }: Pick<Placing, 'from' | 'into' | 'signal'>,
  names: readonly string[],
): Promise<void> {
  const target = join(into, ...names);
  const kind = await kindOf(target);
  if (kind === 'nothing') {
    await rename(from, target);
    return;
  }
  if (kind === 'other') throw new InTheWay(names.join('/'), 'no folder');
  for (const entry of await readdir(from, { withFileTypes: true })) {
    signal.throwIfAborted();
    const source = join(from, entry.name);
    if (entry.isDirectory()) {
      await moveFolder({ from: source, into, signal }, [...names, entry.name]);
      continue;
    }
    const place = join(target, entry.name);
    if ((await kindOf(place)) === 'folder') throw new InTheWay([...names, entry.name].join('/'), 'a folder');
    await rename(source, place);
  }
}

/** A link to a folder does not count as a folder. */
async function kindOf(path: string): Promise<'folder' | 'nothing' | 'other'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}
