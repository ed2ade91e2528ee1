import type { Instance, ProjectRecord, RefRecord } from './records.js';

export type RefLookup =
  | { readonly kind: 'found'; readonly ref: RefRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ambiguous' };

/** The commit that a name refers to: a branch or tag (of two with one name the tag, as in git), or a SHA. */
export function findCommit(project: ProjectRecord, name: string): RefRecord | undefined {
  const found = findRef(project, name);
  if (found.kind === 'found') return found.ref;
  const named = project.refs.filter((ref) => ref.name === name);
  return named.find(({ kind }) => kind === 'tag') ?? project.refs.find(({ sha }) => sha === name);
}

/** Finds a branch or tag by its short or full name; a full name only matches its own kind. */
export function findRef(project: ProjectRecord, name: string): RefLookup {
  const full = /^refs\/(heads|tags)\/(.+)$/s.exec(name);
  const kind = full?.[1] === 'heads' ? 'branch' : 'tag';
  const matches =
    full === null
      ? project.refs.filter((ref) => ref.name === name)
      : project.refs.filter((ref) => ref.name === full[2] && ref.kind === kind);
  const [ref] = matches;
  if (ref === undefined) return { kind: 'absent' };
  return matches.length > 1 ? { kind: 'ambiguous' } : { kind: 'found', ref };
}

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
