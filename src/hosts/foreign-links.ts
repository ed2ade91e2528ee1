import { lstatSync, realpathSync } from 'node:fs';
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
export function refuseLinks(place: string, end: 'counts' | 'is_replaced' = 'counts'): void {
  const link = linkOnWay(place, end);
  if (link === undefined) return;
  throw Object.assign(new Error(`${link} is a symbolic link`), { code: 'ELOOP' });
}

/**
 * Makes sure that a file to be read is not chosen by whoever wrote the checkout: no link counts outside of
 * the working folder (`/etc/ssl`, a mounted secret of Kubernetes), and none where that is the whole machine.
 * @throws {Error} ELOOP for a link in the working folder that would be followed.
 */
export function refuseLinksToRead(place: string): void {
  const folder = process.cwd();
  if (folder === path.parse(folder).root || namesBelow(folder, path.resolve(place)).length === 0) return;
  refuseLinks(place);
}

/**
 * The names on the path from a folder to a place in it; none for a place elsewhere. The path may come through
 * another name of the folder, such as a link above it.
 */
function namesBelow(folder: string, place: string): readonly string[] {
  const top = namesOf(folder, place).length > 0 ? folder : otherNameOf(folder, place);
  return top === undefined ? [] : namesOf(top, place);
}

function namesOf(folder: string, place: string): readonly string[] {
  const way = path.relative(folder, place);
  const names = way.split(path.sep);
  return way === '' || names[0] === '..' || path.isAbsolute(way) ? [] : names;
}

/** The highest folder above a place that is the given one by another name. */
function otherNameOf(folder: string, place: string): string | undefined {
  const above: string[] = [];
  for (let at = path.dirname(place); at !== path.dirname(at); at = path.dirname(at)) above.push(at);
  return above.reverse().find((each) => realPathOf(each) === folder);
}

function realPathOf(place: string): string | undefined {
  try {
    return realpathSync.native(place);
  } catch {
    return undefined;
  }
}

/** On Windows a junction also counts. */
function isLink(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
