import { nameKeyOf, type FileNaming } from '../base/file-naming.js';
import { cleanLine } from '../base/foreign-text.js';
import { ArchiveProblem, type ArchiveEntry } from './archive-entry.js';
import { entryPathOf } from './entry-path.js';

/** What of an archive is to be unpacked, and where to; paths are below the folder to unpack to, with slashes. */
export interface UnpackPlan {
  readonly folders: readonly string[];
  /** In the order in which they lie in the archive. */
  readonly files: readonly PlannedEntry[];
  readonly links: readonly PlannedEntry[];
  readonly bytes: number;
  /** What this system cannot have, and why; wanted, and left out. */
  readonly unwritable: readonly { readonly name: string; readonly why: string }[];
  /** Pairs of names that only some systems keep apart; both are written where this one does. */
  readonly alike: readonly (readonly [string, string])[];
}

export interface PlannedEntry {
  readonly path: string;
  readonly entry: ArchiveEntry;
}

/** Wanted entries that are not there come to nothing: an empty plan. */
export interface UnpackRequest {
  readonly entries: readonly ArchiveEntry[];
  readonly archiveBytes: number;
  readonly wants: (path: string) => boolean;
  readonly naming: FileNaming;
}

/** So much may come out of any archive: it fits on every disk that a job runs on. */
export const harmlessBytes = 1024 ** 3;
/** Beyond that, no more than this many times the archive. Logs, texts and disk images shrink to a hundredth at most; a bomb grows a thousandfold. */
export const highestRatio = 200;
/** In front of the content of an entry stand at least so many bytes and its name. */
const leastRecordBytes = 30;

/**
 * Decides what to unpack. An archive with anything that no honest one has is refused as a whole, wanted or not: whoever made it meant harm.
 * @throws {ArchiveProblem}
 */
export function planUnpacking({ entries, archiveBytes, wants, naming }: UnpackRequest): UnpackPlan {
  refuseOverlaps(entries, archiveBytes);
  const kinds = new Map<string, ArchiveEntry['kind']>();
  const planned: PlannedEntry[] = [];
  const unwritable: { name: string; why: string }[] = [];
  for (const entry of entries) {
    const read = entryPathOf(entry.name, naming);
    if (read.kind === 'hostile') throw unsafe(entry, read.why);
    if (entry.kind === 'special') throw unsafe(entry, 'it is neither a file, a folder nor a link');
    if (read.kind === 'unwritable') {
      if (entry.kind !== 'folder' && wants(entry.name)) unwritable.push({ name: entry.name, why: read.why });
      continue;
    }
    const { path } = read;
    const known = kinds.get(path);
    if (known !== undefined && (known !== 'folder' || entry.kind !== 'folder')) {
      throw new ArchiveProblem('invalid', `it has two entries ${shown(path)}`);
    }
    kinds.set(path, entry.kind);
    planned.push({ path, entry });
  }
  const isCaseBlind = naming !== 'posix';
  refuseWaysThrough(planned, kinds, isCaseBlind ? nameKeyOf : (path) => path);
  const wanted = planned.filter(({ path, entry }) => wants(entry.kind === 'folder' ? `${path}/` : path));
  const bytes = wanted.reduce((sum, { entry }) => sum + entry.bytes, 0);
  if (bytes > harmlessBytes && bytes > highestRatio * archiveBytes) {
    throw new ArchiveProblem(
      'unsafe',
      `${archiveBytes} bytes would become ${bytes}, more than ${highestRatio} times as many`,
    );
  }
  const { kept, alike } = tellAlike(wanted);
  if (isCaseBlind) {
    for (const [one, other] of alike)
      unwritable.push({ name: other, why: `here it is the same name as ${shown(one)}` });
  }
  const written = isCaseBlind ? kept : wanted;
  return {
    folders: written.filter(({ entry }) => entry.kind === 'folder').map(({ path }) => path),
    files: written
      .filter(({ entry }) => entry.kind === 'file')
      .sort((one, other) => one.entry.offset - other.entry.offset),
    links: written.filter(({ entry }) => entry.kind === 'link'),
    bytes: written.reduce((sum, { entry }) => sum + entry.bytes, 0),
    unwritable,
    alike: isCaseBlind ? [] : alike,
  };
}

function unsafe({ name }: ArchiveEntry, why: string): ArchiveProblem {
  return new ArchiveProblem('unsafe', `${shown(name)} cannot be unpacked: ${why}`);
}

function shown(name: string): string {
  return `"${cleanLine(name, 100)}"`;
}

/** Entries that share bytes are how a small archive becomes a huge one. */
function refuseOverlaps(entries: readonly ArchiveEntry[], archiveBytes: number): void {
  let end = 0;
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (entry.offset < end) {
      throw new ArchiveProblem('unsafe', `${shown(entry.name)} lies within another entry`);
    }
    end = entry.offset + leastRecordBytes + entry.packedBytes;
  }
  if (end > archiveBytes) throw new ArchiveProblem('invalid', 'its directory speaks of more than there is');
}

/** What lies in a link would be written wherever the link leads. */
function refuseWaysThrough(
  planned: readonly PlannedEntry[],
  kinds: ReadonlyMap<string, ArchiveEntry['kind']>,
  keyOf: (path: string) => string,
): void {
  const links = new Set(planned.filter(({ entry }) => entry.kind === 'link').map(({ path }) => keyOf(path)));
  const checked = new Set<string>();
  for (const { path, entry } of planned) {
    for (let folder = parentOf(path); folder !== '' && !checked.has(folder); folder = parentOf(folder)) {
      if (links.has(keyOf(folder))) throw unsafe(entry, 'its path leads through a link');
      if (kinds.get(folder) === 'file') {
        throw new ArchiveProblem('invalid', `${shown(folder)} is a file and a folder in it`);
      }
      checked.add(folder);
    }
  }
}

/** The folder that a path lies in; empty for the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function tellAlike(wanted: readonly PlannedEntry[]): {
  readonly kept: readonly PlannedEntry[];
  readonly alike: readonly (readonly [string, string])[];
} {
  const byKey = new Map<string, PlannedEntry>();
  const alike: (readonly [string, string])[] = [];
  const kept = wanted.filter((one) => {
    const key = nameKeyOf(one.path);
    const other = byKey.get(key);
    if (other === undefined) byKey.set(key, one);
    if (other === undefined || (other.entry.kind === 'folder' && one.entry.kind === 'folder')) return true;
    alike.push([other.path, one.path]);
    return false;
  });
  return { kept, alike };
}
