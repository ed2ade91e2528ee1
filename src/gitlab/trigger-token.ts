import type { Secret } from '../base/secret.js';

/** A pipeline trigger token as we read it. @see https://docs.gitlab.com/api/pipeline_triggers/ */
export interface TriggerToken {
  readonly id: number;
  readonly description: string;
  /** The first four characters after the prefix: what GitLab shows everybody who may see the list. Absent where it shows others. */
  readonly start: string | undefined;
  /** The whole token. GitLab gives it to its owner only, and each time that the owner asks. */
  readonly secret?: Secret | undefined;
  /** Username of the owner: pipelines started with the token run as this user. */
  readonly owner?: string | undefined;
  /** ISO 8601, by the server's clock; so are the other times. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  /** When the newest pipeline was started with it. */
  readonly lastUsed?: string | undefined;
  /** Absent: it never expires. */
  readonly expiresAt?: string | undefined;
}
