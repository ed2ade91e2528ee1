import type { Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';
import type { Paged } from '../gitlab/paged.js';
import type { Reply } from '../gitlab/reply.js';
import type { TriggerToken } from '../gitlab/trigger-token.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import type { TokenEvent } from './token-event.js';

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
