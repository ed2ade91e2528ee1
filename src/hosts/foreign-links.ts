import { lstatSync } from 'node:fs';
import path from 'node:path';

/**
 * The first symbolic link on the path to a place: in the folders between the working folder and it, which may
 * be part of a checkout, or at the place itself unless `end` excludes that. Links above the working folder
 * belong to the machine (`/tmp` of macOS).
 * @throws {Error} when the file system does not tell.
 */
export function linkOnWay(place: string, end: 'counts' | 'is_replaced' = 'counts'): string | undefined {
  const target = path.resolve(place);
  const below = namesBelow(process.cwd(), target);
  const folders = below
    .slice(0, -1)
    .map((_, index) => path.join(process.cwd(), ...below.slice(0, index + 1)));
  return [...folders, ...(end === 'counts' ? [target] : [])].find(isLink);
}

/** @throws {Error} with the system's code for a link that is not followed. */
export function refuseLinks(place: string): void {
  const link = linkOnWay(place);
  if (link === undefined) return;
  throw Object.assign(new Error(`${link} is a symbolic link`), { code: 'ELOOP' });
}

/** The names on the path from a folder to a place in it; none for a place elsewhere. */
function namesBelow(folder: string, place: string): readonly string[] {
  const way = path.relative(folder, place);
  const names = way.split(path.sep);
  return way === '' || names[0] === '..' || path.isAbsolute(way) ? [] : names;
}

/** On Windows a junction also counts. */
function isLink(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
