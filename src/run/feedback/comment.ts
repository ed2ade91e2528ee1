import { redactedLine } from '../../base/text.js';
import type { GitHubClient } from '../../github/client.js';
import { type CommentMarker, type Kept, keepComment } from '../../github/comments.js';
import type { FailedGitHubReply, GitHubReply } from '../../github/reply.js';
import type { CallerContext } from '../../model/caller-context.js';
import type { TestTotals } from '../../model/test-report.js';
import { formatFeedbackComment } from './comment-body.js';
import type { PipelineMoment } from './feedback.js';
import { type ChannelDeps, type MomentChannel, createFeedbackChannel, neededFor } from './queue.js';

/**
 * Keeps the comment on the pull request of this run. Returns `undefined` and logs why if the run has no pull
 * request.
 */
export function createCommentChannel(
  deps: ChannelDeps,
  of: { readonly identity: string; readonly tests: () => TestTotals | undefined },
): MomentChannel | undefined {
  const { context, host, repository, signal, clock, random } = deps;
  const { number: pullRequest } = context.pullRequest ?? {};
  if (pullRequest === undefined) {
    host.log.info('comment: this run belongs to no pull request, so there is none to comment on.');
    return undefined;
  }
  const channel = createFeedbackChannel({
    what: `The comment on pull request ${pullRequest} of ${repository.owner}/${repository.repository} could not be kept up to date`,
    needs: neededFor('pull-requests', context),
  });
  const client = withRememberedLogin(deps.client);
  const marker: CommentMarker = { identity: of.identity, run: runNumberOf(context) };
  const run = { workflow: context.workflow, url: context.runUrl, sha: context.pullRequest?.headSha };
  let written = '';
  let isLeft = false;
  let isShown = false;

  const write = async (moment: PipelineMoment): Promise<FailedGitHubReply | undefined> => {
    const markdown = host.masker.redactMarkdown(formatFeedbackComment({ moment, tests: of.tests(), run }));
    if (markdown === written || isLeft) return undefined;
    const kept = await keepComment(
      { client, clock, random },
      { address: { repository, pullRequest }, marker, markdown },
      signal,
    );
    if (isFailed(kept)) return kept;
    written = markdown;
    if (kept.kind === 'left') {
      isLeft = true;
      host.log.info('comment: a later run of this workflow keeps it up to date; it is left as it is.');
    } else if (!isShown && kept.comment.url !== '') {
      isShown = true;
      host.log.info(`Comment ${redactedLine(kept.comment.url, host.masker.redact, 300)}`);
    }
    return undefined;
  };
  return {
    tell: (moment, onClosed) => channel.add(() => write(moment), onClosed),
    settled: channel.settled,
  };
}

function isFailed(kept: Kept): kept is FailedGitHubReply {
  return kept.kind === 'fault' || kept.kind === 'refused' || kept.kind === 'unreadable';
}

/** The login of a token does not change, so it is read once. */
function withRememberedLogin(client: GitHubClient): GitHubClient {
  let known: GitHubReply<string> | undefined;
  return {
    ...client,
    fetchLogin: async (signal) => {
      if (known?.kind !== 'ok') known = await client.fetchLogin(signal);
      return known;
    },
  };
}

function runNumberOf({ runId = '', runAttempt = '1' }: CallerContext): CommentMarker['run'] {
  if (!/^\d{1,15}$/.test(runId) || !/^\d{1,6}$/.test(runAttempt)) return undefined;
  return { id: Number(runId), attempt: Number(runAttempt) };
}
