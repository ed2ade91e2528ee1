import { isObject } from '../../base/is-object.js';
import { withoutEnd } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { attemptOf } from '../attempts.js';

// The context that GitHub Actions, and compatible runners, provide about the run of a step.
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request

/** The variables with which a runner identifies itself. */
interface Runner {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly flavour: GithubFlavour;
}

/**
 * The context of a run from the runner's variables and the parsed JSON of its event file. `event` may be any
 * value; missing or empty parts are absent. The actor is the user that the run belongs to (`github.actor`),
 * also when another user has re-run it.
 */
export function callerContextOf({ environment, flavour }: Runner, event: unknown): CallerContext {
  const read = (name: string): string | undefined => filled(environment[name]);
  return {
    ci: flavour.name,
    repository: read('GITHUB_REPOSITORY'),
    sha: read('GITHUB_SHA'),
    ref: read('GITHUB_REF'),
    refName: read('GITHUB_REF_NAME'),
    actor: read('GITHUB_ACTOR'),
    event: read('GITHUB_EVENT_NAME'),
    workflow: read('GITHUB_WORKFLOW'),
    job: read('GITHUB_JOB'),
    runId: read('GITHUB_RUN_ID'),
    runAttempt: read('GITHUB_RUN_ATTEMPT'),
    runUrl: runUrlOf(read, flavour),
    attempt: attemptOf(flavour.host, read),
    followedSha: filled(memberOf(memberOf(event, 'workflow_run'), 'head_sha')),
    followedRef: followedRefOf(event),
    apiUrl: read('GITHUB_API_URL'),
    pullRequest: pullRequestOf(event),
  };
}

function runUrlOf(
  read: (name: string) => string | undefined,
  { runVariable }: GithubFlavour,
): string | undefined {
  const server = read('GITHUB_SERVER_URL');
  const repository = read('GITHUB_REPOSITORY');
  const run = read(runVariable);
  if (server === undefined || repository === undefined || run === undefined) return undefined;
  return `${withoutEnd(server, '/')}/${repository}/actions/runs/${run}`;
}

/** For events about the end of another run or check, which all belong to the default branch. */
function followedRefOf(event: unknown): string | undefined {
  const suite = memberOf(event, 'check_suite') ?? memberOf(memberOf(event, 'check_run'), 'check_suite');
  const followed = memberOf(event, 'workflow_run') ?? suite;
  const branch = filled(memberOf(followed, 'head_branch'));
  const repository = filled(memberOf(memberOf(followed, 'head_repository'), 'full_name'));
  return branch === undefined || repository === undefined ? branch : `${repository}:${branch}`;
}

/**
 * For events of a pull request, its reviews and comments. The event of a comment has only number, title and
 * link.
 */
function pullRequestOf(event: unknown): CallerContext['pullRequest'] {
  const pullRequest = memberOf(event, 'pull_request');
  if (isObject(pullRequest)) return describedBy(pullRequest, pullRequest);
  const issue = memberOf(event, 'issue');
  const link = memberOf(issue, 'pull_request');
  return isObject(link) ? describedBy(issue, link) : undefined;
}

function describedBy(description: unknown, link: unknown): CallerContext['pullRequest'] {
  const number = memberOf(description, 'number');
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return undefined;
  const head = memberOf(description, 'head');
  const base = memberOf(description, 'base');
  return {
    number,
    title: filled(memberOf(description, 'title')) ?? '',
    url: filled(memberOf(link, 'html_url')),
    headRef: filled(memberOf(head, 'ref')),
    headSha: filled(memberOf(head, 'sha')),
    baseRef: filled(memberOf(base, 'ref')),
    fromFork: isFromFork(memberOf(head, 'repo'), memberOf(base, 'repo')),
  };
}

/** A deleted fork is `null`, and is still a fork. */
function isFromFork(head: unknown, base: unknown): boolean | undefined {
  const own = filled(memberOf(base, 'full_name'));
  if (own === undefined || head === undefined) return undefined;
  return memberOf(head, 'full_name') !== own;
}

/** A text that is not empty. */
function filled(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The differences between GitHub Actions and compatible CIs. */
export interface GithubFlavour {
  readonly host: 'github-actions' | 'forgejo' | 'gitea';
  readonly name: string;
  /** The variable with the ID that the URL of a run contains. */
  readonly runVariable: 'GITHUB_RUN_ID' | 'GITHUB_RUN_NUMBER';
  /** Whether the host shows the report of each step. One that shows none may not even accept one. */
  readonly reports: 'shown' | 'ignored';
  /** Whether the host decodes the text of a command (`::error::`) or shows the line as it was written. */
  readonly commands: 'decoded' | 'as_written';
}

export const github: GithubFlavour = {
  host: 'github-actions',
  name: 'GitHub Actions',
  runVariable: 'GITHUB_RUN_ID',
  reports: 'shown',
  commands: 'decoded',
};

export const forgejo: GithubFlavour = {
  host: 'forgejo',
  name: 'Forgejo Actions',
  runVariable: 'GITHUB_RUN_NUMBER',
  reports: 'ignored',
  commands: 'as_written',
};

/** Before version 1.26, Gitea had the number of the run in its URL. */
export const gitea: GithubFlavour = {
  host: 'gitea',
  name: 'Gitea Actions',
  runVariable: 'GITHUB_RUN_ID',
  reports: 'ignored',
  commands: 'as_written',
};

/** `act` runs GitHub workflows on the user's own machine. */
const act: GithubFlavour = { ...github, reports: 'ignored', commands: 'as_written' };

/**
 * The host of this process. All of them set `GITHUB_ACTIONS`, and Forgejo also sets the variables of Gitea.
 */
export function flavourIn(environment: Readonly<Record<string, string | undefined>>): GithubFlavour {
  if (environment.FORGEJO_ACTIONS === 'true') return forgejo;
  if (environment.GITEA_ACTIONS === 'true') return gitea;
  return environment.ACT === 'true' ? act : github;
}
