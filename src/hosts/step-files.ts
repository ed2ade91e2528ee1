import { type ErrorParts, InputError } from '../base/errors.js';
import type { Host } from './host.js';

/** `secret`: nobody but this user may read it, whoever could before. */
export type FileSecrecy = 'secret' | 'open';

/**
 * The files that a step leaves for others. None of it goes through a symbolic link that may have come with a
 * checkout.
 */
export interface StepFiles {
  /**
   * What is at a path; `link` also when there is one on the way to it.
   * @throws {Error} when that cannot be told.
   */
  readonly kindOf: (path: string) => FileKind;
  /** @throws {Error} when it cannot be read. */
  readonly read: (path: string) => string;
  /** The names in a folder. @throws {Error} when it cannot be read. */
  readonly namesIn: (path: string) => readonly string[];
  /**
   * Puts a text at a path in one step, so that a reader sees the old file or the new one, and makes sure that
   * it is there.
   * @throws {Error} when it cannot be written whole.
   */
  readonly replace: (path: string, text: string, secrecy?: FileSecrecy) => void;
  /**
   * Tries whether a file could be put at a path, and leaves nothing there. @throws {Error} when it could not.
   */
  readonly probe: (path: string) => void;
  /** @throws {Error} when it is there and cannot be removed. */
  readonly remove: (path: string) => void;
  /** @throws {Error} when it is not there and cannot be made. */
  readonly makeFolder: (path: string) => void;
}

export type FileKind = 'nothing' | 'file' | 'folder' | 'link' | 'other';

/** The system's word for why a file could not be used: `EACCES`. */
export function fileCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}

/** A place that an input names. */
export interface NamedPlace {
  readonly input: string;
  readonly path: string;
  readonly wanted: 'file' | 'folder';
}

/**
 * Makes the place that an input names fit for this run: does `clear`, unless something of another kind is
 * there.
 * @throws {InputError} when it cannot be used.
 */
export function clearPlace(
  files: Pick<StepFiles, 'kindOf'>,
  { input, path, wanted }: NamedPlace,
  clear: (found: FileKind) => void,
): void {
  const advice = input === 'output_file' ? ' For standard output there is --json.' : '';
  const hint = `Give the path of a ${wanted} that this user may write, or of nothing yet.${advice}`;
  const refused = (what: string): InputError =>
    new InputError({ code: 'invalid_input', what: `${input} ${what}`, hint });
  let found: FileKind;
  try {
    found = files.kindOf(path);
    if (found === 'nothing' || found === wanted) {
      clear(found);
      return;
    }
  } catch (error) {
    throw refused(`cannot be written (${fileCodeOf(error)})`);
  }
  if (found === 'link') throw throughLink(input, hint);
  throw refused(`has to be a ${wanted}, and there is something else at this path`);
}

/**
 * Makes sure that a place that an input names is no link.
 * @throws {InputError}
 */
export function refuseLink(files: Pick<StepFiles, 'kindOf'>, { input, path, wanted }: NamedPlace): void {
  let found: FileKind | undefined;
  try {
    found = files.kindOf(path);
  } catch {
    // Whoever writes there will say it.
  }
  if (found === 'link') throw throughLink(input, `Give the path of a ${wanted}, or of nothing yet.`);
}

function throughLink(input: string, hint: string): InputError {
  return new InputError({
    code: 'invalid_input',
    what: `${input} is a symbolic link, or leads through one, which may have come with a checkout and is not followed`,
    hint,
  });
}

/** The text of a file; `undefined` when it cannot be read. */
export function textAt(files: Pick<StepFiles, 'read'>, path: string): string | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}

/** The part of a host that is needed here. */
type SummaryHost = Pick<Host, 'summary' | 'masker'>;

/**
 * The host, with the report also in a Markdown file. What an earlier run left there is gone before this one
 * begins.
 * @throws {InputError} when there can be no such file.
 */
export function withSummaryFile<SomeHost extends SummaryHost>(
  host: SomeHost,
  files: StepFiles,
  path: string,
): SomeHost {
  let text = '';
  clearPlace(files, { input: 'summary_file', path, wanted: 'file' }, () => files.replace(path, ''));
  /** Puts there what is not there yet. @throws {Error} when it cannot be written. */
  const keep = (): void => {
    if (textAt(files, path) !== text) files.replace(path, text);
  };
  return {
    ...host,
    summary: {
      write: async (markdown) => {
        text += `${host.masker.redactMarkdown(markdown)}\n`;
        const isWritten = await host.summary.write(markdown);
        try {
          files.replace(path, text);
        } catch {
          return false;
        }
        return isWritten;
      },
      fault: () => {
        try {
          keep();
          return undefined;
        } catch (error) {
          return faultOf(error);
        }
      },
    },
  };
}

function faultOf(error: unknown): ErrorParts {
  return {
    code: 'file_not_written',
    what: 'summary_file does not hold the report',
    why: `It could not be written: ${fileCodeOf(error)}.`,
    hint: 'Check the path, whether this user may write there, and whether there is room.',
  };
}
