import { UnfitTextError } from '../base/text-encoding.js';
import type { TextFiles } from './input-source.js';
import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

/** The text of a file that an input names, without a byte order mark; a file that cannot be read is a problem with its error code. */
export async function readableFile(files: TextFiles, path: string): Promise<Outcome<string>> {
  try {
    return ok((await files.readText(path)).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof UnfitTextError) {
      const cure = 'Save the file as UTF-8, or as UTF-16 with a byte order mark.';
      return wrong({ at: ` ${shownText(path)}`, what: error.why, cure });
    }
    return wrong({
      at: ` ${shownText(path)}`,
      what: `cannot be read (${codeOf(error)})`,
      cure: 'Give the path of a UTF-8 text file, relative to the working directory or absolute.',
    });
  }
}

function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : 'no error code';
}
