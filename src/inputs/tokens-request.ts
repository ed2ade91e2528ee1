import type { Secret } from '../base/secret.js';
import type { Connection, ProjectAddress } from './trigger-request.js';

/** What can be done with the trigger tokens of a project. */
export const tokenOperations = ['list', 'get', 'create', 'update', 'delete', 'rotate'] as const;

export type TokenOperation = (typeof tokenOperations)[number];

/** When `rotate` deletes the token that it replaces; `auto`: once the new one is stored in a file or in a secret of GitHub. */
export const oldTokenFates = ['auto', 'always', 'never'] as const;

export type OldTokenFate = (typeof oldTokenFates)[number];

/** When a new token expires. */
export interface Expiry {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** How it was written: a `date` alone means its midnight in UTC; a `span` counts from now. */
  readonly written: 'date' | 'time' | 'span';
}

/** A secret of GitHub Actions, by its place and name. */
export interface GitHubSecretAddress {
  readonly place:
    | { readonly kind: 'repository'; readonly owner: string; readonly repository: string }
    | {
        readonly kind: 'environment';
        readonly owner: string;
        readonly repository: string;
        readonly environment: string;
      }
    | { readonly kind: 'organization'; readonly organization: string };
  readonly name: string;
}

/** Where a new token goes, beside the output of the step. */
export interface TokenTargets {
  /** Path of a file. */
  readonly file: string | undefined;
  /** Absent when there are no secrets to write. */
  readonly github:
    | { readonly apiUrl: URL; readonly token: Secret; readonly secrets: readonly GitHubSecretAddress[] }
    | undefined;
}

/** A new token, and where it goes. */
export interface CreateOrder {
  readonly operation: 'create';
  readonly description: string;
  readonly expires: Expiry | undefined;
  readonly targets: TokenTargets;
}

export interface DeleteOrder {
  readonly operation: 'delete';
  readonly triggerId: number;
  /** Id or description of the token, as a second look at what is about to go. */
  readonly confirm: string | undefined;
}

export interface RotateOrder {
  readonly operation: 'rotate';
  /** The token to replace; found by `description` when absent. */
  readonly triggerId: number | undefined;
  /** What the new token is called; as the old one when absent. One of the two is there. */
  readonly description: string | undefined;
  readonly expires: Expiry | undefined;
  readonly targets: TokenTargets;
  readonly deleteOld: OldTokenFate;
  /** Never deleted, whatever else is said. */
  readonly keepTriggerId: number | undefined;
}

export type TokenOrder =
  | { readonly operation: 'list' }
  | { readonly operation: 'get'; readonly triggerId: number }
  | { readonly operation: 'update'; readonly triggerId: number; readonly description: string }
  | CreateOrder
  | DeleteOrder
  | RotateOrder;

/** Everything that the sub-action `tokens` needs. */
export interface TokensRequest {
  readonly connection: Connection;
  readonly project: ProjectAddress;
  readonly accessToken: Secret;
  readonly order: TokenOrder;
}
