import type { GitHubScenario, GitHubToken } from './scenario.js';
import type { SealingPair } from './sealing-pair.js';

export interface CommentRecord {
  readonly id: number;
  readonly author: string;
  body: string;
}

export interface StatusRecord {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
}

export interface SecretRecord {
  readonly sealed: string;
  readonly visibility?: 'all' | 'private' | 'selected' | undefined;
  readonly repositoryIds?: readonly number[] | undefined;
}

export interface PullRequestRecord {
  readonly number: number;
  readonly headSha: string;
  /** Oldest first. */
  readonly comments: CommentRecord[];
}

export interface RepositoryRecord {
  readonly id: number;
  readonly name: string;
  readonly environments: ReadonlySet<string>;
  readonly commits: ReadonlySet<string>;
  readonly pullRequests: ReadonlyMap<number, PullRequestRecord>;
  /** Oldest first. */
  readonly statuses: StatusRecord[];
}

/** The complete state. */
export interface GitHubInstance {
  readonly pair: SealingPair;
  readonly tokens: ReadonlyMap<string, GitHubToken>;
  /** By name in lower case, as GitHub looks them up. */
  readonly repositories: ReadonlyMap<string, RepositoryRecord>;
  readonly organizations: ReadonlySet<string>;
  /** By `place/NAME`; see `placeKey`. */
  readonly secrets: Map<string, SecretRecord>;
  readonly nextIds: { comment: number; request: number };
}

/** The key of a secret's place in the map of secrets. */
export function placeKey(place: readonly string[]): string {
  return place.map((part) => part.toLowerCase()).join('\n');
}

export function buildInstance(scenario: GitHubScenario, pair: SealingPair): GitHubInstance {
  const nextIds = { comment: 1_000_000, request: 1 };
  const repositories = scenario.repositories.map((repository): RepositoryRecord => {
    const pullRequests = (repository.pullRequests ?? []).map((pull): PullRequestRecord => ({
      number: pull.number,
      headSha: pull.headSha,
      comments: (pull.comments ?? []).map((comment) => ({ id: nextIds.comment++, ...comment })),
    }));
    return {
      id: repository.id,
      name: repository.name,
      environments: new Set(repository.environments),
      commits: new Set([...(repository.commits ?? []), ...pullRequests.map(({ headSha }) => headSha)]),
      pullRequests: new Map(pullRequests.map((pull) => [pull.number, pull])),
      statuses: [],
    };
  });
  const organizations = scenario.organizations ?? [];
  const secrets = organizations.flatMap(({ login, secrets: listed = [] }) =>
    listed.map(({ name, visibility, repositoryIds }): [string, SecretRecord] => [
      placeKey(['orgs', login, name]),
      { sealed: '', visibility, repositoryIds },
    ]),
  );
  return {
    pair,
    tokens: new Map(scenario.tokens.map((token) => [token.token, token])),
    repositories: new Map(repositories.map((repository) => [repository.name.toLowerCase(), repository])),
    organizations: new Set(organizations.map(({ login }) => login.toLowerCase())),
    secrets: new Map(secrets),
    nextIds,
  };
}
