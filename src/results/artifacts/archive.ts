import { type FileHandle, open, rm } from 'node:fs/promises';

import type { ErrorParts } from '../../base/errors.js';
import type { HeldFolder } from '../../base/files.js';
import { cleanLine } from '../../base/text.js';
import { lineNameOf } from '../find-job.js';
import { type Download, download } from './download.js';
import { cannotBeNamed, failedReply, missingOf, whatFailed } from './errors.js';
import { type NewFiles, placeFiles } from './place-files.js';
import {
  type BringCall,
  type BringDeps,
  type JobDownload,
  isOptional,
  jobCallOf,
  matcherOf,
} from './plan.js';
import { type UnpackPlan, planUnpacking } from './unpack-plan.js';
import { unpack } from './unpack.js';
import { refuseUnlisted } from './zip-coverage.js';
import { type ArchiveEntry, ArchiveProblem, WindowReader, readDirectory } from './zip-directory.js';

/** Size limit of a download whose size GitLab does not list. */
const mostUnlistedBytes = 64 * 1024 ** 3;
/** Tolerance for a listed size that is slightly too small. The limit only stops an endless response. */
const spareBytes = 1024 * 1024;

/**
 * Downloads the archive of a job, verifies it, and moves the requested files to their place.
 * @throws {ArchiveProblem} when it is corrupt or unsafe, errors of the file system, and the reason of
 *   `call.signal`.
 */
export async function bringArchive(
  deps: BringDeps,
  call: BringCall,
  wants: (path: string) => boolean,
): Promise<readonly ErrorParts[]> {
  const startMs = deps.clock.nowMs();
  for (let round = 1; ; round += 1) {
    const came = await bringOnce(deps, call, { round, wants });
    if (came.kind === 'errors') return came.errors;
    if (came.kind === 'again') continue;
    try {
      return await finish(deps, call, { ...came, startMs });
    } finally {
      came.files.folder.close();
    }
  }
}

type CameOnce =
  | { readonly kind: 'errors'; readonly errors: readonly ErrorParts[] }
  | { readonly kind: 'again' }
  | (Unpacked & {
      readonly kind: 'unpacked';
      readonly files: NewFiles;
      readonly downloadedBytes: number;
    });

/** The archive is open from its first byte to its last, so that nothing can take its place in between. */
async function bringOnce(
  deps: BringDeps,
  call: BringCall,
  { round, wants }: { readonly round: number; readonly wants: (path: string) => boolean },
): Promise<CameOnce> {
  const { download: job, staging } = call;
  const name = `archive-${round}.zip`;
  const archive = await open(`${staging.path()}/${name}`, 'wx+');
  try {
    const result = await download(deps, downloadOf(deps, call, archive));
    if (result.kind === 'failed') {
      const what = whatFailed(lineNameOf(job.found));
      const failure = { found: job.found, path: undefined, reply: result.reply };
      const need = isOptional(job) ? 'optional' : 'required';
      return { kind: 'errors', errors: missingOf(deps, failedReply(what, failure, deps.clock), need) };
    }
    const files = { name: `files-${round}`, folder: staging.make(`files-${round}`) };
    const listed = listedBytes(job);
    try {
      if (listed !== undefined && result.bytes < listed) throw tooShort(result.bytes, listed);
      const from = { archive, bytes: result.bytes, files: files.folder, wants };
      const unpacked = await unpackArchive(deps, call, from);
      return { kind: 'unpacked', ...unpacked, files, downloadedBytes: result.bytes };
    } catch (error) {
      files.folder.close();
      // Two halves of different archives look corrupt, and so does a truncated one. The archive itself may be
      // intact.
      const isWorthAnother =
        error instanceof ArchiveProblem &&
        (result.resumed === 'once_or_more' ||
          result.end === 'untold' ||
          (listed !== undefined && result.bytes !== listed)) &&
        round === 1;
      if (!isWorthAnother) throw error;
      await rm(`${staging.path()}/${files.name}`, { recursive: true, force: true });
      return { kind: 'again' };
    }
  } finally {
    await archive.close();
    await rm(`${staging.path()}/${name}`, { force: true });
  }
}

function downloadOf({ gitlab, onEvent }: BringDeps, call: BringCall, file: FileHandle): Download {
  const { found } = call.download;
  const listed = listedBytes(call.download);
  return {
    file,
    request: (rest, sink, signal) => gitlab.streamArchive({ ...jobCallOf(call), rest }, sink, signal),
    listedBytes: listed,
    maxBytes: listed === undefined ? mostUnlistedBytes : listed + spareBytes,
    onProgress: (progress) => onEvent({ kind: 'progress', found, progress }),
    onInterrupted: (interruption) => onEvent({ kind: 'interrupted', found, ...interruption }),
    signal: call.signal,
  };
}

/** The size of the archive in GitLab's list of the job, if that has one. */
function listedBytes({ found }: JobDownload): number | undefined {
  return found.job.artifacts?.find(({ fileType }) => fileType === 'archive')?.bytes;
}

function tooShort(bytes: number, listed: number): ArchiveProblem {
  return new ArchiveProblem('invalid', `it has ${bytes} bytes, and GitLab lists it with ${listed}`);
}

interface Unpacked {
  readonly entries: readonly ArchiveEntry[];
  readonly plan: UnpackPlan;
  readonly skippedLinks: readonly string[];
}

async function unpackArchive(
  deps: BringDeps,
  { naming, signal }: BringCall,
  from: {
    readonly archive: FileHandle;
    readonly bytes: number;
    readonly files: HeldFolder;
    readonly wants: (path: string) => boolean;
  },
): Promise<Unpacked> {
  const { archive, bytes: archiveBytes, files: into, wants } = from;
  const reader = new WindowReader(archive.fd);
  const { entries, directoryStart } = await readDirectory(reader, { bytes: archiveBytes, signal });
  const plan = await planUnpacking({ entries, archiveBytes, wants, naming, signal });
  await refuseUnlisted(reader, { entries, directoryStart, signal });
  const { skippedLinks } = await unpack(deps, { archive, archiveBytes, reader, into, signal }, plan);
  return { entries, plan, skippedLinks };
}

interface Ready extends Unpacked {
  readonly files: NewFiles;
  readonly startMs: number;
  readonly downloadedBytes: number;
}

/**
 * Moves the unpacked files to their place, and reports what the archive lacks or this system cannot store.
 */
async function finish(deps: BringDeps, call: BringCall, ready: Ready): Promise<readonly ErrorParts[]> {
  const { download: job, folder } = call;
  const { plan, skippedLinks, files, startMs, downloadedBytes } = ready;
  const { found, selectors } = job;
  const count = plan.files.length + plan.links.length - skippedLinks.length;
  if (count > 0 || selectors.some(({ path }) => path === undefined)) {
    await placeFiles({ ...call, from: files });
    const elapsedMs = deps.clock.nowMs() - startMs;
    const sizes = { files: count, bytes: plan.bytes, downloadedBytes, elapsedMs };
    deps.onEvent({ kind: 'collected', found, folder, ...sizes });
  }
  if (plan.alike.length > 0) deps.onEvent({ kind: 'alike', found, pairs: plan.alike });
  if (skippedLinks.length > 0) deps.onEvent({ kind: 'links_left_out', found, names: skippedLinks });
  const { unwritable } = plan;
  const lacks = unfitting(deps, call, ready);
  return unwritable.length === 0 ? lacks : [...lacks, cannotBeNamed(lineNameOf(found), unwritable)];
}

/** Maximum number of files of an archive named in a message. */
const namesShown = 5;

/** The lines that match no file. */
function unfitting(
  deps: BringDeps,
  { download: job }: BringCall,
  { plan, entries }: Ready,
): readonly ErrorParts[] {
  const taken = [...plan.files, ...plan.links].map(({ path }) => path);
  const wanted = [...taken, ...plan.unwritable.map(({ name }) => name)];
  return job.selectors.flatMap(({ line, path }) => {
    if (path === undefined || wanted.some(matcherOf(path))) return [];
    const files = entries.filter(({ kind }) => kind !== 'folder').map(({ name }) => cleanLine(name, 80));
    const more = files.length > namesShown ? ` and ${files.length - namesShown} more` : '';
    const has = files.length === 0 ? 'is empty' : `has ${files.slice(0, namesShown).join(', ')}${more}`;
    const failure: ErrorParts = {
      code: 'artifact_missing',
      what: whatFailed(line.text),
      why: `No file in the archive matches ${cleanLine(path, 200)}; it ${has}.`,
      hint: 'Paths begin at the root of the repository, as in artifacts:paths. * stays within a folder, ** goes through folders, and dist/ takes all that is in dist.',
    };
    return missingOf(deps, failure, line.need);
  });
}
