import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of a folder in `ci/`. */
export interface WrapperFile {
  /** Relative to `ci/`. */
  readonly path: string;
  readonly text: string;
}

const ci = join(import.meta.dirname, '..', '..', '..', 'ci');

/** Folders of `ci/`, in alphabetical order. */
export function wrapperFolders(): readonly string[] {
  return readdirSync(ci, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Every file below a folder of `ci/`, however deep. */
export function wrapperFiles(folder: string): readonly WrapperFile[] {
  return readdirSync(join(ci, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(ci, path), text: readFileSync(path, 'utf8') }));
}
