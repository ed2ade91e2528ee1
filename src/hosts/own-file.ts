import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ResultsError } from '../base/errors.js';
import { isObject } from '../base/is-object.js';
import { cleanLine } from '../base/text.js';
import { processFiles } from './system.js';

/** A file that a process has written for others, and takes away at its end. */
export interface OwnFile {
  readonly path: string;
  readonly isThere: () => boolean;
  /** Leaves alone what somebody else has put in its place. */
  readonly remove: () => void;
}

/**
 * Writes a file where an input says.
 * @throws {ResultsError} `file_not_written`.
 */
export function ownFile(input: string, given: string, text: string): OwnFile {
  const place = path.resolve(given);
  try {
    processFiles.replace(place, text);
  } catch (error) {
    const code = isObject(error) && 'code' in error ? String(error.code) : 'no error code';
    throw new ResultsError({
      code: 'file_not_written',
      what: `${input} ${cleanLine(given, 80)} cannot be written`,
      why: `The system says ${code}.`,
      hint: 'Give the path of a file in a folder that this user may write to.',
      cause: error,
    });
  }
  return fileAt(place, text, () => processFiles.remove(place));
}

/** Writes a file in a new temporary folder of this process. */
export function temporaryFile(name: string, text: string): OwnFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'simulated-gitlab-'));
  const place = path.join(folder, name);
  processFiles.replace(place, text);
  return fileAt(place, text, () => rmSync(folder, { recursive: true, force: true }));
}

function fileAt(place: string, text: string, removeIt: () => void): OwnFile {
  return {
    path: place,
    isThere: () => processFiles.kindOf(place) === 'file',
    remove: () => {
      try {
        if (processFiles.read(place) === text) removeIt();
      } catch {
        // Somebody else has removed it.
      }
    },
  };
}
