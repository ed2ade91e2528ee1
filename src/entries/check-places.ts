import { InputError } from '../base/app-error.js';
import type { Host } from '../hosts/ports.js';
import { processFiles } from '../hosts/process-files.js';
import { clearPlace, refuseLink } from '../hosts/step-files.js';
import type { ResultsRequest } from '../inputs/trigger-request.js';

/**
 * Makes sure, before anything is started, that what is asked for has a place to go to, as far as that can be known. What an earlier run left at the place of the file of
 * tests is gone then.
 * @throws {InputError} when it has none.
 */
export function checkPlaces(
  { outputs }: Pick<Host, 'outputs'>,
  { values, artifacts, junitFile }: Pick<ResultsRequest, 'values' | 'artifacts' | 'junitFile'>,
): void {
  if (values !== undefined) {
    const why = outputs.hindrance?.('open');
    if (why !== undefined) throw nowhere('values_from: the values cannot be handed to anybody', why);
    const whyNone = values.mask.length > 0 ? outputs.hindrance?.('secret') : undefined;
    if (whyNone !== undefined)
      throw nowhere('mask_values: a value that is masked cannot be handed to anybody', whyNone);
  }
  if (junitFile !== undefined) {
    clearPlace(processFiles, { input: 'junit_file', path: junitFile, wanted: 'file' }, () => {
      processFiles.remove(junitFile);
      processFiles.probe(junitFile);
    });
  }
  if (artifacts !== undefined) {
    refuseLink(processFiles, { input: 'artifacts_path', path: artifacts.path, wanted: 'folder' });
  }
}

function nowhere(what: string, why: string): InputError {
  return new InputError({
    code: 'invalid_input',
    what: `${what}, so nothing was started`,
    why: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}.`,
    cure: 'With the command, give output_file: it has all outputs on every CI. On a runner of GitHub, GITHUB_OUTPUT has to name a file that this step may write.',
  });
}
