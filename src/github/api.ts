import { withoutEnd } from '../base/text.js';

/** The most that GitHub gives on a page. */
const largestPage = 100;

/**
 * The URLs of the API, all below `apiUrl` (`https://api.github.com`, or `https://github.example.com/api/v3`;
 * with or without a slash at the end). They throw a `RangeError` on a name that would lead elsewhere.
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

/** GitHub's words: `failure` says that the commit is bad, `error` that nobody can tell. */
export type CommitState = 'pending' | 'success' | 'failure' | 'error';

/** What to say of a commit. */
export interface StatusCreation {
  readonly state: CommitState;
  /** The name it goes by; a newer status of the same name takes the place of an older one. */
  readonly context: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl?: string | undefined;
}

/** GitHub takes no longer description. */
export const mostDescriptionCharacters = 140;

/** A repository as GitHub writes it: `owner/repository`. */
export interface RepositoryName {
  readonly owner: string;
  readonly repository: string;
}

/** Reads `owner/repository`; `undefined` when the text is something else. */
export function parseRepositoryName(text: string): RepositoryName | undefined {
  const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(text) ?? [];
  return owner === undefined || repository === undefined ? undefined : { owner, repository };
}

/** Where GitHub keeps a secret of GitHub Actions. */
export type SecretPlace =
  | ({ readonly kind: 'repository' } & RepositoryName)
  /** The name of an environment may be any text, with slashes too. */
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
 * What a token needs to write a secret there, in the words of GitHub's settings.
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
  /** Login of who wrote it, as `octocat` or `github-actions[bot]`; empty when that user is gone. */
  readonly author: string;
  /** Its page; may be empty. */
  readonly url: string;
}
