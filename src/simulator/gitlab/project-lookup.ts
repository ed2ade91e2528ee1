import type { Instance, ProjectRecord } from './records.js';

export type ProjectLookup =
  | { readonly kind: 'found'; readonly project: ProjectRecord }
  | { readonly kind: 'moved'; readonly project: ProjectRecord }
  | { readonly kind: 'absent' };

/** Finds a project by its id or its full path, which must have a slash; an old path is `moved`. */
export function findProject({ projects }: Instance, address: string): ProjectLookup {
  if (/^\d+$/.test(address)) {
    const project = projects.get(Number(address));
    return project === undefined ? { kind: 'absent' } : { kind: 'found', project };
  }
  if (!address.includes('/')) return { kind: 'absent' };
  const wanted = address.toLowerCase();
  for (const project of projects.values()) {
    if (project.path.toLowerCase() === wanted) return { kind: 'found', project };
  }
  for (const project of projects.values()) {
    if (project.description.renamedFrom?.toLowerCase() === wanted) return { kind: 'moved', project };
  }
  return { kind: 'absent' };
}
