import { withoutTokens } from '../base/token-kind.js';
import type { TriggerToken } from '../gitlab/trigger-token.js';
import { bounded, jsonList } from './json-list.js';

/** The outputs of the sub-action `tokens`. */
export const tokensOutputs = [
  {
    name: 'trigger_id',
    description: 'Id of the trigger token; for `create` and `rotate` of the new one. Not set by `list`.',
  },
  {
    name: 'token',
    description:
      'The whole new token, for `create` and `rotate` only; masked in the log. GitHub gives it to later steps of the same job and keeps it from other jobs.',
  },
  {
    name: 'old_trigger_id',
    description: 'Id of the token that `rotate` replaced, whether it was deleted or left.',
  },
  {
    name: 'triggers',
    description:
      'The trigger tokens that the operation was about as JSON, in the shape that docs/outputs.md describes: all of them for `list`, else one. Never a whole token.',
  },
] as const;

/** `token` is a secret, and set by itself. */
export type TokensOutputs = Readonly<
  Partial<Record<Exclude<(typeof tokensOutputs)[number]['name'], 'token'>, string>>
>;

/** The outputs about one token. */
export function oneTokenOutputs(token: TriggerToken): TokensOutputs {
  return { trigger_id: String(token.id), ...tokenListOutputs([token]) };
}

/** The outputs about many. */
export function tokenListOutputs(tokens: readonly TriggerToken[]): TokensOutputs {
  return { triggers: jsonList('triggers', tokens.map(tokenEntry)) };
}

/** `docs/outputs.md` tells the shape. */
function tokenEntry(token: TriggerToken): object {
  return {
    id: token.id,
    description: bounded(withoutTokens(token.description)),
    token_start: token.start ?? null,
    owner: bounded(token.owner),
    own: token.secret !== undefined,
    created_at: bounded(token.createdAt),
    updated_at: bounded(token.updatedAt),
    last_used: bounded(token.lastUsed),
    expires_at: bounded(token.expiresAt),
  };
}
