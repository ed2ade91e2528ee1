/**
 * A path as GitLab knows it: people write `./build.env` as well. `undefined` for what no file in artifacts is called: nothing, or with empty parts or dots in place of
 * names.
 */
export function artifactPathOf(written: string): string | undefined {
  const path = written.replace(/^(?:\.?\/)+/, '');
  const names = path.split('/');
  return names.some((name) => /^\.{0,2}$/.test(name)) || /[\0\p{Surrogate}]/u.test(path) ? undefined : path;
}
