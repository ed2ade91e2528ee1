import { withoutEnd } from '../base/without-end.js';

/** The number of a pull request as a host tells it: alone (`7`), or as the end of its address (`https://github.com/o/r/pull/7`). */
export function pullRequestNumber(text: string | undefined): number | undefined {
  const [, digits] = /^(?:.*\/)?([1-9]\d{0,14})$/.exec(text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A ref without `refs/heads/`, `refs/tags/` or `refs/pull/`. */
export function shortRef(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/(?:heads|tags|pull)\//, '');
}

/** The full name of a tag or, where there is none, of a branch. */
export function fullRef({
  tag,
  branch,
}: {
  readonly tag?: string | undefined;
  readonly branch?: string | undefined;
}): string | undefined {
  if (tag !== undefined) return `refs/tags/${tag}`;
  return branch === undefined ? undefined : `refs/heads/${branch}`;
}

/** `group/app` of a repository's address for Git, without the password that may be in it. */
export function repositoryIn(gitUrl: string | undefined): string | undefined {
  const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec(withoutEnd(gitUrl ?? '', '/')) ?? [];
  return path?.replace(/(?<=.)\.git$/i, '');
}
