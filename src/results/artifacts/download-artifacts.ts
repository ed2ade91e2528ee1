import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../../base/clock.js';
import type { ErrorParts } from '../../base/errors.js';
import type { FileNaming, OwnPlace } from '../../base/files.js';
import { mapInParallel } from '../../base/parallel.js';
import { cleanLine } from '../../base/text.js';
import type { JobPathLine } from '../../model/requests.js';
import { type FoundJob, type JobTree, findJobs, lineNameOf } from '../find-job.js';
import { missingArtifact, noSuchJob, notEnded } from '../missing.js';
import { bringArchive } from './archive.js';
import { archiveError, isFileProblem, missingOf, notWritten, whatFailed } from './errors.js';
import { type Redact, assignFolders } from './job-folders.js';
import { type BringCall, type BringDeps, type JobDownload, groupByJob, isOptional, wayOf } from './plan.js';
import { bringFiles } from './single-files.js';
import { ArchiveProblem } from './zip-directory.js';

/**
 * Downloads the artifacts of one job to their place, and returns the required ones that are missing.
 * @throws the reason of `call.signal` when it aborts.
 */
export async function bringJob(deps: BringDeps, call: BringCall): Promise<readonly ErrorParts[]> {
  const way = wayOf(call.download);
  try {
    if (way.kind === 'archive') return await bringArchive(deps, call, way.wants);
    const errors = await bringFiles(deps, call, way.paths);
    // An archive marks its own end.
    return errors === 'end_untold'
      ? await bringArchive(deps, call, (path) => way.paths.includes(path))
      : errors;
  } catch (error) {
    call.signal.throwIfAborted();
    const what = whatFailed(lineNameOf(call.download.found));
    if (error instanceof ArchiveProblem) return [archiveError(what, error)];
    if (isFileProblem(error)) return [notWritten(what, error)];
    throw error;
  }
}

export interface ArtifactsCall {
  readonly lines: readonly JobPathLine[];
  readonly tree: JobTree;
  /** The folder for all artifacts, as an absolute path. Each job gets a folder of its own in it. */
  readonly into: string;
  /** Makes that folder and those above it. @throws {Error} with the system's code. */
  readonly makeFolder: (folder: string) => void;
  readonly naming: FileNaming;
  /** The files that the step writes itself, which no artifact may replace. */
  readonly own: readonly OwnPlace[];
  /** For the names of the folders, which come from GitLab. */
  readonly redact: Redact;
  readonly signal: AbortSignal;
}

/** As many as a browser; more would only share the same connection. */
const jobsAtOnce = 4;

/**
 * Downloads what the lines name, four jobs at a time, and returns the required parts that are missing. Files
 * appear only when complete: everything is downloaded and unpacked in a staging folder, and moved after
 * verification.
 * @throws the reason of `call.signal` when it aborts; nothing unfinished stays.
 */
export async function downloadArtifacts(
  deps: BringDeps,
  call: ArtifactsCall,
): Promise<readonly ErrorParts[]> {
  const { into, signal } = call;
  const { downloads, errors } = available(deps, call);
  if (downloads.length === 0) return errors;
  const { folders, moved } = assignFolders(
    downloads.map(({ found }) => found),
    call.redact,
  );
  for (const found of moved) deps.onEvent({ kind: 'moved', found, folder: folders.get(found) ?? [] });
  const staging = join(into, `.gitlab-trigger-${randomBytes(6).toString('hex')}`);
  try {
    call.makeFolder(into);
    await mkdir(staging);
  } catch (error) {
    return [...errors, notWritten(`The artifacts could not be written to ${cleanLine(into, 300)}`, error)];
  }
  try {
    const each = await mapInParallel([...downloads.entries()], jobsAtOnce, async ([index, download]) => {
      const job = join(staging, String(index));
      await mkdir(job);
      const folder = folders.get(download.found) ?? [];
      return await bringJob(deps, {
        download,
        folder,
        into,
        staging: job,
        naming: call.naming,
        own: call.own,
        signal,
      });
    });
    return [...errors, ...each.flat()];
  } finally {
    // The name of the folder says what any remaining files are.
    await rm(staging, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** The jobs with something to download, and why the others have nothing. */
function available(
  deps: BringDeps,
  { lines, tree }: ArtifactsCall,
): { readonly downloads: readonly JobDownload[]; readonly errors: readonly ErrorParts[] } {
  const errors: ErrorParts[] = [];
  const found: { line: JobPathLine; jobs: readonly FoundJob[]; path: string | undefined }[] = [];
  for (const line of lines) {
    const search = findJobs(line, tree);
    if (search.kind === 'found') found.push({ line, jobs: search.jobs, path: search.path });
    else {
      const failure = noSuchJob(whatFailed(line.text), search);
      // If several jobs match, the line is a failure, not a missing file.
      const kind = search.kind === 'ambiguous' ? 'failure' : 'nothing_there';
      errors.push(...missingOf(deps, { kind, failure }, line.need));
    }
  }
  const downloads = groupByJob(found).filter((download) => {
    const what = whatFailed(lineNameOf(download.found));
    const missing = notEnded(what, download.found) ?? withoutArchive(what, download.found, deps.clock);
    if (missing === undefined) return true;
    errors.push(...missingOf(deps, missing, isOptional(download) ? 'optional' : 'required'));
    return false;
  });
  return { downloads, errors };
}

/** Only if GitLab lists the artifacts of a job. A server that does not list them is asked. */
function withoutArchive(
  what: string,
  found: FoundJob,
  clock: Pick<Clock, 'epochMs'>,
): ErrorParts | undefined {
  const { artifacts } = found.job;
  if (artifacts === undefined || artifacts.some(({ fileType }) => fileType === 'archive')) return undefined;
  return missingArtifact(what, { found, path: undefined }, clock);
}
