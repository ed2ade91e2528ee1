import type { Host } from './ports.js';
import { clearPlace, type StepFiles } from './step-files.js';

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
    },
  };
}
