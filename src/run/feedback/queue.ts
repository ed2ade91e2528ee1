import type { Clock, Random } from '../../base/clock.js';
import { AppError, UnreachableError } from '../../base/errors.js';
import type { RepositoryName } from '../../github/api.js';
import type { GitHubClient } from '../../github/client.js';
import { type FailedCall, type FailedGitHubReply, gitHubErrorOf, isTransient } from '../../github/reply.js';
import type { Host } from '../../hosts/host.js';
import type { CallerContext } from '../../model/caller-context.js';
import type { PipelineMoment } from './feedback.js';

/** One piece of feedback to send. Resolves to the failure if it cannot be sent. */
export type FeedbackWork = () => Promise<FailedGitHubReply | undefined>;

/** One kind of feedback. Sends one piece after the other in the background, until one fails permanently. */
export interface FeedbackChannel {
  /** `onClosed` is called when the work is done or can never be done. */
  readonly add: (work: FeedbackWork, onClosed?: () => void) => void;
  /** Resolves when the queue is empty, to the last failure if there is one. Never rejects. */
  readonly settled: () => Promise<AppError | undefined>;
}

/** `call` describes what the channel does, for its error messages. */
export function createFeedbackChannel(call: FailedCall): FeedbackChannel {
  let failure: AppError | undefined;
  let isClosed = false;
  let tail = Promise.resolve();

  const tell = async (work: FeedbackWork): Promise<void> => {
    try {
      const failed = await work();
      failure = failed === undefined ? undefined : gitHubErrorOf(failed, call);
      isClosed = failed !== undefined && !isTransient(failed);
    } catch (error) {
      failure = failureOf(error, call);
    }
  };

  return {
    add: (work, onClosed) => {
      tail = tail.then(async () => {
        if (!isClosed) await tell(work);
        if (isClosed || failure === undefined) onClosed?.();
      });
    },
    settled: async () => {
      await tail;
      return failure;
    },
  };
}

/**
 * A feedback timeout or the end of the step is expected. Any other error is a bug in this code and must be
 * visible.
 */
function failureOf(error: unknown, { what }: FailedCall): AppError {
  const why = error instanceof FeedbackTimeout || error instanceof AppError ? lateWords : String(error);
  return new UnreachableError({
    code: 'github_unreachable',
    what,
    why,
    hint: 'Try again; docs/github-feedback.md says how long the step waits.',
    cause: error,
  });
}

const lateWords = 'There was no answer in the time that was left for this.';

/** The abort reason when feedback takes too long. */
export class FeedbackTimeout extends Error {}

/** One kind of feedback, sent state by state in the background. */
export interface MomentChannel {
  /** `onClosed` is called when the state has been sent or can never be sent. */
  readonly tell: (moment: PipelineMoment, onClosed?: () => void) => void;
  /** Resolves when the queue is empty, to the last failure if there is one. Never rejects. */
  readonly settled: () => Promise<AppError | undefined>;
}

/** What the channels of one run share. */
export interface ChannelDeps {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly clock: Clock;
  readonly random: Random;
  readonly host: Pick<Host, 'log' | 'masker'>;
  readonly context: CallerContext;
  /** Aborts all requests. */
  readonly signal: AbortSignal;
}

/**
 * The permission that the token needs, in workflow syntax. Names a page to read for runs that can never have
 * it.
 */
export function neededFor(
  permission: 'pull-requests' | 'statuses',
  { ci, pullRequest, actor }: CallerContext,
): string {
  // Gitea has commit statuses among the code.
  const needed =
    ci === 'Gitea Actions' && permission === 'statuses'
      ? 'contents: write under permissions: of the job, or no permissions: at all'
      : `${permission}: write under permissions: of the job`;
  if (pullRequest?.fromFork === true) {
    return `${needed}; the token of a run for a pull request from a fork can only read, see docs/github-feedback.md`;
  }
  return actor === 'dependabot[bot]'
    ? `${needed}; the token of a run that Dependabot started can only read, see docs/github-feedback.md`
    : needed;
}
