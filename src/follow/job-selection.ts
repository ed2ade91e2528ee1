import { InputError } from '../base/app-error.js';
import { globMatcher } from '../base/glob.js';
import { placesOf, stepsOf } from './pipeline-tree.js';
import type { PipelineSnapshot } from './snapshot.js';

/** Where a job is, and its name. */
export interface JobAddress {
  readonly path: readonly string[];
  readonly name: string;
}

/** Which jobs the verdict is about. */
export type JobSelection =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      readonly matches: (job: JobAddress) => boolean;
      /** The patterns that none of these jobs fits. */
      readonly unmatched: (jobs: readonly JobAddress[]) => readonly string[];
    };

/**
 * Reads names and globs: `*` stands for any text, slashes included, `?` for one character; brackets, braces and parentheses are plain text,
 * because GitLab puts them into the names of matrix jobs. A job of a downstream pipeline is named by itself or behind its trigger jobs (`deploy/smoke`).
 */
export function jobSelectionOf(patterns: readonly string[]): JobSelection {
  if (patterns.length === 0) return { kind: 'all' };
  const matchers = patterns.map((pattern) => {
    const matchesText = globMatcher(pattern);
    return {
      pattern,
      matches: ({ path, name }: JobAddress): boolean =>
        matchesText(name) || (path.length > 0 && matchesText([...path, name].join('/'))),
    };
  });
  return {
    kind: 'some',
    matches: (job) => matchers.some(({ matches }) => matches(job)),
    unmatched: (jobs) => matchers.filter(({ matches }) => !jobs.some(matches)).map(({ pattern }) => pattern),
  };
}

/** How many names of jobs a message lists. */
const namesShown = 30;

/**
 * The error for patterns that no job fits, once all jobs are known; `undefined` as long as jobs may still come (a pipeline gets its jobs before it
 * leaves `created`, a downstream pipeline when its trigger job has run).
 */
export function selectionProblem(
  snapshot: PipelineSnapshot,
  selection: JobSelection,
): InputError | undefined {
  if (selection.kind === 'all' || snapshot.trouble !== undefined || mayGrow(snapshot)) return undefined;
  const jobs = placesOf(snapshot.root).flatMap(({ path, node }) =>
    stepsOf(node).map(({ job }) => ({ path, name: job.name })),
  );
  const unmatched = selection.unmatched(jobs);
  if (unmatched.length === 0) return undefined;
  const names = jobs.map(({ path, name }) => [...path, name].join('/'));
  const shown = names.slice(0, namesShown).join(', ');
  const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
  return new InputError({
    code: 'invalid_input',
    what: `jobs: no job of pipeline ${snapshot.root.pipeline.id} fits ${unmatched.join(', ')}`,
    why: names.length === 0 ? 'No job of it can be seen.' : `It has ${shown}${more}.`,
    cure: 'Give the names of jobs as GitLab shows them, or globs; rules may have left a job out of this pipeline.',
  });
}

function mayGrow({ root }: PipelineSnapshot): boolean {
  return placesOf(root).some(
    ({ node }) =>
      node.pipeline.status === 'created' ||
      node.bridges.some(({ bridge }) => bridge.downstream === undefined && !ended.has(bridge.status)),
  );
}

const ended: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped']);
