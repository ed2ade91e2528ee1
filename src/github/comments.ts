import { createHash } from 'node:crypto';

import type { Comment, PullRequestAddress } from './api.js';
import type { GitHubClient } from './client.js';
import type { FailedGitHubReply, GitHubReply } from './reply.js';
import { type RetryTools, always, ifNothingWasDone, tryAgain } from './retry.js';

/** The run of a workflow. A later run has a higher ID, a repeated one a higher attempt. */
export interface WorkflowRunNumber {
  readonly id: number;
  readonly attempt: number;
}

/** The invisible content of our comment about itself. */
export interface CommentMarker {
  /** Identity of the comment; see `commentIdentity`. */
  readonly identity: string;
  /** The run that wrote it last. */
  readonly run: WorkflowRunNumber | undefined;
}

/** A short text without special characters, equal only for equal parts. */
export function commentIdentity(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The first line of a comment: invisible HTML. */
export function formatMarker({ identity, run }: CommentMarker): string {
  const by = run === undefined ? '' : ` run ${run.id} attempt ${run.attempt}`;
  return `<!-- gitlab-trigger ${identity}${by} -->`;
}

/**
 * The marker at the very beginning of a comment; `undefined` if there is none. A marker further down is a
 * quotation.
 */
export function readMarker(body: string): CommentMarker | undefined {
  const [, identity, id, attempt] =
    /^<!-- gitlab-trigger ([0-9a-f]{32})(?: run (\d{1,15}) attempt (\d{1,6}))? -->/.exec(body) ?? [];
  if (identity === undefined) return undefined;
  const run = id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
  return { identity, run };
}

/** Whether `run` is newer than `other`; an unknown run is never newer or older. */
export function isNewer(run: WorkflowRunNumber | undefined, other: WorkflowRunNumber | undefined): boolean {
  if (run === undefined || other === undefined) return false;
  return run.id === other.id ? run.attempt > other.attempt : run.id > other.id;
}

/** What to do about a comment: create one, update one, or leave it to a later run. */
export type CommentChoice =
  | { readonly kind: 'create' }
  | {
      readonly kind: 'update';
      readonly comment: Comment;
      /** Other comments of the same identity, created by concurrent runs; they are deleted. */
      readonly surplus: readonly Comment[];
    }
  | { readonly kind: 'leave' };

/**
 * Finds our comment among all comments of a pull request. Only comments by `login` count, whatever others
 * contain.
 */
export function chooseComment(
  comments: readonly Comment[],
  { login, marker }: { readonly login: string; readonly marker: CommentMarker },
): CommentChoice {
  const own = comments
    .filter(({ author }) => author.toLowerCase() === login.toLowerCase())
    .map((comment) => ({ comment, found: readMarker(comment.body) }))
    .filter(({ found }) => found?.identity === marker.identity);
  if (own.some(({ found }) => isNewer(found?.run, marker.run))) return { kind: 'leave' };
  const [first, ...surplus] = own.map(({ comment }) => comment);
  return first === undefined ? { kind: 'create' } : { kind: 'update', comment: first, surplus };
}

type CommentClient = Pick<
  GitHubClient,
  'fetchLogin' | 'fetchComments' | 'createComment' | 'updateComment' | 'deleteComment'
>;

export interface KeepDeps extends RetryTools {
  readonly client: CommentClient;
}

/** The one comment that a workflow keeps on a pull request, and its new content. */
export interface KeptComment {
  readonly address: PullRequestAddress;
  readonly marker: CommentMarker;
  readonly markdown: string;
}

/** The result. `left`: a later run has written the comment, and is more current. */
export type Kept =
  | { readonly kind: 'created' | 'updated'; readonly comment: Comment }
  | { readonly kind: 'left' }
  | FailedGitHubReply;

/**
 * Writes the comment: updates the existing one on any page, or creates one if there is none or it was
 * deleted. Leaves exactly one, even if concurrent runs have created several.
 * @throws the reason of `signal` when it aborts.
 */
export async function keepComment(deps: KeepDeps, kept: KeptComment, signal: AbortSignal): Promise<Kept> {
  const { client } = deps;
  const { address, marker, markdown } = kept;
  const again = <T>(make: () => Promise<GitHubReply<T>>): Promise<GitHubReply<T>> =>
    tryAgain(deps, { make, isRepeatable: always }, signal);

  const login = await again(() => client.fetchLogin(signal));
  if (login.kind !== 'ok') return login;
  const comments = await again(() => client.fetchComments(address, signal));
  if (comments.kind !== 'ok') return comments;
  const choice = chooseComment(comments.value, { login: login.value, marker });
  if (choice.kind === 'leave') return { kind: 'left' };

  const body = `${formatMarker(marker)}\n${markdown}`;
  if (choice.kind === 'update') {
    const { comment, surplus } = choice;
    const { repository } = address;
    const updated = await again(() =>
      client.updateComment({ repository, commentId: comment.id, body }, signal),
    );
    if (updated.kind === 'ok') {
      // Not retried, because the next run finds them again.
      for (const { id: commentId } of surplus) await client.deleteComment({ repository, commentId }, signal);
      return { kind: 'updated', comment };
    }
    if (!isGone(updated)) return updated;
  }
  const make = (): Promise<GitHubReply<Comment>> => client.createComment({ ...address, body }, signal);
  const created = await tryAgain(deps, { make, isRepeatable: ifNothingWasDone }, signal);
  return created.kind === 'ok' ? { kind: 'created', comment: created.value } : created;
}

/** The comment was deleted a moment ago. */
function isGone(reply: FailedGitHubReply): boolean {
  return reply.kind === 'refused' && (reply.refusal.status === 404 || reply.refusal.status === 410);
}
