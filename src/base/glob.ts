/**
 * Tells whether a whole text fits `pattern`: `*` stands for any text, `?` for one character, everything else
 * for itself. A text that is the pattern fits, too. Takes at most as many steps as both lengths multiplied,
 * whatever the pattern, which a regular expression cannot promise.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  if (!isGlob(pattern)) return (text) => text === pattern;
  const wanted = Array.from(pattern.replace(/\*+/g, '*'));
  return (text) => text === pattern || fits(wanted, Array.from(text));
}

/** Whether `pattern` may stand for more than itself. */
export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Only the last `*` ever has to take more: whatever an earlier one could take as well, it can. */
function fits(wanted: readonly string[], given: readonly string[]): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let taken = 0;
  while (position < given.length) {
    if (wanted[at] === '*') {
      star = at++;
      taken = position;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[position])) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      position = ++taken;
    } else {
      return false;
    }
  }
  if (wanted[at] === '*') at += 1;
  return at === wanted.length;
}

/**
 * What the parallel parts of a job share: GitLab writes `: [values]` or ` 2/5` behind it (`compile` for
 * `compile: [linux, amd64]`). A name of another kind is its own. Reads each character a fixed number of
 * times: names are foreign, and can be long.
 */
export function sharedNameOf(name: string): string {
  if (name.endsWith(']')) {
    const values = name.indexOf(': [');
    return values < 0 ? name : name.slice(0, values);
  }
  const count = digitsFrom(name, name.length);
  if (count === name.length || name[count - 1] !== '/') return name;
  const number = digitsFrom(name, count - 1);
  return number < count - 1 && name[number - 1] === ' ' ? name.slice(0, number - 1) : name;
}

/** Where the digits that end before `end` begin. */
function digitsFrom(text: string, end: number): number {
  let at = end;
  while (at > 0 && /^\d$/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
