import {
  appendFileSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { StepFiles } from './step-files.js';

/** An output may be a secret (`token` of the tokens that were just created): nobody else needs to read it. A file that is there keeps its mode. */
const newFileMode = 0o600;

/** @throws {Error} when the file cannot be written. */
export function appendText(place: string, text: string): void {
  appendFileSync(place, text);
}

/** The files of this machine. */
export const processFiles: StepFiles = {
  kindOf: (place) => {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : 'other';
  },
  replace: (place, text) => {
    const found = statSync(place, { throwIfNoEntry: false });
    // A link stays one.
    const target = found === undefined ? path.resolve(place) : realpathSync(place);
    const folder = path.dirname(target);
    mkdirSync(folder, { recursive: true });
    const draft = path.join(folder, `.${path.basename(target)}.${process.pid}.tmp`);
    try {
      writeFileSync(draft, text, { mode: found === undefined ? newFileMode : found.mode & 0o777 });
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  },
  remove: (place) => rmSync(place, { force: true }),
  makeFolder: (place) => void mkdirSync(place, { recursive: true }),
};
