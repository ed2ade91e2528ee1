import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { InputError } from '../base/errors.js';
import type { NamedPlaces } from '../cli/named-places.js';
import { isOutputFile } from '../hosts/decorators.js';
import type { Host } from '../hosts/host.js';
import { clearPlace, refuseLink } from '../hosts/step-files.js';
import { processFiles } from '../hosts/system.js';
import type { ResultsRequest } from '../model/requests.js';
import { outputNames } from '../report/outputs.js';

/**
 * Checks before the start that every requested file and output has a place to go, as far as that can be
 * known. Removes the file of tests of an earlier run.
 * @throws {InputError} when something has no place to go.
 */
export function checkPlaces(
  { outputs }: Pick<Host, 'outputs'>,
  { values, artifacts, junitFile }: Pick<ResultsRequest, 'values' | 'artifacts' | 'junitFile'>,
): void {
  if (values === undefined) {
    const why = outputs.blocked?.();
    if (why !== undefined) throw nowhere('No later step can receive an output', why);
  } else {
    const why = outputs.hindrance?.('open');
    if (why !== undefined) throw nowhere('values_from: no later step can receive the values', why);
    const whyNone = values.mask.length > 0 ? outputs.hindrance?.('secret') : undefined;
    if (whyNone !== undefined)
      throw nowhere('mask_values: no later step can receive a masked value', whyNone);
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
    hint: 'With the command, give output_file: it has all outputs on every CI. On a runner of GitHub, GITHUB_OUTPUT has to name a file that this step may write.',
  });
}

interface Place {
  readonly what: string;
  readonly path: string;
}

/**
 * Rejects two requests for the same path, where the last write would replace the other: a report in place of
 * a new token. `hostFiles` are the files in which the host keeps outputs.
 * @throws {InputError} when two requests share a path.
 */
export function refuseSharedPlaces(places: NamedPlaces, hostFiles: readonly string[] = []): void {
  const all: readonly Place[] = [
    ...places.paths.map(({ input, path }) => ({ what: input, path })),
    ...places.tokenFiles.map((path) => ({ what: 'save_to_file', path })),
    ...hostFiles.map((path) => ({ what: "the host's own file of outputs", path })),
  ];
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      if (one.what !== other.what && (samePlace(one.path, other.path) || isAmongOutputs(one, other, places)))
        throw shared(one, other);
    }
  }
}

/**
 * Whether the path is one of the files in a folder of outputs. The new token may be there twice, because it
 * is the same text.
 */
function isAmongOutputs(folder: Place, { what, path }: Place, places: NamedPlaces): boolean {
  if (folder.what !== 'output_file' || !samePlace(folder.path, dirname(resolve(path)))) return false;
  const { outputPrefix: prefix } = places;
  const name = basename(path);
  if (what === 'save_to_file' && name === `${prefix}token`) return false;
  return isOutputFile(name, { prefix, names: outputNames });
}

/** Whether two paths, however they are written, lead to the same place. */
export function samePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}

function placeOf(path: string): string {
  const target = resolve(path);
  try {
    return join(realpathSync(dirname(target)), basename(target));
  } catch {
    return target;
  }
}

function shared(one: Place, other: Place): InputError {
  return new InputError({
    code: 'invalid_input',
    what: `${one.what} and ${other.what} are the same place, where only one of them could stay`,
    hint: 'Give each a path of its own.',
  });
}

/**
 * Removes what an earlier run left at the paths that a command line names, before anything can end this one.
 * The checks of these inputs reject whatever cannot be removed.
 */
export function clearPlaces(places: NamedPlaces): void {
  for (const { input, path } of places.paths) {
    // It may be the only copy of a token. A later check rejects the shared path.
    if (places.tokenFiles.some((file) => samePlace(file, path))) continue;
    attempt(() => {
      if (input === 'junit_file') removeFile(path);
      else if (input === 'output_file' && isFolder(path, places)) clearFolder(path, places);
      else if (processFiles.kindOf(path) === 'file') processFiles.replace(path, '');
    });
  }
}

/** The same for the file of tests alone. */
export function removeFormerTests(path: string | undefined): void {
  const place = path?.trim() ?? '';
  if (place !== '') attempt(() => removeFile(place));
}

function removeFile(path: string): void {
  if (processFiles.kindOf(path) === 'file') processFiles.remove(path);
}

function isFolder(path: string, { outputFormat }: NamedPlaces): boolean {
  return outputFormat === undefined ? path.endsWith('/') : outputFormat.trim() === 'files';
}

function clearFolder(path: string, { outputPrefix }: NamedPlaces): void {
  if (processFiles.kindOf(path) !== 'folder') return;
  for (const name of processFiles.namesIn(path)) {
    if (isOutputFile(name, { prefix: outputPrefix, names: outputNames }))
      processFiles.remove(`${path}/${name}`);
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // A later check rejects it with the reason.
  }
}
