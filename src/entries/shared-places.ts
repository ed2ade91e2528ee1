import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { InputError } from '../base/app-error.js';
import type { NamedPlaces } from '../command/named-places.js';
import { isOutputFile } from '../hosts/with-output-file.js';
import { outputNames } from '../report/outputs.js';

interface Place {
  readonly what: string;
  readonly path: string;
}

/**
 * Makes sure that no two things are asked for at one place, where the one that is written last would be all that is there: a report in the place of a new token. `hostFiles` are
 * those in which the host keeps outputs.
 * @throws {InputError}
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

/** Whether it would be one of the files in a folder of outputs. The new token may be there twice: it is the same text. */
function isAmongOutputs(folder: Place, { what, path }: Place, places: NamedPlaces): boolean {
  if (folder.what !== 'output_file' || !samePlace(folder.path, dirname(resolve(path)))) return false;
  const { outputPrefix: prefix } = places;
  const name = basename(path);
  if (what === 'save_to_file' && name === `${prefix}token`) return false;
  return isOutputFile(name, { prefix, names: outputNames });
}

/** Whether two paths, however they are written, lead to one place. */
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
    cure: 'Give each a path of its own.',
  });
}
