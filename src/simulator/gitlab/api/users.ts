import type { Instance, UserRecord } from '../state/records.js';

/** What the API returns; keys in GitLab's order. */
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

/** A user with the profile that jobs and the user's own page show. */
export function fullUserEntity(instance: Instance, user: UserRecord): Entity {
  return {
    ...userEntity(instance, user),
    created_at: timestamp(user.createdMs),
    ...emptyProfile,
  };
}

const emptyProfile: Entity = {
  bio: '',
  location: '',
  linkedin: '',
  twitter: '',
  discord: '',
  website_url: '',
  github: '',
  job_title: '',
  pronouns: null,
  organization: '',
  bot: false,
  work_information: null,
  followers: 0,
  following: 0,
  local_time: null,
};

/** What users see of themselves. */
export function ownUserEntity(instance: Instance, user: UserRecord): Entity {
  const at = timestamp(user.createdMs);
  return {
    ...fullUserEntity(instance, user),
    last_sign_in_at: at,
    confirmed_at: at,
    last_activity_on: at?.slice(0, 10),
    email: `${user.username}@example.com`,
    theme_id: 3,
    color_scheme_id: 1,
    projects_limit: 100_000,
    current_sign_in_at: at,
    identities: [],
    can_create_group: true,
    can_create_project: true,
    two_factor_enabled: false,
    external: false,
    private_profile: false,
    commit_email: `${user.username}@example.com`,
  };
}

/** A time as GitLab writes it: UTC with milliseconds, or null. */
export function timestamp(epochMs: number | undefined): string | null {
  return epochMs === undefined ? null : new Date(epochMs).toISOString();
}

/** A span in seconds with fractions, as jobs have it, or null. */
export function secondsBetween(fromMs: number | undefined, toMs: number | undefined): number | null {
  return fromMs === undefined || toMs === undefined ? null : (toMs - fromMs) / 1000;
}
