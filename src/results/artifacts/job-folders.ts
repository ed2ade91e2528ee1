import { crc32 } from 'node:zlib';

import { isWindowsDevice, nameKeyOf } from '../../base/files.js';
import { controlCharacters, invisibleMark } from '../../base/text.js';
import type { FoundJob } from '../find-job.js';

/** Invisible characters in a name, including joiners. The variation selectors of emoji stay. */
const unseen = new RegExp(`[${controlCharacters}]|${invisibleMark}|[\\u200c\\u200d]|\\p{Surrogate}`, 'gu');

/** Characters that some system rejects. */
const refused = /[<>:"/\\|?*]/g;

/** Long enough to distinguish jobs, short enough for Windows paths. */
const longestFolderName = 80;

/** Removes our secrets from a text. */
export type Redact = (text: string) => string;

/**
 * The name of a job, or of anything in GitLab, as a folder name that is valid on every system, without our
 * secrets. Characters that some system rejects become `-`. A name that is too long ends in a checksum of the
 * whole name.
 */
export function folderNameOf(raw: string, redact: Redact): string {
  // Twice: what a secret is mixed with becomes `-`, and a `-` may complete one.
  const name = redact(redact(raw.normalize('NFC')).replace(unseen, '-').replace(refused, '-'));
  const clean = name.replace(refused, '-').replace(/^[\s.]+/u, '-');
  const end = endOf(clean);
  const shown = end < clean.length ? `${clean.slice(0, end)}-` : clean;
  const whole = isWindowsDevice(shown) ? `${shown}-` : shown === '' ? '-' : shown;
  const characters = Array.from(whole);
  if (characters.length <= longestFolderName && Buffer.byteLength(whole) <= 2 * longestFolderName)
    return whole;
  const mark = crc32(Buffer.from(name)).toString(16).padStart(8, '0');
  return `${shortened(characters, longestFolderName)}-${mark}`;
}

/** The start of the blanks and dots at the end of a name. */
function endOf(name: string): number {
  let end = name.length;
  while (end > 0 && /[\s.]/u.test(name.charAt(end - 1))) end -= 1;
  return end;
}

function shortened(characters: readonly string[], bytes: number): string {
  let kept = '';
  for (const character of characters) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}

/**
 * The folders of a job below the folder for all artifacts, outermost first: those of the trigger jobs that
 * lead to it, and its own.
 */
export function foldersOf({ path, job }: Pick<FoundJob, 'path' | 'job'>, redact: Redact): readonly string[] {
  return [...path, job.name].map((name) => folderNameOf(name, redact));
}

/**
 * A separate folder for every job, in the given order. If the folder of a job is taken, or is inside a taken
 * one, `(2)` and so on is appended to the name that conflicts. `moved` are these jobs.
 */
export function assignFolders<T extends Pick<FoundJob, 'path' | 'job'>>(
  jobs: readonly T[],
  redact: Redact,
): { readonly folders: ReadonlyMap<T, readonly string[]>; readonly moved: readonly T[] } {
  const taken: TakenFolder = { isTaken: false, below: new Map() };
  const folders = new Map<T, readonly string[]>();
  const moved: T[] = [];
  /** The last number used for a name, by folder. Lower numbers are taken, so counting need not restart. */
  const counts = new Map<string, number>();
  for (const found of jobs) {
    const wanted = foldersOf(found, redact);
    let folder = wanted;
    let depth = clashOf(folder, taken);
    while (depth !== undefined) {
      const key = JSON.stringify([depth, ...wanted]);
      const count = (counts.get(key) ?? 1) + 1;
      counts.set(key, count);
      folder = wanted.with(depth, `${wanted[depth] ?? ''} (${count})`);
      depth = clashOf(folder, taken);
    }
    if (folder !== wanted) moved.push(found);
    take(folder, taken);
    folders.set(found, folder);
  }
  return { folders, moved };
}

/** A folder, keyed by what makes names equal. Nothing lies below a taken one. */
interface TakenFolder {
  isTaken: boolean;
  readonly below: Map<string, TakenFolder>;
}

function take(folder: readonly string[], taken: TakenFolder): void {
  let place = taken;
  for (const name of folder) {
    const key = nameKeyOf(name);
    const next = place.below.get(key) ?? { isTaken: false, below: new Map<string, TakenFolder>() };
    place.below.set(key, next);
    place = next;
  }
  place.isTaken = true;
}

/** The index of the name that must change because its folder is taken; `undefined` if none must. */
function clashOf(folder: readonly string[], taken: TakenFolder): number | undefined {
  let place = taken;
  for (const [depth, name] of folder.entries()) {
    const next = place.below.get(nameKeyOf(name));
    if (next === undefined) return undefined;
    if (next.isTaken) return depth;
    place = next;
  }
  return folder.length - 1;
}
