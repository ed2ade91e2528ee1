/**
 * What the parallel parts of a job share: GitLab writes `: [values]` or ` 2/5` behind it (`compile` for `compile: [linux, amd64]`). A name of another
 * kind is its own. Reads each character a fixed number of times: names are foreign, and can be long.
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
