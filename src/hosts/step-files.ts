import { InputError } from '../base/app-error.js';

/** The files that a step leaves for others. */
export interface StepFiles {
  /** What is at a path, behind a symbolic link. @throws {Error} when that cannot be told. */
  readonly kindOf: (path: string) => 'nothing' | 'file' | 'folder' | 'other';
  /** Puts a text at a path in one step, so that a reader sees the old file or the new one. @throws {Error} when it cannot be written. */
  readonly replace: (path: string, text: string) => void;
  /** @throws {Error} when it is there and cannot be removed. */
  readonly remove: (path: string) => void;
  /** @throws {Error} when it is not there and cannot be made. */
  readonly makeFolder: (path: string) => void;
}

/** The system's word for why a file could not be used: `EACCES`. */
export function fileCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}

/**
 * Makes the place that an input names fit for this run: does `clear`, unless something of another kind is there.
 * @throws {InputError} when it cannot be used.
 */
export function clearPlace(
  files: Pick<StepFiles, 'kindOf'>,
  {
    input,
    path,
    wanted,
  }: { readonly input: string; readonly path: string; readonly wanted: 'file' | 'folder' },
  clear: () => void,
): void {
  const cure = `Give the path of a ${wanted} that this user may write, or of nothing yet. For standard output there is --json.`;
  try {
    const found = files.kindOf(path);
    if (found === 'nothing' || found === wanted) {
      clear();
      return;
    }
  } catch (error) {
    throw new InputError({
      code: 'invalid_input',
      what: `${input} cannot be written (${fileCodeOf(error)})`,
      cure,
    });
  }
  throw new InputError({
    code: 'invalid_input',
    what: `${input} has to be a ${wanted}, and there is something else at this path`,
    cure,
  });
}
