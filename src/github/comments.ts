import { createHash } from 'node:crypto';

import type { Comment, PullRequestAddress } from './api.js';
import type { GitHubClient } from './client.js';
import type { FailedGitHubReply, GitHubReply } from './reply.js';
import { type RetryTools, always, ifNothingWasDone, tryAgain } from './retry.js';

/** The run of a workflow; a later run has a higher id, a repeated one a higher attempt. */
export interface WorkflowRunNumber {
  readonly id: number;
  readonly attempt: number;
}

/** What a comment of ours says of itself, unseen by readers. */
export interface CommentMarker {
  /** Which comment it is; see `commentIdentity`. */
  readonly identity: string;
  /** The run that wrote it last. */
  readonly run: WorkflowRunNumber | undefined;
}

/** A short, harmless text that is the same for the same parts, and for nothing else. */
export function commentIdentity(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The first line of a comment: HTML that nobody sees. */
export function formatMarker({ identity, run }: CommentMarker): string {
  const by = run === undefined ? '' : ` run ${run.id} attempt ${run.attempt}`;
  return `<!-- gitlab-trigger ${identity}${by} -->`;
}

/**
 * The marker at the very beginning of a comment; `undefined` when there is none. One further down was quoted.
 */
export function readMarker(body: string): CommentMarker | undefined {
  const [, identity, id, attempt] =
    /^<!-- gitlab-trigger ([0-9a-f]{32})(?: run (\d{1,15}) attempt (\d{1,6}))? -->/.exec(body) ?? [];
  if (identity === undefined) return undefined;
  const run = id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
  return { identity, run };
}

/** Whether `run` came after `other`; unknown runs come after none. */
export function isNewer(run: WorkflowRunNumber | undefined, other: WorkflowRunNumber | undefined): boolean {
  if (run === undefined || other === undefined) return false;
  return run.id === other.id ? run.attempt > other.attempt : run.id > other.id;
}

/** What is to be done about a comment: write a new one, write into an old one, or leave it to a later run. */
export type CommentChoice =
  | { readonly kind: 'create' }
  | {
      readonly kind: 'update';
      readonly comment: Comment;
      /** Others of the same identity, which runs at the same moment have made; they are to go. */
      readonly surplus: readonly Comment[];
    }
  | { readonly kind: 'leave' };

/**
 * Finds our comment among all of a pull request. Only those that `login` wrote count, whatever others have
 * put into theirs.
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

/** The one comment that a workflow keeps on a pull request, and what it is to say. */
export interface KeptComment {
  readonly address: PullRequestAddress;
  readonly marker: CommentMarker;
  readonly markdown: string;
}

/** What became of it. `left`: a later run keeps it, and knows better. */
export type Kept =
  | { readonly kind: 'created' | 'updated'; readonly comment: Comment }
  | { readonly kind: 'left' }
  | FailedGitHubReply;

/**
 * Writes the comment: into the one that is there, wherever among all pages, or into a new one when there is
 * none or it was deleted. Ends up with one, also after runs at the same moment have made several.
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
      // The next run would find them again; no need to insist.
      for (const { id: commentId } of surplus) await client.deleteComment({ repository, commentId }, signal);
      return { kind: 'updated', comment };
    }
    if (!isGone(updated)) return updated;
  }
  const make = (): Promise<GitHubReply<Comment>> => client.createComment({ ...address, body }, signal);
  const created = await tryAgain(deps, { make, isRepeatable: ifNothingWasDone }, signal);
  return created.kind === 'ok' ? { kind: 'created', comment: created.value } : created;
}

/** Somebody deleted it a moment ago. */
function isGone(reply: FailedGitHubReply): boolean {
  return reply.kind === 'refused' && (reply.refusal.status === 404 || reply.refusal.status === 410);
}
