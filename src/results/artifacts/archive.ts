import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { ErrorParts } from '../../base/errors.js';
import { cleanLine } from '../../base/text.js';
import { lineNameOf } from '../find-job.js';
import { type Download, download } from './download.js';
import { cannotBeNamed, failedReply, missingOf, whatFailed } from './errors.js';
import { placeFiles } from './place-files.js';
import { type BringCall, type BringDeps, isOptional, jobCallOf, matcherOf } from './plan.js';
import { type UnpackPlan, planUnpacking } from './unpack-plan.js';
import { unpack } from './unpack.js';
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
  const { download: job, staging } = call;
  const startMs = deps.clock.nowMs();
  for (let round = 1; ; round += 1) {
    const path = join(staging, `archive-${round}.zip`);
    const files = join(staging, `files-${round}`);
    const result = await download(deps, downloadOf(deps, call, path));
    if (result.kind === 'failed') {
      const what = whatFailed(lineNameOf(job.found));
      const failure = { found: job.found, path: undefined, reply: result.reply };
      return missingOf(
        deps,
        failedReply(what, failure, deps.clock),
        isOptional(job) ? 'optional' : 'required',
      );
    }
    await mkdir(files);
    try {
      const unpacked = await unpackArchive(deps, call, { path, bytes: result.bytes, files, wants });
      await rm(path);
      const elapsed = { startMs, downloadedBytes: result.bytes };
      return await finish(deps, call, { ...unpacked, ...elapsed, files });
    } catch (error) {
      // Two halves of different archives look corrupt, and so does a truncated one. The archive itself may be
      // intact.
      const isWorthAnother =
        error instanceof ArchiveProblem &&
        (result.resumed === 'once_or_more' || result.end === 'untold') &&
        round === 1;
      if (!isWorthAnother) throw error;
      await rm(files, { recursive: true, force: true });
      await rm(path);
    }
  }
}

function downloadOf({ gitlab, onEvent }: BringDeps, call: BringCall, path: string): Download {
  const { found } = call.download;
  const listed = found.job.artifacts?.find(({ fileType }) => fileType === 'archive')?.bytes;
  return {
    path,
    request: (rest, sink, signal) => gitlab.streamArchive({ ...jobCallOf(call), rest }, sink, signal),
    listedBytes: listed,
    maxBytes: listed === undefined ? mostUnlistedBytes : listed + spareBytes,
    onProgress: (progress) => onEvent({ kind: 'progress', found, progress }),
    onInterrupted: (interruption) => onEvent({ kind: 'interrupted', found, ...interruption }),
    signal: call.signal,
  };
}

interface Unpacked {
  readonly entries: readonly ArchiveEntry[];
  readonly plan: UnpackPlan;
  readonly skippedLinks: readonly string[];
}

async function unpackArchive(
  deps: BringDeps,
  { naming, signal }: BringCall,
  archive: {
    readonly path: string;
    readonly bytes: number;
    readonly files: string;
    readonly wants: (path: string) => boolean;
  },
): Promise<Unpacked> {
  const { path, bytes: archiveBytes, files: into, wants } = archive;
  const archiveFile = await open(path, 'r+');
  try {
    const reader = new WindowReader(archiveFile.fd);
    const entries = await readDirectory(reader, { bytes: archiveBytes, signal });
    const plan = await planUnpacking({ entries, archiveBytes, wants, naming, signal });
    const { skippedLinks } = await unpack(
      deps,
      { archive: archiveFile, archiveBytes, reader, into, signal },
      plan,
    );
    return { entries, plan, skippedLinks };
  } finally {
    await archiveFile.close();
  }
}

interface Ready extends Unpacked {
  readonly files: string;
  readonly startMs: number;
  readonly downloadedBytes: number;
}

/**
 * Moves the unpacked files to their place, and reports what the archive lacks or this system cannot store.
 */
async function finish(deps: BringDeps, call: BringCall, ready: Ready): Promise<readonly ErrorParts[]> {
  const { download: job, into, folder, own, signal } = call;
  const { plan, skippedLinks, files, startMs, downloadedBytes } = ready;
  const { found, selectors } = job;
  const count = plan.files.length + plan.links.length - skippedLinks.length;
  if (count > 0 || selectors.some(({ path }) => path === undefined)) {
    await placeFiles({ from: files, into, folder, own, signal });
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
