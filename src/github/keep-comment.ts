import { chooseComment } from './choose-comment.js';
import { formatMarker, type CommentMarker } from './comment-marker.js';
import type { Comment } from './comment.js';
import type { PullRequestAddress } from './endpoints.js';
import type { GitHubClient } from './github-client.js';
import type { FailedGitHubReply, GitHubReply } from './reply.js';
import { always, ifNothingWasDone, tryAgain, type Patience } from './try-again.js';

type CommentClient = Pick<
  GitHubClient,
  'fetchLogin' | 'fetchComments' | 'createComment' | 'updateComment' | 'deleteComment'
>;

export interface KeepDeps extends Patience {
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
 * Writes the comment: into the one that is there, wherever among all pages, or into a new one when there is none or it was deleted. Ends up with one,
 * also after runs at the same moment have made several.
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
