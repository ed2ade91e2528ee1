import { crc32 } from '../base/crc32.js';
import { isWindowsDevice, nameKeyOf } from '../base/file-naming.js';
import type { FoundJob } from './find-job.js';

/** Long enough to tell jobs apart, short enough for the paths of Windows. */
const longestFolderName = 80;

/**
 * The name of a job, or of anything in GitLab, as the name of a folder on every system: what one of them refuses becomes `-`. Names that are too long
 * end in a mark of the whole name.
 */
export function folderNameOf(name: string): string {
  const shown = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu, '-')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/gu, (ends) => '-'.repeat(Math.min(ends.length, 1)));
  const whole = isWindowsDevice(shown) ? `${shown}-` : shown === '' ? '-' : shown;
  const characters = Array.from(whole);
  if (characters.length <= longestFolderName && Buffer.byteLength(whole) <= 2 * longestFolderName)
    return whole;
  const mark = crc32(Buffer.from(name)).toString(16).padStart(8, '0');
  return `${shortened(characters, longestFolderName)}-${mark}`;
}

function shortened(characters: readonly string[], bytes: number): string {
  let kept = '';
  for (const character of characters) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}

/** The folders of a job below the one for all artifacts, outermost first: those of the trigger jobs that lead to it, and its own. */
export function foldersOf({ path, job }: Pick<FoundJob, 'path' | 'job'>): readonly string[] {
  return [...path, job.name].map(folderNameOf);
}

/**
 * A folder of its own for every job, in the order given. A job whose folder is another's, or would lie in another's, gets `(2)` behind its name or behind the
 * one that is in the way, and so on; `moved` are those jobs.
 */
export function assignFolders<T extends Pick<FoundJob, 'path' | 'job'>>(
  jobs: readonly T[],
): { readonly folders: ReadonlyMap<T, readonly string[]>; readonly moved: readonly T[] } {
  const taken: (readonly string[])[] = [];
  const folders = new Map<T, readonly string[]>();
  const moved: T[] = [];
  for (const found of jobs) {
    const wanted = foldersOf(found);
    let folder = wanted;
    let depth = clashOf(folder, taken);
    for (let count = 2; depth !== undefined; count += 1) {
      folder = wanted.with(depth, `${wanted[depth] ?? ''} (${count})`);
      depth = clashOf(folder, taken);
    }
    if (folder !== wanted) moved.push(found);
    taken.push(folder);
    folders.set(found, folder);
  }
  return { folders, moved };
}

/** Which name of a folder would have to be another one, because it is taken; `undefined` when none has to. */
function clashOf(folder: readonly string[], taken: readonly (readonly string[])[]): number | undefined {
  for (const other of taken) {
    const length = Math.min(folder.length, other.length);
    const isSame = folder
      .slice(0, length)
      .every((name, index) => nameKeyOf(name) === nameKeyOf(other[index] ?? ''));
    if (isSame) return length - 1;
  }
  return undefined;
}
