import type { ProjectAddress } from '../../model/addresses.js';
import type { Connection, FeedbackRequest } from '../../model/requests.js';
import type { EntryContext, RunDeps } from '../context.js';
import { type Feedback, noFeedback } from './feedback.js';

/** What the feedback is about. */
export interface FeedbackSubject {
  readonly feedback: FeedbackRequest | undefined;
  readonly connection: Pick<Connection, 'gitlabUrl'>;
  readonly project: ProjectAddress;
}

/** Opens the feedback that a request asks for. Its code is loaded only if there is feedback to send. */
export async function openFeedback(
  deps: RunDeps,
  entry: EntryContext,
  { feedback: request, connection, project }: FeedbackSubject,
): Promise<Feedback> {
  if (request === undefined) return noFeedback;
  const { createGitHubFeedback, commentIdentityOf } = await import('./github-feedback.js');
  const identity = commentIdentityOf(deps.host.context(), {
    name: request.comment.kind === 'kept' ? request.comment.name : undefined,
    gitlabUrl: connection.gitlabUrl,
    project,
  });
  return createGitHubFeedback(deps, entry, { request, identity });
}
