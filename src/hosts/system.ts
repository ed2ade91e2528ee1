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
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { isatty } from 'node:tty';

import { systemClock } from '../base/clock.js';
import type { FileNaming } from '../base/files.js';
import { linkOnWay } from './foreign-links.js';
import type { HostMeans, Log } from './host.js';
import type { FileSecrecy, StepFiles } from './step-files.js';

/**
 * An output may be a secret (`token` of the tokens that were just created): nobody else needs to read it. A
 * file that is there keeps its mode.
 */
const newFileMode = 0o600;

/**
 * Adds a text to a file of the host's, whatever is at that path: a link, a pipe. What could not be written
 * whole is taken back.
 * @throws {Error} when the file cannot be written, or has not got the text.
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
 * The same as `processFiles.replace`, for a file of the host's: where it keeps that is its own business,
 * behind links, too.
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
    mkdirSync(folder, { recursive: true });
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
    mkdirSync(place, { recursive: true });
  },
};

/** @throws {Error} with the code that the system has for a link which is not followed. */
function refuseLinks(place: string): void {
  const link = linkOnWay(place);
  if (link === undefined) return;
  throw Object.assign(new Error(`${link} is a symbolic link`), { code: 'ELOOP' });
}

function modeFor(target: string, secrecy: FileSecrecy | undefined): number {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return found === undefined || secrecy === 'secret' ? newFileMode : found.mode & 0o777;
}

/** The name changes hands in one step: what else has the old file (a hard link) keeps that. */
function replaceWhole(target: string, text: string, mode: number): void {
  const folder = path.dirname(target);
  mkdirSync(folder, { recursive: true });
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
 * In the same folder, because a file can only be moved at once within a file system; nobody can lay a link
 * there beforehand.
 */
function draftIn(folder: string): string {
  return path.join(folder, `.gitlab-trigger-${randomBytes(8).toString('hex')}.tmp`);
}

/** The system has said yes, and does not have all of it. */
function notWhole(): Error {
  return Object.assign(new Error('what was written is not there'), { code: 'EIO' });
}

/** What this process has. */
export function processMeans(): HostMeans {
  return {
    environment: process.env,
    print: (text) => void process.stdout.write(text),
    appendText,
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

/** What names of files this system allows. */
export function fileNaming(): FileNaming {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'posix';
}

/** What is known of standard output. */
export interface StandardOutput {
  /** The system's word for why not all of it got there: `ENOSPC`; `undefined` when it did. */
  readonly failure: () => string | undefined;
  /**
   * The same, but for a reader that has gone away (`| head`, a closed terminal): what it would have read is
   * lost, and nothing else.
   */
  readonly loss: () => string | undefined;
}

/**
 * From now on no trouble with standard output ends the process halfway, and none is forgotten: the first is
 * said on standard error.
 */
export function watchStandardOutput(): StandardOutput {
  let code: string | undefined;
  const isTerminal = isatty(1);
  const loss = (): string | undefined =>
    code === 'EPIPE' || (isTerminal && code === 'EIO') ? undefined : code;
  const note = (error: unknown): void => {
    if (code !== undefined) return;
    code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
    if (loss() !== undefined) process.stderr.write(`Standard output cannot be written (${code}).\n`);
  };
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', note);
  if (isFile(1) && !isTerminal) process.stdout.write = wholeWrites(1, note);
  return { failure: () => code, loss };
}

/**
 * Keeps standard output for what a command produces: whatever else is written there from now on, also by
 * packages that know nothing of this, goes to standard error. Gives the way to the real one.
 */
export function keepStandardOutput(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (text) => void write(text);
}

/** Whether it is a file or a device: those are written to at once. */
function isFile(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || found.isCharacterDevice();
  } catch {
    return false;
  }
}

/** Node takes a write that the disk had room for only half of for a whole one. */
function wholeWrites(fd: number, onError: (error: unknown) => void): typeof process.stdout.write {
  return (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    try {
      const bytes = Buffer.from(chunk);
      for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
    } catch (error) {
      onError(error);
    }
    const callback = rest.at(-1);
    if (typeof callback === 'function') process.nextTick(callback);
    return true;
  };
}

/** Says everything on standard output: one stream keeps the order. */
export function terminalLog(): Log {
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const group = (title: string, lines: readonly string[]): void => {
    for (const line of [title, ...lines]) print(line);
  };
  return { info: print, debug: () => undefined, warning: print, error: print, group };
}
