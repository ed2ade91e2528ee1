import type { Instance, UserRecord } from '../state/records.js';

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

/** A moment as GitLab writes it: UTC with milliseconds, or null. */
export function timestamp(epochMs: number | undefined): string | null {
  return epochMs === undefined ? null : new Date(epochMs).toISOString();
}

/** A span in seconds with fractions, as jobs have it, or null. */
export function secondsBetween(fromMs: number | undefined, toMs: number | undefined): number | null {
  return fromMs === undefined || toMs === undefined ? null : (toMs - fromMs) / 1000;
}
