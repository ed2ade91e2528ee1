import { withoutEnd } from '../base/text.js';

/** GitHub's maximum page size. */
const largestPage = 100;

/**
 * The URLs of the API, all below `apiUrl` (`https://api.github.com`, or `https://github.example.com/api/v3`;
 * with or without a trailing slash). The functions throw a `RangeError` on a name that would lead elsewhere.
 */
export const endpoints = {
  publicKey: (apiUrl: URL, place: SecretPlace): URL => below(apiUrl, ...secretsOf(place), 'public-key'),
  secret: (apiUrl: URL, place: SecretPlace, name: string): URL => below(apiUrl, ...secretsOf(place), name),
  /** The repositories of an organization's secret. */
  secretRepositories: (apiUrl: URL, place: SecretPlace, name: string): URL =>
    withLargePages(below(apiUrl, ...secretsOf(place), name, 'repositories')),
  user: (apiUrl: URL): URL => below(apiUrl, 'user'),
  /** `/graphql` beside the REST API; on GitHub Enterprise Server `/api/graphql` beside `/api/v3`. */
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

/** A comment on a pull request; its ID is unique in the repository. */
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

/** GitHub's words: `failure` means that the commit is bad, `error` that this is unknown. */
export type CommitState = 'pending' | 'success' | 'failure' | 'error';

/** The commit status to set. */
export interface StatusCreation {
  readonly state: CommitState;
  /** The name of the status. A newer status with the same name replaces an older one. */
  readonly context: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl?: string | undefined;
}

/** GitHub's limit. */
export const mostDescriptionCharacters = 140;

/** A repository as GitHub writes it: `owner/repository`. */
export interface RepositoryName {
  readonly owner: string;
  readonly repository: string;
}

/** Parses `owner/repository`; `undefined` for any other text. */
export function parseRepositoryName(text: string): RepositoryName | undefined {
  const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(text) ?? [];
  return owner === undefined || repository === undefined ? undefined : { owner, repository };
}

/** Where GitHub stores a secret of GitHub Actions. */
export type SecretPlace =
  | ({ readonly kind: 'repository' } & RepositoryName)
  /** The name of an environment may be any text, including slashes. */
  | ({ readonly kind: 'environment'; readonly environment: string } & RepositoryName)
  | { readonly kind: 'organization'; readonly organization: string };

/** Which repositories of an organization may read its secret. */
export type SecretVisibility = 'all' | 'private' | 'selected';

/** `octo/app`, `the environment production of octo/app`, `the organization octo`. */
export function placeName(place: SecretPlace): string {
  switch (place.kind) {
    case 'repository':
      return `${place.owner}/${place.repository}`;
    case 'environment':
      return `the environment ${place.environment} of ${place.owner}/${place.repository}`;
    case 'organization':
      return `the organization ${place.organization}`;
  }
}

/**
 * The permission that a token needs to write a secret there, as GitHub's settings name it.
 * @see https://docs.github.com/en/rest/actions/secrets
 */
export function secretPermission(place: SecretPlace): string {
  switch (place.kind) {
    case 'repository':
      return 'the repository permission "Secrets: Read and write" (a classic token: the scope repo)';
    case 'environment':
      return 'the repository permission "Environments: Read and write" (a classic token: the scope repo)';
    case 'organization':
      return 'the organization permission "Secrets: Read and write" (a classic token: the scope admin:org)';
  }
}

/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Login of the author, such as `octocat` or `github-actions[bot]`; empty if that user no longer exists. */
  readonly author: string;
  /** Its page; may be empty. */
  readonly url: string;
}
