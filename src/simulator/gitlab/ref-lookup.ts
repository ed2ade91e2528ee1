import type { ProjectRecord, RefRecord } from './records.js';

export type RefLookup =
  | { readonly kind: 'found'; readonly ref: RefRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ambiguous' };

/** What a name of a commit leads to: a branch or tag, of two with one name the tag, as git has it; or one of this SHA. */
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
