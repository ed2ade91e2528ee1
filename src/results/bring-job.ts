import type { ErrorParts } from '../base/app-error.js';
import { ArchiveProblem } from './archive-entry.js';
import type { BringCall, BringDeps } from './artifact-source.js';
import { archiveTrouble, isFileProblem, notWritten, whatFailed } from './artifact-trouble.js';
import { bringArchive } from './bring-archive.js';
import { bringFiles } from './bring-files.js';
import { lineNameOf } from './find-job.js';
import { wayOf } from './job-download.js';

/**
 * Brings the artifacts of one job to their place, and gives what is missing of them and must not be.
 * @throws the reason of `call.signal` when it aborts.
 */
export async function bringJob(deps: BringDeps, call: BringCall): Promise<readonly ErrorParts[]> {
  const way = wayOf(call.download);
  try {
    if (way.kind === 'archive') return await bringArchive(deps, call, way.wants);
    const troubles = await bringFiles(deps, call, way.paths);
    // An archive tells its end itself.
    return troubles === 'end_untold'
      ? await bringArchive(deps, call, (path) => way.paths.includes(path))
      : troubles;
  } catch (error) {
    call.signal.throwIfAborted();
    const what = whatFailed(lineNameOf(call.download.found));
    if (error instanceof ArchiveProblem) return [archiveTrouble(what, error)];
    if (isFileProblem(error)) return [notWritten(what, error)];
    throw error;
  }
}
