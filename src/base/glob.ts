/**
 * A test for whole texts that match `pattern`: `*` matches any text, `?` one character, everything else
 * itself. A text equal to the pattern matches too. The number of steps is at most the product of both lengths
 * for every pattern, which a regular expression cannot guarantee.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  if (!isGlob(pattern)) return (text) => text === pattern;
  const wanted = Array.from(pattern.replace(/\*+/g, '*'));
  return (text) => text === pattern || fits(wanted, Array.from(text));
}

/** Whether `pattern` may match more than itself. */
export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Only the last `*` ever has to backtrack: it can match whatever an earlier one could. */
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
 * The common name of a job's parallel jobs, to which GitLab appends `: [values]` or ` 2/5` (`compile` for
 * `compile: [linux, amd64]`). Any other name is returned unchanged. Reads each character a fixed number of
 * times, because names come from outside and can be long.
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

/** The start of the digits that end before `end`. */
function digitsFrom(text: string, end: number): number {
  let at = end;
  while (at > 0 && /^\d$/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
