import { withoutEnd } from '../base/without-end.js';
import type { RepositoryName } from './repository-name.js';
import type { SecretPlace } from './secret-place.js';

/** The most that GitHub gives on a page. */
const largestPage = 100;

/**
 * The URLs of the API, all below `apiUrl` (`https://api.github.com`, or `https://github.example.com/api/v3`; with or without a slash at the end).
 * They throw a `RangeError` on a name that would lead elsewhere.
 */
export const endpoints = {
  publicKey: (apiUrl: URL, place: SecretPlace): URL => below(apiUrl, ...secretsOf(place), 'public-key'),
  secret: (apiUrl: URL, place: SecretPlace, name: string): URL => below(apiUrl, ...secretsOf(place), name),
  /** Of an organization's secret. */
  secretRepositories: (apiUrl: URL, place: SecretPlace, name: string): URL =>
    withLargePages(below(apiUrl, ...secretsOf(place), name, 'repositories')),
  user: (apiUrl: URL): URL => below(apiUrl, 'user'),
  /** `/graphql` beside the REST API, and on GitHub Enterprise Server `/api/graphql` beside `/api/v3`. */
  graphql: (apiUrl: URL): URL => {
    const url = new URL(apiUrl.origin);
    url.pathname = `${withoutEnd(apiUrl.pathname, '/').replace(/\/v3$/, '')}/graphql`;
    return url;
  },
  comments: (apiUrl: URL, { repository, pullRequest }: PullRequestAddress): URL =>
    below(apiUrl, ...pathOf(repository), 'issues', checkedId(pullRequest), 'comments'),
  listedComments: (apiUrl: URL, address: PullRequestAddress): URL =>
    withLargePages(endpoints.comments(apiUrl, address)),
  comment: (apiUrl: URL, { repository, commentId }: CommentAddress): URL =>
    below(apiUrl, ...pathOf(repository), 'issues', 'comments', checkedId(commentId)),
  pullRequest: (apiUrl: URL, { repository, pullRequest }: PullRequestAddress): URL =>
    below(apiUrl, ...pathOf(repository), 'pulls', checkedId(pullRequest)),
  statuses: (
    apiUrl: URL,
    { repository, sha }: { readonly repository: RepositoryName; readonly sha: string },
  ): URL => below(apiUrl, ...pathOf(repository), 'statuses', sha),
} as const;

/** A pull request by its number. */
export interface PullRequestAddress {
  readonly repository: RepositoryName;
  readonly pullRequest: number;
}

/** A comment on a pull request; its id is unique in the repository. */
export interface CommentAddress {
  readonly repository: RepositoryName;
  readonly commentId: number;
}

function pathOf({ owner, repository }: RepositoryName): readonly string[] {
  return ['repos', owner, repository];
}

function checkedId(id: number): string {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not a number on GitHub`);
  return String(id);
}

function secretsOf(place: SecretPlace): readonly string[] {
  switch (place.kind) {
    case 'repository':
      return [...pathOf(place), 'actions', 'secrets'];
    case 'environment':
      return [...pathOf(place), 'environments', place.environment, 'secrets'];
    case 'organization':
      return ['orgs', place.organization, 'actions', 'secrets'];
  }
}

function withLargePages(url: URL): URL {
  url.searchParams.set('per_page', String(largestPage));
  return url;
}

function below(apiUrl: URL, ...segments: readonly string[]): URL {
  const lost = segments.find((segment) => segment === '' || segment === '.' || segment === '..');
  if (lost !== undefined) throw new RangeError(`'${lost}' is not a name on GitHub`);
  const url = new URL(apiUrl.origin);
  url.pathname = [withoutEnd(apiUrl.pathname, '/'), ...segments.map(encodeURIComponent)].join('/');
  return url;
}
