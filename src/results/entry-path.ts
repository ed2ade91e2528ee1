import { isWindowsDevice, type FileNaming } from '../base/file-naming.js';

/**
 * What the name of something in an archive comes to. `hostile`: no honest archive has it, and it would lead out of the folder somewhere.
 * `unwritable`: an honest name that this system cannot give to a file.
 */
export type EntryPath =
  /** Names with slashes between them, below the folder to unpack to. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'hostile'; readonly why: string }
  | { readonly kind: 'unwritable'; readonly why: string };

/** Every system that we run on ends a path here or earlier. */
const longestPathBytes = 4096;
const longestNameBytes = 255;

/** Decides where something in an archive may go. Both kinds of slashes count when it comes to danger, whatever the system. */
export function entryPathOf(name: string, naming: FileNaming): EntryPath {
  if (name.includes('\0')) return { kind: 'hostile', why: 'it has a NUL in its name' };
  if (/^[/\\]/.test(name)) return { kind: 'hostile', why: 'its path is absolute' };
  if (/^[A-Za-z]:/.test(name)) return { kind: 'hostile', why: 'its path begins with a drive letter' };
  if (name.split(/[/\\]/).includes('..')) return { kind: 'hostile', why: 'its path leads upwards' };
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
 * Whether a link to `target` in the folder `folder` (empty for the root) stays inside. Only upward steps at its beginning are counted: behind a name they would
 * be counted from wherever that name leads.
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
