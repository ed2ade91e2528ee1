import type { Clock, Random } from '../base/clock.js';
import type { Secret } from '../base/secret.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { TokenEvent } from '../model/events.js';
import type { Paged, TriggerToken } from '../model/pipeline.js';
import type { ProjectAddress, TokensRequest } from '../model/requests.js';

interface OneToken {
  readonly project: ProjectAddress;
  readonly triggerId: number;
}

/** The part of GitLab that manages trigger tokens. */
export interface TokenAdmin {
  readonly listTriggerTokens: (
    call: { readonly project: ProjectAddress; readonly fresh?: string | undefined },
    signal: AbortSignal,
  ) => Promise<Reply<Paged<TriggerToken>>>;
  readonly fetchTriggerToken: (call: OneToken, signal: AbortSignal) => Promise<Reply<TriggerToken>>;
  readonly createTriggerToken: (
    call: {
      readonly project: ProjectAddress;
      readonly description: string;
      readonly expiresAtMs: number | undefined;
    },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  readonly updateTriggerToken: (
    call: OneToken & { readonly description: string },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  readonly deleteTriggerToken: (call: OneToken, signal: AbortSignal) => Promise<Reply<'deleted'>>;
}

/** What every operation works with. */
export interface TokenDeps<Part extends keyof TokenAdmin = keyof TokenAdmin> {
  readonly gitlab: Pick<TokenAdmin, Part>;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: TokenEvent) => void;
}

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

/** A trigger token that GitLab shows us whole, because it is ours. */
export type OwnedToken = TriggerToken & { readonly secret: Secret };

export function isOwned(token: TriggerToken): token is OwnedToken {
  return token.secret !== undefined;
}
