import type { TriggerRecord } from './records.js';

/** A trigger token as the simulation itself knows it, beside the API. */
export interface TriggerTokenView {
  readonly id: number;
  readonly token: string;
  readonly description: string;
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly expiresMs: number | undefined;
}

export function triggerTokenView({
  id,
  token,
  description,
  owner,
  expiresMs,
}: TriggerRecord): TriggerTokenView {
  return { id, token, description, owner: owner.username, expiresMs };
}
