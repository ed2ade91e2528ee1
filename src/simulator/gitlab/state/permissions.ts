import type { ProjectRecord, RefRecord, UserRecord } from './records.js';
import type { Role } from './scenario.js';

const rank: Readonly<Record<Role, number>> = {
  guest: 10,
  planner: 15,
  reporter: 20,
  developer: 30,
  maintainer: 40,
  owner: 50,
};

export function rankOf(role: Role): number {
  return rank[role];
}

/** Whether a user has at least this role in the project; a blocked user has none. */
export function hasRole(project: ProjectRecord, user: UserRecord, role: Role): boolean {
  const own = project.members.get(user.username);
  return own !== undefined && !user.blocked && rank[own] >= rank[role];
}

/** The reader of a project: a user, or an anonymous one. */
export type Viewer = UserRecord | undefined;

export function canSee(project: ProjectRecord, viewer: Viewer): boolean {
  switch (project.description.visibility ?? 'private') {
    case 'public':
      return true;
    case 'internal':
      return viewer !== undefined;
    case 'private':
      return viewer !== undefined && hasRole(project, viewer, 'guest');
  }
}

/**
 * Pipelines are for reporters and above, and for everyone who sees the project if its pipelines are public.
 */
export function canReadPipelines(project: ProjectRecord, viewer: Viewer): boolean {
  if (viewer !== undefined && hasRole(project, viewer, 'reporter')) return true;
  return (project.description.publicPipelines ?? true) && canSee(project, viewer);
}

/** Code is for reporters and above, and for everyone who sees a project that is not private. */
export function canReadCode(project: ProjectRecord, viewer: Viewer): boolean {
  if (viewer !== undefined && hasRole(project, viewer, 'reporter')) return true;
  return (project.description.visibility ?? 'private') !== 'private' && canSee(project, viewer);
}

export function canCreatePipelines(project: ProjectRecord, user: UserRecord): boolean {
  return !(project.description.archived ?? false) && hasRole(project, user, 'developer');
}

/** Whether the protection of the ref allows this user to run, cancel and retry pipelines on it. */
export function canRunOn(project: ProjectRecord, user: UserRecord, ref: RefRecord): boolean {
  if (ref.protectedFor === undefined) return true;
  return ref.protectedFor !== 'no_one' && hasRole(project, user, ref.protectedFor);
}

export function canSetVariables(project: ProjectRecord, user: UserRecord): boolean {
  const role = project.description.variablesMinimumRole ?? 'developer';
  return role !== 'no_one_allowed' && hasRole(project, user, role);
}
