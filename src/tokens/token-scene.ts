import type { TokensRequest } from '../inputs/tokens-request.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';

/** Where an operation takes place, and what messages call it. */
export interface TokenScene {
  readonly project: ProjectAddress;
  /** Path or id, as the user gave it. */
  readonly projectName: string;
  /** As a person would write it, without a trailing slash. */
  readonly gitlabUrl: string;
}

export function tokenSceneOf({ project, connection }: TokensRequest): TokenScene {
  return {
    project,
    projectName: project.kind === 'id' ? String(project.id) : project.path,
    gitlabUrl: connection.gitlabUrl,
  };
}

/** The place in GitLab's own pages where all of it can be done by hand. */
export function tokenSettings({ projectName, gitlabUrl }: TokenScene): string {
  const address = /^\d+$/.test(projectName)
    ? `${gitlabUrl}/projects/${projectName}`
    : `${gitlabUrl}/${projectName}/-/settings/ci_cd`;
  return `${address} (Settings > CI/CD > Pipeline trigger tokens)`;
}
