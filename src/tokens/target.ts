import type { Clock, Random } from '../base/clock.js';
import type { Secret } from '../base/secret.js';
import type { TriggerTokenCalls } from '../gitlab/admin-calls.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type ProjectAddress, projectPage } from '../model/addresses.js';
import type { TokenEvent } from '../model/events.js';
import type { TriggerToken } from '../model/pipeline.js';
import type { TokensRequest } from '../model/requests.js';

/** What every operation works with. */
export interface TokenDeps<Part extends keyof TriggerTokenCalls = keyof TriggerTokenCalls> {
  readonly gitlab: Pick<GitLabClient, Part>;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: TokenEvent) => void;
}

/** Where an operation takes place, and what messages call it. */
export interface TokenScene {
  readonly project: ProjectAddress;
  /** As a person would write it, without a trailing slash. */
  readonly gitlabUrl: string;
}

export function tokenSceneOf({ project, connection }: TokensRequest): TokenScene {
  return {
    project,
    gitlabUrl: connection.gitlabUrl,
  };
}

/** The place in GitLab's own pages where all of it can be done by hand. */
export function tokenSettings({ project, gitlabUrl }: TokenScene): string {
  return `${projectPage(gitlabUrl, project, '/-/settings/ci_cd')} (Settings > CI/CD > Pipeline trigger tokens)`;
}

/** A trigger token that GitLab shows us whole, because it is ours. */
export type OwnedToken = TriggerToken & { readonly secret: Secret };

export function isOwned(token: TriggerToken): token is OwnedToken {
  return token.secret !== undefined;
}
