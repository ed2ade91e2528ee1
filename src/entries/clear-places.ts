import type { NamedPlaces } from '../command/named-places.js';
import { processFiles } from '../hosts/process-files.js';
import { isOutputFile } from '../hosts/with-output-file.js';
import { outputNames } from '../report/outputs.js';
import { samePlace } from './shared-places.js';

/**
 * Takes away what an earlier run left at the places that a command line names, before anything can end this one. What cannot be taken away is left to those who
 * check these inputs: they refuse it.
 */
export function clearPlaces(places: NamedPlaces): void {
  for (const { input, path } of places.paths) {
    // It may be the only copy of a token. That the place is the same is refused later.
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
    // It is refused later, with the reason.
  }
}
