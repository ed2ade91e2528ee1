import { globMatcher } from '../base/glob.js';

/**
 * Tells whether a path fits `pattern`: between two slashes `*` stands for any text and `?` for one character, `**` for any number of folders, none
 * included, and everything else for itself. A slash at the end takes all that is in a folder. Case counts, and a dot in front is a character like
 * any other. Takes at most as many steps as both lengths multiplied.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const wanted = pathOf(pattern.endsWith('/') ? `${pattern}**` : pattern)
    .split('/')
    .map((part) => (part === '**' ? undefined : globMatcher(part)));
  return (path) => fits(wanted, path.split('/'));
}

/** The path without what may stand in front of one that begins at the root of an archive. */
export function pathOf(written: string): string {
  return written.replace(/^(?:\.?\/)+/, '');
}

/** Whether a text is the path of one file, and not a pattern or a folder. */
export function isPlainPath(text: string): boolean {
  return !/[*?]/.test(text) && !text.endsWith('/');
}

type Part = ((text: string) => boolean) | undefined;

/** As with `*` in a name, only the last `**` ever has to take more. */
function fits(wanted: readonly Part[], given: readonly string[]): boolean {
  let at = 0;
  let position = 0;
  let deep = -1;
  let taken = 0;
  while (position < given.length) {
    const part = wanted[at];
    if (at < wanted.length && part === undefined) {
      deep = at++;
      taken = position;
    } else if (part?.(given[position] ?? '') === true) {
      at += 1;
      position += 1;
    } else if (deep >= 0) {
      at = deep + 1;
      position = ++taken;
    } else {
      return false;
    }
  }
  // What is in a folder is not the folder itself: a `**` at the end has to take something, unless something else was taken by it.
  while (at < wanted.length && wanted[at] === undefined && at !== wanted.length - 1) at += 1;
  return at === wanted.length;
}
