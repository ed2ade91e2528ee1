import type { GitHubScenario } from '../../src/simulator/github/scenario.js';

/** Tokens with GitHub's prefixes that open nothing anywhere. */
export const gitHubTokens = {
  /** What a workflow has with `pull-requests: write` and `statuses: write`. */
  workflow: 'ghs_Wq8TzR4vYb6NcJdLfKx2m0PaSdFgHjKlQw3r',
  /** The same, in a pull request from a fork. */
  readOnly: 'ghs_RoTzR4vYb6NcJdLfKx2m0PaSdFgHjKlQw3rZ',
  /** Of the user octocat, who may do everything. */
  personal: 'github_pat_11AAAAAAA0mNbVcXzLkJhGf_dSaPoIuYtReWq',
} as const;

export const headSha = 'c0ffee'.padEnd(40, '0');
export const pushedSha = 'beef'.padEnd(40, '0');

/** Repository `octo/app` of the organization `octo`, with pull request 7 and the environment `production`. */
export function octoApp(changes: Partial<GitHubScenario> = {}): GitHubScenario {
  return {
    tokens: [
      {
        token: gitHubTokens.workflow,
        login: 'github-actions[bot]',
        kind: 'installation',
        permissions: { pull_requests: 'write', statuses: 'write' },
      },
      {
        token: gitHubTokens.readOnly,
        login: 'github-actions[bot]',
        kind: 'installation',
        permissions: { pull_requests: 'read', statuses: 'read' },
      },
      {
        token: gitHubTokens.personal,
        login: 'octocat',
        kind: 'personal',
        permissions: {
          secrets: 'write',
          environments: 'write',
          organization_secrets: 'write',
          pull_requests: 'write',
          statuses: 'write',
        },
      },
    ],
    repositories: [
      {
        id: 1296269,
        name: 'octo/app',
        environments: ['production', 'prod:eu west?'],
        commits: [pushedSha],
        pullRequests: [{ number: 7, headSha }],
      },
    ],
    organizations: [{ login: 'octo' }],
    ...changes,
  };
}
