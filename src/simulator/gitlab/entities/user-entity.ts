import type { Instance, UserRecord } from '../records.js';

/** What the API shows; keys in GitLab's order. */
export type Entity = Readonly<Record<string, unknown>>;

export function userEntity({ externalUrl }: Instance, user: UserRecord): Entity {
  return {
    id: user.id,
    username: user.username,
    public_email: '',
    name: user.name,
    state: user.blocked ? 'blocked' : 'active',
    locked: false,
    avatar_url: `https://www.gravatar.com/avatar/${user.id}?s=80&d=identicon`,
    web_url: `${externalUrl}/${user.username}`,
  };
}
