import { open, rm } from 'node:fs/promises';

import type { ErrorParts } from '../../base/errors.js';
import { type DownloadResult, download } from './download.js';
import { cannotBeNamed, failedReply, missingOf, whatFailed } from './errors.js';
import { type FolderTree, createFolderTree } from './folder-tree.js';
import { type NewFiles, placeFiles } from './place-files.js';
import { type BringCall, type BringDeps, type ArtifactSelector, artifactPathOf, jobCallOf } from './plan.js';
import { entryPathOf } from './unpack-plan.js';

/** Size limit of a single file; GitLab does not list its size. */
const mostFileBytes = 16 * 1024 ** 3;

/**
 * Downloads single files of a job without the rest of its archive, and moves them to their place. GitLab
 * extracts them, so there are no checksums or permissions: only the length can be verified. `end_untold` if
 * not even that is possible, because the response does not state its length. Then nothing is moved.
 * @throws errors of the file system, and the reason of `call.signal`.
 */
export async function bringFiles(
  deps: BringDeps,
  call: BringCall,
  paths: readonly string[],
): Promise<readonly ErrorParts[] | 'end_untold'> {
  const name = 'files';
  const files = call.staging.make(name);
  const tree = createFolderTree(files);
  try {
    return await bringInto(deps, call, { paths, files: { folder: files, name }, tree });
  } finally {
    tree.close();
    files.close();
  }
}

async function bringInto(
  deps: BringDeps,
  call: BringCall,
  given: { readonly paths: readonly string[]; readonly files: NewFiles; readonly tree: FolderTree },
): Promise<readonly ErrorParts[] | 'end_untold'> {
  const { download: job, folder } = call;
  const { paths, files: from, tree } = given;
  const startMs = deps.clock.nowMs();
  const errors: ErrorParts[] = [];
  let files = 0;
  let bytes = 0;
  for (const path of paths) {
    const came = await bringFile(deps, call, { path, tree });
    if (came.kind === 'end_untold') return came.kind;
    if (came.kind === 'file') {
      files += 1;
      bytes += came.bytes;
    } else {
      for (const { line } of selectorsFor(job.selectors, path)) {
        errors.push(...came.errorsOf(line.text, line.need));
      }
    }
  }
  if (files > 0) {
    tree.verify();
    await placeFiles({ ...call, from });
    const elapsedMs = deps.clock.nowMs() - startMs;
    deps.onEvent({
      kind: 'collected',
      found: job.found,
      folder,
      files,
      bytes,
      downloadedBytes: bytes,
      elapsedMs,
    });
  }
  return errors;
}

function selectorsFor(selectors: readonly ArtifactSelector[], path: string): readonly ArtifactSelector[] {
  return selectors.filter((selector) => artifactPathOf(selector.path ?? '') === path);
}

type Came =
  | { readonly kind: 'file'; readonly bytes: number }
  | { readonly kind: 'end_untold' }
  | {
      readonly kind: 'nothing';
      readonly errorsOf: (line: string, need: ArtifactSelector['line']['need']) => readonly ErrorParts[];
    };

async function bringFile(
  deps: BringDeps,
  call: BringCall,
  { path, tree }: { readonly path: string; readonly tree: FolderTree },
): Promise<Came> {
  const { gitlab, onEvent, clock } = deps;
  const { download: job, naming, signal } = call;
  const { found } = job;
  const place = entryPathOf(path, naming);
  if (place.kind !== 'path') {
    return { kind: 'nothing', errorsOf: (line) => [cannotBeNamed(line, [{ name: path, why: place.why }])] };
  }
  const file = await open(tree.at(place.path), 'wx');
  let result: DownloadResult;
  try {
    result = await download(deps, {
      file,
      request: (_rest, sink, requestSignal) =>
        gitlab.streamArtifactFile({ ...jobCallOf(call), path }, sink, requestSignal),
      maxBytes: mostFileBytes,
      onProgress: (progress) => onEvent({ kind: 'progress', found, progress }),
      onInterrupted: (interruption) => onEvent({ kind: 'interrupted', found, ...interruption }),
      signal,
    });
  } finally {
    await file.close();
  }
  if (result.kind === 'done' && result.end === 'untold') return { kind: 'end_untold' };
  if (result.kind === 'done') return { kind: 'file', bytes: result.bytes };
  await rm(tree.at(place.path));
  const { reply } = result;
  return {
    kind: 'nothing',
    errorsOf: (line, need) =>
      missingOf(deps, failedReply(whatFailed(line), { found, path, reply }, clock), need),
  };
}
