import { globMatcher, isGlob, sharedNameOf } from '../../base/glob.js';

/** Where a job is, and its name. */
export interface JobAddress {
  readonly path: readonly string[];
  readonly name: string;
  /** A trigger job shares its name with a job that it starts more often than not. */
  readonly kind?: 'job' | 'trigger_job' | undefined;
}

/** A line of `jobs`. */
export interface JobLine {
  readonly pattern: string;
  /** Whether the text of the line means this job, by itself or behind its trigger jobs. */
  readonly names: (job: JobAddress) => boolean;
  /** Whether the line, a plain name, is what this parallel part of a job shares with the others. */
  readonly sharesName: (job: JobAddress) => boolean;
}

/** Which jobs the verdict is about. */
export type JobSelection =
  { readonly kind: 'all' } | { readonly kind: 'some'; readonly lines: readonly JobLine[] };

/** The jobs that a line means, and how far that may change. */
export interface LineChoice<T> {
  readonly pattern: string;
  readonly jobs: readonly T[];
  /**
   * `tree`: a pipeline below that is still to come may bring another job that the line means. `pipeline`: it
   * may not.
   */
  readonly dependsOn: 'pipeline' | 'tree';
}

/**
 * Reads names and globs: `*` stands for any text, slashes included, `?` for one character; brackets, braces
 * and parentheses are plain text, because GitLab puts them into the names of matrix jobs. A job of a
 * downstream pipeline is named by itself or behind its trigger jobs (`deploy/smoke`).
 */
export function jobSelectionOf(patterns: readonly string[]): JobSelection {
  if (patterns.length === 0) return { kind: 'all' };
  return { kind: 'some', lines: patterns.map(lineOf) };
}

function lineOf(pattern: string): JobLine {
  const matchesText = globMatcher(pattern);
  const isMeant = (path: readonly string[], name: string): boolean =>
    matchesText(name) || (path.length > 0 && matchesText([...path, name].join('/')));
  return {
    pattern,
    names: ({ path, name }) => isMeant(path, name),
    sharesName: ({ path, name }) => {
      const shared = isGlob(pattern) ? name : sharedNameOf(name);
      return shared !== name && isMeant(path, shared);
    },
  };
}

/**
 * The jobs that a line means. A plain name that a job of the pipeline itself has means that job, and none of
 * the same name below: so it is known from the beginning which one it is. A whole name wins over one that the
 * parallel parts of a job share.
 */
export function choiceOf<T extends JobAddress>(line: JobLine, jobs: readonly T[]): LineChoice<T> {
  const { pattern } = line;
  const named = jobs.filter(line.names);
  if (isGlob(pattern)) return { pattern, jobs: named, dependsOn: 'tree' };
  const isOwn = ({ path, kind }: JobAddress): boolean => path.length === 0 && kind !== 'trigger_job';
  const parts = jobs.filter(line.sharesName);
  const own = [named.filter(isOwn), parts.filter(isOwn)].find((each) => each.length > 0);
  if (own !== undefined) return { pattern, jobs: own, dependsOn: 'pipeline' };
  return { pattern, jobs: named.length > 0 ? named : parts, dependsOn: 'tree' };
}
