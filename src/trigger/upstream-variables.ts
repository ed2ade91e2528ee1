import type { CallerContext } from '../model/caller-context.js';

interface UpstreamRow {
  readonly name: string;
  /** The text that docs/context.md shows. */
  readonly description: string;
  readonly valueOf: (context: CallerContext) => string | undefined;
}

const rows: readonly UpstreamRow[] = [
  {
    name: 'UPSTREAM_CI',
    description: 'Name of the CI, e.g. `GitHub Actions`.',
    valueOf: ({ ci }) => ci,
  },
  {
    name: 'UPSTREAM_REPOSITORY',
    description: 'The repository as `owner/name`.',
    valueOf: ({ repository }) => repository,
  },
  {
    name: 'UPSTREAM_SHA',
    description:
      'The commit of the run, as `github.sha`; for the event `pull_request` that is the merge commit which GitHub made.',
    valueOf: ({ sha }) => sha,
  },
  {
    name: 'UPSTREAM_REF',
    description: 'The ref of the run in full, e.g. `refs/heads/main` or `refs/pull/7/merge`.',
    valueOf: ({ ref }) => ref,
  },
  {
    name: 'UPSTREAM_REF_NAME',
    description: 'The ref of the run in short, e.g. `main` or `7/merge`.',
    valueOf: ({ refName }) => refName,
  },
  {
    name: 'UPSTREAM_ACTOR',
    description: 'The user or app that the run belongs to, as `github.actor`.',
    valueOf: ({ actor }) => actor,
  },
  {
    name: 'UPSTREAM_EVENT',
    description: 'The event that started the run, e.g. `push`.',
    valueOf: ({ event }) => event,
  },
  {
    name: 'UPSTREAM_WORKFLOW',
    description: 'Name of the workflow, or the path of its file where it has none.',
    valueOf: ({ workflow }) => workflow,
  },
  {
    name: 'UPSTREAM_JOB',
    description: 'Id of the job in the workflow file; the same for all jobs of a matrix.',
    valueOf: ({ job }) => job,
  },
  {
    name: 'UPSTREAM_RUN_ID',
    description: 'Id of the workflow run; the same when it is run again.',
    valueOf: ({ runId }) => runId,
  },
  {
    name: 'UPSTREAM_RUN_ATTEMPT',
    description: 'How often the run has been run, from 1.',
    valueOf: ({ runAttempt }) => runAttempt,
  },
  {
    name: 'UPSTREAM_RUN_URL',
    description: 'The page of the run.',
    valueOf: ({ runUrl }) => runUrl,
  },
  {
    name: 'UPSTREAM_PR_NUMBER',
    description: 'Number of the pull request.',
    valueOf: ({ pullRequest }) => pullRequest?.number.toString(),
  },
  {
    name: 'UPSTREAM_PR_TITLE',
    description: 'Title of the pull request. **Anybody can write it.**',
    valueOf: ({ pullRequest }) => pullRequest?.title,
  },
  {
    name: 'UPSTREAM_PR_URL',
    description: 'The page of the pull request.',
    valueOf: ({ pullRequest }) => pullRequest?.url,
  },
  {
    name: 'UPSTREAM_PR_HEAD_REF',
    description: 'Name of the branch that is to be merged. **Anybody can choose it.**',
    valueOf: ({ pullRequest }) => pullRequest?.headRef,
  },
  {
    name: 'UPSTREAM_PR_HEAD_SHA',
    description: 'The last commit of that branch; what a mirrored repository has, too.',
    valueOf: ({ pullRequest }) => pullRequest?.headSha,
  },
  {
    name: 'UPSTREAM_PR_BASE_REF',
    description: 'Name of the branch to merge into.',
    valueOf: ({ pullRequest }) => pullRequest?.baseRef,
  },
];

/** The variables that can be added, in the order in which they are documented. */
export const upstreamVariableNames: readonly { readonly name: string; readonly description: string }[] =
  rows.map(({ name, description }) => ({ name, description }));

/**
 * The caller's context as variables. An unknown or empty value has none. Values are passed on unchanged,
 * without quoting, expansion or truncation; only NUL is removed, which GitLab cannot store.
 */
export function upstreamVariables(context: CallerContext): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows
      .map(({ name, valueOf }) => [name, valueOf(context)?.replaceAll('\0', '') ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** The variables of the user with the caller's context added. If both have a variable, the user's wins. */
export function withUpstreamVariables(
  variables: Readonly<Record<string, string>>,
  context: CallerContext,
): Readonly<Record<string, string>> {
  return { ...upstreamVariables(context), ...variables };
}
