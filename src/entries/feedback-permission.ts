import type { CallerContext } from '../inputs/caller-context.js';

/** What the token needs, in the words of a workflow; and for runs that can never have it, where to read on. */
export function neededFor(
  permission: 'pull-requests' | 'statuses',
  { pullRequest, actor }: CallerContext,
): string {
  const needed = `${permission}: write under permissions: of the job`;
  if (pullRequest?.fromFork === true) {
    return `${needed}; the token of a run for a pull request from a fork can only read, see docs/github-feedback.md`;
  }
  return actor === 'dependabot[bot]'
    ? `${needed}; the token of a run that Dependabot started can only read, see docs/github-feedback.md`
    : needed;
}
