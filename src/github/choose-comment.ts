import { isNewer, readMarker, type CommentMarker } from './comment-marker.js';
import type { Comment } from './comment.js';

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

/** Finds our comment among all of a pull request. Only those that `login` wrote count, whatever others have put into theirs. */
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
