import { jsonAnswer, unauthorizedAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import { stateOf } from '../wire/caller.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { timestamp } from './users.js';

/** `GET /version`. */
export function showVersion({ instance }: Call): SimulatedResponse {
  return jsonAnswer(200, { version: instance.release.version, revision: '0a1b2c3d4e5' });
}

/** `GET /personal_access_tokens/self`: the token that asks. */
export function showOwnToken({ caller, nowMs }: Call): SimulatedResponse {
  if (caller.kind !== 'user') return unauthorizedAnswer();
  const { token } = caller;
  const { name, scopes, expiresAt, permissions } = token.description;
  return jsonAnswer(200, {
    id: token.id,
    name: name ?? 'simulated token',
    revoked: token.description.state === 'revoked',
    created_at: timestamp(token.createdMs),
    description: null,
    scopes,
    ...(permissions === undefined ? {} : { granular: true }),
    user_id: token.user.id,
    last_used_at: timestamp(nowMs),
    active: stateOf(token, nowMs) === 'active',
    expires_at: expiresAt?.slice(0, 10) ?? null,
  });
}
