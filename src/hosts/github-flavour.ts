/** What differs between the CIs that speak the language of GitHub's runner. */
export interface GithubFlavour {
  readonly name: string;
  /** The variable that a run has in the address of its page. */
  readonly runVariable: 'GITHUB_RUN_ID' | 'GITHUB_RUN_NUMBER';
  /** Whether each step can show a report; a CI that shows none may not even take one. */
  readonly reports: 'shown' | 'ignored';
}

export const github: GithubFlavour = {
  name: 'GitHub Actions',
  runVariable: 'GITHUB_RUN_ID',
  reports: 'shown',
};

export const forgejo: GithubFlavour = {
  name: 'Forgejo Actions',
  runVariable: 'GITHUB_RUN_NUMBER',
  reports: 'ignored',
};

/** Until its version 1.26, Gitea had the number in the address. */
export const gitea: GithubFlavour = {
  name: 'Gitea Actions',
  runVariable: 'GITHUB_RUN_ID',
  reports: 'ignored',
};

/** The flavour of a process; all set `GITHUB_ACTIONS`, and Forgejo what Gitea sets. */
export function flavourIn(environment: Readonly<Record<string, string | undefined>>): GithubFlavour {
  if (environment.FORGEJO_ACTIONS === 'true') return forgejo;
  return environment.GITEA_ACTIONS === 'true' ? gitea : github;
}
