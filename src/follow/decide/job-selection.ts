import { globMatcher, isGlob, sharedNameOf } from '../../base/glob.js';

/** The place of a job in the tree, and its name. */
export interface JobAddress {
  readonly path: readonly string[];
  readonly name: string;
  /** Trigger jobs often have the same name as a job that they start. */
  readonly kind?: 'job' | 'trigger_job' | undefined;
}

/** A line of `jobs`. */
export interface JobLine {
  readonly pattern: string;
  /** Whether the line matches this job, by its name or by its path through trigger jobs. */
  readonly names: (job: JobAddress) => boolean;
  /** Whether the line is a plain name that this parallel part of a job shares with its other parts. */
  readonly sharesName: (job: JobAddress) => boolean;
}

/** The jobs that the verdict depends on. */
export type JobSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly lines: readonly JobLine[] };

/** The jobs that a line matches, and what may still change that. */
export interface LineChoice<T> {
  readonly pattern: string;
  readonly jobs: readonly T[];
  /** `tree`: a downstream pipeline may still add a job that the line matches. `pipeline`: none can. */
  readonly dependsOn: 'pipeline' | 'tree';
}

/**
 * Reads names and globs. `*` matches any text including slashes, `?` one character. Brackets, braces and
 * parentheses are literal, because GitLab uses them in the names of matrix jobs. A job of a downstream
 * pipeline is named by itself or with its trigger jobs in front (`deploy/smoke`).
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
 * The jobs that a line matches. If the pipeline itself has a job of a plain name, the line means that job
 * only, and none below, so the match is known from the beginning. A whole name takes precedence over one that
 * the parallel parts of a job share.
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
