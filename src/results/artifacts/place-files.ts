import { lstat, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { systemCodeOf } from '../../base/files.js';

/** A path that is occupied by something that must not be replaced. */
export class InTheWay extends Error {
  /** Relative to the folder for all artifacts. */
  readonly place: string;

  constructor(place: string, kind: 'a folder' | 'no folder') {
    super(`${kind === 'a folder' ? 'a folder is' : 'something that is no folder is'} in the way`);
    this.name = 'InTheWay';
    this.place = place;
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
  readonly signal: AbortSignal;
}

/**
 * Moves files to their place. Replaces each existing file in one step, and changes nothing else. Never writes
 * through a link: a link in place of a folder is a conflict.
 * @throws {InTheWay}
 * @throws errors of the system, and the reason of `signal`; files moved so far stay.
 */
export async function placeFiles({ from, into, folder, signal }: Placing): Promise<void> {
  for (let depth = 1; depth < folder.length; depth += 1) {
    await makeRealFolder(into, folder.slice(0, depth));
  }
  await moveFolder({ from, into, signal }, folder);
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
