import type { Endpoint } from '../wire/call.js';
import type { AccessRule } from '../wire/caller.js';
import { type Ability, type ProjectEntrance, onJob, onPipeline, onProject } from './project-call.js';

/** One row of the API: `:name` takes one path segment, `:name+` one or more. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pattern: string;
  /** `open`: the endpoint checks the credentials itself. */
  readonly rule: AccessRule | 'open';
  readonly endpoint: Endpoint;
}

/** A read that a public project allows without credentials. */
export function reading(permission: string, jobToken: AccessRule['jobToken'] = 'ignored'): AccessRule {
  return { scope: 'read_api', permission, jobToken, anonymous: 'accepted' };
}

/** A read that needs credentials, also in public projects. */
export function readingAsSomebody(
  permission: string,
  jobToken: AccessRule['jobToken'] = 'ignored',
): AccessRule {
  return { ...reading(permission, jobToken), anonymous: 'refused' };
}

export function writing(permission: string): AccessRule {
  return { scope: 'api', permission, jobToken: 'ignored', anonymous: 'refused' };
}

export const ownAccess: AccessRule = {
  scope: 'any',
  permission: 'read_own_token',
  jobToken: 'ignored',
  anonymous: 'refused',
};

export type Row = readonly [
  method: Route['method'],
  pattern: string,
  rule: AccessRule,
  endpoint: (rule: AccessRule) => Endpoint,
];

type Check = ProjectEntrance['check'];

export function forProject(ability: Ability, handle: Parameters<typeof onProject>[1], check?: Check): Row[3] {
  return (rule) => onProject({ ability, rule, check }, handle);
}

export function forPipeline(
  ability: Ability,
  handle: Parameters<typeof onPipeline>[1],
  check?: Check,
): Row[3] {
  return (rule) => onPipeline({ ability, rule, check }, handle);
}

export function forJob(ability: Ability, handle: Parameters<typeof onJob>[1], check?: Check): Row[3] {
  return (rule) => onJob({ ability, rule, check }, handle);
}
