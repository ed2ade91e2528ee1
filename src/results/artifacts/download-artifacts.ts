import { randomBytes } from 'node:crypto';
import { readdir, rm, rmdir } from 'node:fs/promises';

import type { Clock } from '../../base/clock.js';
import type { ErrorParts } from '../../base/errors.js';
import type { FileNaming, HeldFolder, OwnPlace } from '../../base/files.js';
import { mapInParallel } from '../../base/parallel.js';
import { cleanLine } from '../../base/text.js';
import type { JobPathLine } from '../../model/requests.js';
import { type FoundJob, type JobTree, findJobs, lineNameOf } from '../find-job.js';
import { missingArtifact, noSuchJob, notEnded } from '../missing.js';
import { bringArchive } from './archive.js';
import { archiveError, isFileProblem, missingOf, notWritten, whatFailed } from './errors.js';
import { type Redact, assignFolders } from './job-folders.js';
import type { NewFiles } from './place-files.js';
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
  /** Holds that folder, and makes it and those above it. @throws {Error} with the system's code. */
  readonly holdFolder: (folder: string) => HeldFolder;
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
  const { into } = call;
  const { downloads, errors } = available(deps, call);
  if (downloads.length === 0) return errors;
  const { folders, moved } = assignFolders(
    downloads.map(({ found }) => found),
    call.redact,
  );
  for (const found of moved) deps.onEvent({ kind: 'moved', found, folder: folders.get(found) ?? [] });
  let held: { readonly place: HeldFolder; readonly staging: HeldFolder };
  const name = `.gitlab-trigger-${randomBytes(6).toString('hex')}`;
  try {
    held = makeStaging(call.holdFolder(into), name);
  } catch (error) {
    return [...errors, notWritten(whatIntoFailed(into), error)];
  }
  const { place, staging } = held;
  try {
    const each = await mapInParallel([...downloads.entries()], jobsAtOnce, async ([index, download]) => {
      const folder = folders.get(download.found) ?? [];
      return await bringStaged(deps, {
        ...call,
        download,
        folder,
        into: place,
        intoPath: into,
        staging: { folder: staging, name: String(index) },
      });
    });
    const missing = each.flat();
    if (missing.length === 0 && !place.isAt(into)) missing.push(movedAway(into));
    return [...errors, ...missing];
  } finally {
    await clear(place, { staging, name });
    staging.close();
    place.close();
  }
}

/** Nobody else may reach into the staging folder. */
const stagingMode = 0o700;

function makeStaging(place: HeldFolder, name: string): { place: HeldFolder; staging: HeldFolder } {
  try {
    return { place, staging: place.make(name, stagingMode) };
  } catch (error) {
    place.close();
    throw error;
  }
}

/** In a folder of its own in the staging folder. */
async function bringStaged(
  deps: BringDeps,
  call: Omit<BringCall, 'staging'> & { readonly staging: NewFiles },
): Promise<readonly ErrorParts[]> {
  let staging: HeldFolder;
  try {
    staging = call.staging.folder.make(call.staging.name);
  } catch (error) {
    return [notWritten(whatFailed(lineNameOf(call.download.found)), error)];
  }
  try {
    return await bringJob(deps, { ...call, staging });
  } finally {
    staging.close();
  }
}

function whatIntoFailed(into: string): string {
  return `The artifacts could not be written to ${cleanLine(into, 300)}`;
}

function movedAway(into: string): ErrorParts {
  return {
    code: 'artifacts_not_written',
    what: whatIntoFailed(into),
    why: 'While they were downloaded, something else has taken the place of the folder, or of one above it.',
    hint: 'Find out what else writes there, or give another folder in artifacts_path.',
  };
}

/** If this fails, the name of the folder says what any remaining files are. */
async function clear(
  place: HeldFolder,
  { staging, name }: { readonly staging: HeldFolder; readonly name: string },
): Promise<void> {
  try {
    const own = staging.path();
    for (const each of await readdir(own))
      await rm(`${own}/${each}`, { recursive: true, force: true, maxRetries: 3 });
    // Removes no folder with something in it, and no link.
    await rmdir(`${place.path()}/${name}`, { maxRetries: 3 });
  } catch {
    // Nothing that anyone asked for.
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
