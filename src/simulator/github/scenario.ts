/** What a token may be allowed to do; the words of GitHub's `X-Accepted-GitHub-Permissions`. */
export type GitHubPermission =
  | 'secrets'
  | 'environments'
  | 'organization_secrets'
  | 'issues'
  | 'pull_requests'
  | 'statuses';

/** A token and its user. */
export interface GitHubToken {
  readonly token: string;
  /** `octocat`, or `github-actions[bot]` for the token of a workflow. */
  readonly login: string;
  /** Tokens of apps (`installation`) may not ask REST who they are, only GraphQL. */
  readonly kind: 'personal' | 'installation';
  /** `write` contains `read`. */
  readonly permissions: Readonly<Partial<Record<GitHubPermission, 'read' | 'write'>>>;
  /** The repositories it knows of, as `owner/name`; all when absent. */
  readonly repositories?: readonly string[] | undefined;
}

export interface GitHubComment {
  readonly author: string;
  readonly body: string;
}

export interface GitHubPullRequest {
  readonly number: number;
  readonly headSha: string;
  /** Oldest first. */
  readonly comments?: readonly GitHubComment[] | undefined;
}

export interface GitHubRepository {
  readonly id: number;
  /** `owner/name`. */
  readonly name: string;
  readonly environments?: readonly string[] | undefined;
  /** Commits that may get statuses, beside the heads of pull requests. */
  readonly commits?: readonly string[] | undefined;
  readonly pullRequests?: readonly GitHubPullRequest[] | undefined;
}

export interface GitHubOrganizationSecret {
  readonly name: string;
  readonly visibility: 'all' | 'private' | 'selected';
  readonly repositoryIds?: readonly number[] | undefined;
}

export interface GitHubOrganization {
  readonly login: string;
  readonly secrets?: readonly GitHubOrganizationSecret[] | undefined;
}

/** A GitHub with everything that our program uses, and nothing else. */
export interface GitHubScenario {
  readonly tokens: readonly GitHubToken[];
  readonly repositories: readonly GitHubRepository[];
  readonly organizations?: readonly GitHubOrganization[] | undefined;
}
