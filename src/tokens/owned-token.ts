import type { Secret } from '../base/secret.js';
import type { TriggerToken } from '../gitlab/trigger-token.js';

/** A trigger token that GitLab shows us whole, because it is ours. */
export type OwnedToken = TriggerToken & { readonly secret: Secret };

export function isOwned(token: TriggerToken): token is OwnedToken {
  return token.secret !== undefined;
}
