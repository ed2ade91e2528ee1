import type { ErrorParts } from '../base/app-error.js';
import type { Host } from './ports.js';
import { clearPlace, fileCodeOf, textAt, type StepFiles } from './step-files.js';

/** The part of a host that is needed here. */
type SummaryHost = Pick<Host, 'summary' | 'masker'>;

/**
 * The host, with the report also in a Markdown file. What an earlier run left there is gone before this one begins.
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
    cure: 'Check the path, whether this user may write there, and whether there is room.',
  };
}
