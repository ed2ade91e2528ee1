import { nextTurn } from '../../base/clock.js';
import { type FileNaming, isWindowsDevice, nameKeyOf } from '../../base/files.js';
import { cleanLine } from '../../base/text.js';
import { type PathTree, createPathTree } from './path-tree.js';
import { type ArchiveEntry, ArchiveProblem, mostEntries } from './zip-directory.js';

/**
 * The path of an archive entry. `hostile`: a name that no honest archive has, and that leads out of the
 * folder on some system. `unwritable`: an honest name that this system does not support.
 */
export type EntryPath =
  /** Names with slashes between them, relative to the folder to unpack to. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'hostile'; readonly why: string }
  | { readonly kind: 'unwritable'; readonly why: string };

/** Every supported system limits a path to this or less. */
const longestPathBytes = 4096;
const longestNameBytes = 255;

/** Decides where an archive entry may go. Both kinds of slashes count for safety, on every system. */
export function entryPathOf(name: string, naming: FileNaming): EntryPath {
  if (name.includes('\0')) return { kind: 'hostile', why: 'it has a NUL in its name' };
  if (/^[/\\]/.test(name)) return { kind: 'hostile', why: 'its path is absolute' };
  if (/^[A-Za-z]:/.test(name)) return { kind: 'hostile', why: 'its path begins with a drive letter' };
  if (name.split(/[/\\]/).includes('..')) return { kind: 'hostile', why: 'its path contains ".."' };
  const names = name.split('/').filter((part) => part !== '' && part !== '.');
  if (names.length === 0) return { kind: 'hostile', why: 'it has no name' };
  if (
    Buffer.byteLength(name) > longestPathBytes ||
    names.some((part) => Buffer.byteLength(part) > longestNameBytes)
  ) {
    return { kind: 'unwritable', why: 'its name is too long' };
  }
  const path = names.join('/');
  if (naming === 'windows' && names.some(isRefusedByWindows)) {
    return { kind: 'unwritable', why: 'Windows does not allow its name' };
  }
  return { kind: 'path', path };
}

function isRefusedByWindows(name: string): boolean {
  return /[\u0000-\u001f<>:"\\|?*]|[. ]$/.test(name) || isWindowsDevice(name);
}

/**
 * Whether a link to `target` in the folder `folder` (empty for the root) stays inside. Accepts `..` only at
 * the beginning: after a name, it would be relative to wherever that name leads.
 */
export function staysInside(folder: string, target: string): boolean {
  if (target === '' || /[\0\\]/.test(target) || target.startsWith('/') || /^[A-Za-z]:/.test(target))
    return false;
  const names = target.split('/').filter((part) => part !== '' && part !== '.');
  const upwards = names.findIndex((name) => name !== '..');
  const steps = upwards < 0 ? names.length : upwards;
  const depth = folder === '' ? 0 : folder.split('/').length;
  return steps <= depth && !names.slice(steps).includes('..');
}

/** What to unpack from an archive, and where. Paths are relative to the folder to unpack to, with slashes. */
export interface UnpackPlan {
  readonly folders: readonly string[];
  /** In the order of their data in the archive. */
  readonly files: readonly PlannedEntry[];
  readonly links: readonly PlannedEntry[];
  readonly bytes: number;
  /** Requested entries that this system cannot store, and why. */
  readonly unwritable: readonly { readonly name: string; readonly why: string }[];
  /** Pairs of names that are equal on some systems. Both are written if this system distinguishes them. */
  readonly alike: readonly (readonly [string, string])[];
}

export interface PlannedEntry {
  readonly path: string;
  readonly entry: ArchiveEntry;
}

/** If no requested entry exists, the plan is empty. */
export interface UnpackRequest {
  readonly entries: readonly ArchiveEntry[];
  readonly archiveBytes: number;
  readonly wants: (path: string) => boolean;
  readonly naming: FileNaming;
  readonly signal: AbortSignal;
}

/** Size in bytes that any archive may unpack to: it fits on every disk that a job runs on. */
export const harmlessBytes = 1024 ** 3;
/**
 * Above that size, the limit is this many times the archive. Logs, texts and disk images compress to a
 * hundredth at most; a zip bomb expands a thousandfold.
 */
export const highestRatio = 200;
/** Number of entries after which signals and deadlines are checked. */
const entriesATurn = 1000;
/** Minimum size in bytes of the local header before an entry's content, without the name. */
const leastRecordBytes = 30;

/**
 * Plans the unpacking. Rejects a whole archive if it contains anything that no honest archive has, requested
 * or not: its creator is malicious.
 * @throws {ArchiveProblem}
 * @throws the reason of `signal` when it aborts.
 */
export async function planUnpacking(request: UnpackRequest): Promise<UnpackPlan> {
  const { entries, archiveBytes, wants, naming, signal } = request;
  refuseOverlaps(entries, archiveBytes);
  const places = createPathTree<ArchiveEntry['kind']>((name) => name);
  const planned: PlannedEntry[] = [];
  const unwritable: { name: string; why: string }[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % entriesATurn === 0) await nextTurn();
    signal.throwIfAborted();
    const read = entryPathOf(entry.name, naming);
    if (read.kind === 'hostile') throw unsafe(entry, read.why);
    if (entry.kind === 'special') throw unsafe(entry, 'it is neither a file, a folder nor a link');
    if (read.kind === 'unwritable') {
      if (entry.kind !== 'folder' && wants(entry.name)) unwritable.push({ name: entry.name, why: read.why });
      continue;
    }
    const { path } = read;
    const place = places.enter(path);
    if (place.value !== undefined && (place.value !== 'folder' || entry.kind !== 'folder')) {
      throw new ArchiveProblem('invalid', `it has two entries ${shown(path)}`);
    }
    place.value = entry.kind;
    planned.push({ path, entry });
    // A path creates all its folders, whether they have entries or not.
    if (places.size() > mostEntries) {
      throw new ArchiveProblem('unsafe', `it has more than ${mostEntries} files and folders`);
    }
  }
  const isCaseBlind = naming !== 'posix';
  await nextTurn();
  refuseWaysThrough(planned, places, isCaseBlind ? nameKeyOf : (name) => name);
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

/** Overlapping entries let a small archive expand to a huge one. */
function refuseOverlaps(entries: readonly ArchiveEntry[], archiveBytes: number): void {
  let end = 0;
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (entry.offset < end) {
      throw new ArchiveProblem('unsafe', `${shown(entry.name)} lies within another entry`);
    }
    end = entry.offset + leastRecordBytes + entry.packedBytes;
  }
  if (end > archiveBytes)
    throw new ArchiveProblem('invalid', 'its directory lists more than the archive contains');
}

/** An entry below a link would be written wherever the link leads. */
function refuseWaysThrough(
  planned: readonly PlannedEntry[],
  places: PathTree<ArchiveEntry['kind']>,
  keyOf: (name: string) => string,
): void {
  const links = createPathTree<true>(keyOf);
  for (const { path, entry } of planned) if (entry.kind === 'link') links.enter(path).value = true;
  for (const { path, entry } of planned) {
    if (links.above(path, () => true) !== undefined) throw unsafe(entry, 'its path leads through a link');
    const file = places.above(path, (kind) => kind === 'file');
    if (file !== undefined) {
      throw new ArchiveProblem('invalid', `${shown(file)} is a file and a folder in it`);
    }
  }
}

/** The folder of a path; empty for the root. */
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
