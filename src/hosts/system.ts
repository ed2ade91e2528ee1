import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
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
import { linkOnWay } from './foreign-links.js';
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
  if (found === undefined) replaceWhole(path.resolve(place), text, newFileMode);
  else if (found.isFile()) replaceWhole(realpathSync(place), text, found.mode & 0o777);
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
    const target = path.resolve(place);
    replaceWhole(target, text, modeFor(target, secrecy));
  },
  probe: (place) => {
    refuseLinks(place);
    const folder = path.dirname(path.resolve(place));
    makeFolder(folder);
    const draft = draftIn(folder);
    closeSync(openSync(draft, 'wx', newFileMode));
    rmSync(draft);
  },
  remove: (place) => {
    refuseLinks(place);
    rmSync(place, { force: true });
  },
  makeFolder: (place) => {
    refuseLinks(place);
    makeFolder(place);
  },
};

/** @throws {Error} with the system's code for a link that is not followed. */
function refuseLinks(place: string): void {
  const link = linkOnWay(place);
  if (link === undefined) return;
  throw Object.assign(new Error(`${link} is a symbolic link`), { code: 'ELOOP' });
}

function modeFor(target: string, secrecy: FileSecrecy | undefined): number {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return found === undefined || secrecy === 'secret' ? newFileMode : found.mode & 0o777;
}

/** Renames in one step: a hard link to the old file keeps its content. */
function replaceWhole(target: string, text: string, mode: number): void {
  const folder = path.dirname(target);
  makeFolder(folder);
  const draft = draftIn(folder);
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
function draftIn(folder: string): string {
  return path.join(folder, `.gitlab-trigger-${randomBytes(8).toString('hex')}.tmp`);
}

/** The system reported success, but the file lacks part of the text. */
function notWhole(): Error {
  return Object.assign(new Error('what was written is not there'), { code: 'EIO' });
}

/**
 * Creates a folder and the missing ones above it, level by level. Node's `recursive` never returns where the
 * system refuses a folder with ENOENT although the one above it exists, as in `/proc`.
 * @throws {Error} with the system's code.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let at = path.resolve(folder);
  while (!isThere(at) && path.dirname(at) !== at) {
    missing.unshift(at);
    at = path.dirname(at);
  }
  for (const each of missing) make(each);
  if (!statSync(folder).isDirectory()) {
    throw Object.assign(new Error(`${folder} is not a folder`), { code: 'ENOTDIR' });
  }
}

/** Another process may have made it meanwhile. */
function make(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isThere(folder)) throw error;
  }
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

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
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
