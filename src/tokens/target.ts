import type { Clock, Random } from '../base/clock.js';
import type { Secret } from '../base/secret.js';
import type { TriggerTokenCalls } from '../gitlab/admin-calls.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type ProjectAddress, projectPage } from '../model/addresses.js';
import type { TokenEvent } from '../model/events.js';
import type { TriggerToken } from '../model/pipeline.js';
import type { TokensRequest } from '../model/requests.js';

/** What every operation uses. */
export interface TokenDeps<Part extends keyof TriggerTokenCalls = keyof TriggerTokenCalls> {
  readonly gitlab: Pick<GitLabClient, Part>;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: TokenEvent) => void;
}

/** The project of an operation, and its name in messages. */
export interface TokenScene {
  readonly project: ProjectAddress;
  /** As users write it, without a trailing slash. */
  readonly gitlabUrl: string;
}

/** The project of a request about tokens. */
export function tokenSceneOf({ project, connection }: TokensRequest): TokenScene {
  return {
    project,
    gitlabUrl: connection.gitlabUrl,
  };
}

/** The GitLab page where the user can do all of this by hand. */
export function tokenSettings({ project, gitlabUrl }: TokenScene): string {
  return `${projectPage(gitlabUrl, project, '/-/settings/ci_cd')} (Settings > CI/CD > Pipeline trigger tokens)`;
}

/** A trigger token that GitLab shows in full because this user owns it. */
export type OwnedToken = TriggerToken & { readonly secret: Secret };

/** Whether the caller owns the token, and so may see and rename it. */
export function isOwned(token: TriggerToken): token is OwnedToken {
  return token.secret !== undefined;
}
