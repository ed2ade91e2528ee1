import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { systemClock } from '../base/clock.js';
import type { FileNaming } from '../base/files.js';
import { isError } from '../base/foreign-error.js';
import { linkOnWay, refuseLinks } from './foreign-links.js';
import { holdFolder, isThere } from './files/held-folder.js';
import type { HostMeans, Log } from './host.js';
import type { FileSecrecy, StepFiles } from './step-files.js';

/**
 * An output may be a secret (`token` of a new trigger token), so no other user may read a new file. An
 * existing file keeps its mode.
 */
const newFileMode = 0o600;

/**
 * Appends a text to a file of the host, whatever is at that path: a link, a pipe. Undoes an incomplete write.
 * @throws {Error} when the file cannot be written, or does not contain the text afterwards.
 */
export function appendText(place: string, text: string): void {
  if (statSync(place, { throwIfNoEntry: false })?.isFile() === false) {
    appendFileSync(place, text);
    return;
  }
  const file = openSync(place, 'a', newFileMode);
  try {
    const { size } = fstatSync(file);
    try {
      writeFileSync(file, text);
      if (fstatSync(file).size < size + Buffer.byteLength(text)) throw notWhole();
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Same as `processFiles.replace`, for a file of the host, which may be behind links.
 * @throws {Error} when it cannot be written.
 */
export function replaceHostText(place: string, text: string): void {
  const found = statSync(place, { throwIfNoEntry: false });
  const replace = (at: string, mode: number): void =>
    inFolderOf(at, 'followed', (target) => replaceWhole(target, text, mode));
  if (found === undefined) replace(place, newFileMode);
  else if (found.isFile()) replace(realpathSync(place), found.mode & 0o777);
  else writeFileSync(place, text);
}

/** The files of this machine. */
export const processFiles: StepFiles = {
  kindOf: (place) => {
    if (linkOnWay(place) !== undefined) return 'link';
    const found = lstatSync(path.resolve(place), { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : 'other';
  },
  read: (place) => {
    refuseLinks(place);
    return readFileSync(place, 'utf8');
  },
  namesIn: (place) => {
    refuseLinks(place);
    return readdirSync(place);
  },
  replace: (place, text, secrecy) => {
    refuseLinks(place);
    inFolderOf(place, 'followed_above', (target) => replaceWhole(target, text, modeFor(target, secrecy)));
  },
  probe: (place) => {
    refuseLinks(place);
    inFolderOf(place, 'followed_above', (target) => {
      const draft = draftBeside(target);
      closeSync(openSync(draft, 'wx', newFileMode));
      rmSync(draft);
    });
  },
  remove: (place) => {
    refuseLinks(place);
    if (!isThere(path.resolve(place))) return;
    inFolderOf(place, 'followed_above', (target) => rmSync(target, { force: true }));
  },
  makeFolder: (place) => holdFolder(place).close(),
};

/**
 * Calls `work` with a path to `place` that stays right if a folder on the way is replaced. Makes the missing
 * folders.
 */
function inFolderOf(
  place: string,
  links: 'followed_above' | 'followed',
  work: (target: string) => void,
): void {
  const target = path.resolve(place);
  const folder = holdFolder(path.dirname(target), { links });
  const own = folder.path();
  try {
    work(`${own}/${path.basename(target)}`);
  } catch (error) {
    throw withKnownPath(error, own, path.dirname(target));
  } finally {
    folder.close();
  }
}

/** The same error with the path that the user knows. */
function withKnownPath(error: unknown, own: string, known: string): unknown {
  if (isError(error)) error.message = error.message.replaceAll(own, known);
  return error;
}

function modeFor(target: string, secrecy: FileSecrecy | undefined): number {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return found === undefined || secrecy === 'secret' ? newFileMode : found.mode & 0o777;
}

/** Renames in one step: a hard link to the old file keeps its content. */
function replaceWhole(target: string, text: string, mode: number): void {
  const draft = draftBeside(target);
  const file = openSync(draft, 'wx', newFileMode);
  try {
    try {
      writeFileSync(file, text);
      if (mode !== newFileMode) fchmodSync(file, mode);
    } finally {
      closeSync(file);
    }
    if (readFileSync(draft, 'utf8') !== Buffer.from(text).toString('utf8')) throw notWhole();
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * In the same folder, because a file can be moved in one step only within a file system. Its random name
 * prevents a planted link.
 */
function draftBeside(target: string): string {
  return path.join(path.dirname(target), `.gitlab-trigger-${randomBytes(8).toString('hex')}.tmp`);
}

/** The system reported success, but the file lacks part of the text. */
function notWhole(): Error {
  return Object.assign(new Error('what was written is not there'), { code: 'EIO' });
}

/** The capabilities of this process. */
export function processMeans(): HostMeans {
  return {
    environment: process.env,
    print: (text) => void process.stdout.write(text),
    appendText,
    readText: (path) =>
      statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : '',
    writeText: (path, text, owner) =>
      owner === 'host' ? replaceHostText(path, text) : processFiles.replace(path, text),
    isThere,
    isFolder,
    run: async (program) => await (await import('./programs.js')).runProgram(program),
    clock: systemClock,
    processId: process.pid,
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The file names that this system allows. */
export function fileNaming(): FileNaming {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'posix';
}

/** Logs everything to standard output: a single stream keeps the order. */
export function terminalLog(): Log {
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const group = (title: string, lines: readonly string[]): void => {
    for (const line of [title, ...lines]) print(line);
  };
  return { info: print, debug: () => undefined, warning: print, error: print, group };
}
