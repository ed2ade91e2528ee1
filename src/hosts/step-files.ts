import { type ErrorParts, InputError } from '../base/errors.js';
import type { Host } from './host.js';

/** `secret`: only this user may read it, whatever its mode was before. */
export type FileSecrecy = 'secret' | 'open';

/** The files that a step writes. No path goes through a symbolic link that may be part of a checkout. */
export interface StepFiles {
  /**
   * The kind of file at a path; `link` also if a folder on the path is one.
   * @throws {Error} when the file system does not tell.
   */
  readonly kindOf: (path: string) => FileKind;
  /** @throws {Error} when it cannot be read. */
  readonly read: (path: string) => string;
  /** The names in a folder. @throws {Error} when it cannot be read. */
  readonly namesIn: (path: string) => readonly string[];
  /**
   * Writes a text to a path in one step, so that a reader sees the old file or the new one, and verifies it.
   * @throws {Error} when it cannot be written completely.
   */
  readonly replace: (path: string, text: string, secrecy?: FileSecrecy) => void;
  /**
   * Tests whether a file can be written to a path, and leaves nothing there.
   * @throws {Error} when it cannot.
   */
  readonly probe: (path: string) => void;
  /** @throws {Error} when it exists and cannot be removed. */
  readonly remove: (path: string) => void;
  /** @throws {Error} when it does not exist and cannot be created. */
  readonly makeFolder: (path: string) => void;
}

export type FileKind = 'nothing' | 'file' | 'folder' | 'link' | 'other';

/** The system's error code for a file that could not be used: `EACCES`. */
export function fileCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}

/** A path that an input names. */
export interface NamedPlace {
  readonly input: string;
  readonly path: string;
  readonly wanted: 'file' | 'folder';
}

/**
 * Prepares the path that an input names for this run: calls `clear`, unless something of another kind exists
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
 * Makes sure that a path that an input names is no link.
 * @throws {InputError}
 */
export function refuseLink(files: Pick<StepFiles, 'kindOf'>, { input, path, wanted }: NamedPlace): void {
  let found: FileKind | undefined;
  try {
    found = files.kindOf(path);
  } catch {
    // The later write reports this error.
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

/** The text of a file; `undefined` if it cannot be read. */
export function textAt(files: Pick<StepFiles, 'read'>, path: string): string | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}

/** The part of a host that is needed here. */
type SummaryHost = Pick<Host, 'summary' | 'masker' | 'places'>;

/**
 * The host, with the report also in a Markdown file. Removes the file of an earlier run first.
 * @throws {InputError} when the file cannot be written.
 */
export function withSummaryFile<SomeHost extends SummaryHost>(
  host: SomeHost,
  files: StepFiles,
  path: string,
): SomeHost {
  let text = '';
  clearPlace(files, { input: 'summary_file', path, wanted: 'file' }, () => files.replace(path, ''));
  /**
   * Writes what is not in the file yet.
   * @throws {Error} when it cannot be written.
   */
  const keep = (): void => {
    if (textAt(files, path) !== text) files.replace(path, text);
  };
  return {
    ...host,
    places: () => [...(host.places?.() ?? []), { what: 'summary_file', path }],
    summary: {
      hasPlace: true,
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

/**
 * The host, which fails a step whose report was asked for and could not be written. It is written by default,
 * and nobody misses what was not asked for. A runner of GitHub gives the default as if it were given, so that
 * an action cannot tell.
 */
export function withAskedSummary<SomeHost extends Pick<Host, 'summary' | 'inputs'>>(
  host: SomeHost,
): SomeHost {
  const { summary } = host;
  if ((host.inputs.read('summary') ?? '').trim() === '') return host;
  let isLost = false;
  return {
    ...host,
    summary: {
      ...summary,
      write: async (markdown) => {
        const isWritten = await summary.write(markdown);
        isLost ||= !isWritten;
        return isWritten;
      },
      fault: () =>
        summary.fault?.() ??
        (isLost
          ? {
              code: 'output_lost',
              what: 'The report is not where this CI shows it, and summary asked for it',
              why: 'The place for it could not be written.',
              hint: 'Make room there, or drop the input summary: then a lost report is only a warning. With the command, summary_file has it on every CI.',
            }
          : undefined),
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
