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
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { linkOnWay } from './foreign-links.js';
import type { FileSecrecy, StepFiles } from './step-files.js';

/** An output may be a secret (`token` of the tokens that were just created): nobody else needs to read it. A file that is there keeps its mode. */
const newFileMode = 0o600;

/**
 * Adds a text to a file of the host's, whatever is at that path: a link, a pipe. What could not be written whole is taken back.
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

/** The same as `processFiles.replace`, for a file of the host's: where it keeps that is its own business, behind links, too. @throws {Error} when it cannot be written. */
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

/** In the same folder, because a file can only be moved at once within a file system; nobody can lay a link there beforehand. */
function draftIn(folder: string): string {
  return path.join(folder, `.gitlab-trigger-${randomBytes(8).toString('hex')}.tmp`);
}

/** The system has said yes, and does not have all of it. */
function notWhole(): Error {
  return Object.assign(new Error('what was written is not there'), { code: 'EIO' });
}
