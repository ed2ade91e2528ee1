import type { Clock, Random } from '../../base/clock.js';
import { AppError, UnreachableError } from '../../base/errors.js';
import type { RepositoryName } from '../../github/api.js';
import type { GitHubClient } from '../../github/client.js';
import { type FailedCall, type FailedGitHubReply, gitHubErrorOf, isTransient } from '../../github/reply.js';
import type { Host } from '../../hosts/host.js';
import type { CallerContext } from '../../model/caller-context.js';
import type { PipelineMoment } from './feedback.js';

/** One thing to be told; gives why it could not be, if it could not. */
export type FeedbackWork = () => Promise<FailedGitHubReply | undefined>;

/**
 * One kind of feedback: tells one thing after the other, in the background, until something fails for good.
 */
export interface FeedbackChannel {
  /** `onClosed` is called when the work is done, or can never be. */
  readonly add: (work: FeedbackWork, onClosed?: () => void) => void;
  /** Settles when nothing is left to be told, with what went wrong at last. Never rejects. */
  readonly settled: () => Promise<AppError | undefined>;
}

/** `call` describes what the channel does, for its errors. */
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
 * What was thrown is the end of our patience, or of the step's; anything else is a fault of ours, which must
 * not be silent.
 */
function failureOf(error: unknown, { what }: FailedCall): AppError {
  const why = error instanceof FeedbackTimeout || error instanceof AppError ? lateWords : String(error);
  return new UnreachableError({
    code: 'github_unreachable',
    what,
    why,
    hint: 'Try again; docs/github-feedback.md tells how long is waited.',
    cause: error,
  });
}

const lateWords = 'There was no answer in the time that is left for this.';

/** The reason of a signal that ends what takes too long. */
export class FeedbackTimeout extends Error {}

/** One kind of feedback, told moment by moment, in the background. */
export interface MomentChannel {
  /** `onClosed` is called when the moment has been told, or nothing ever can be. */
  readonly tell: (moment: PipelineMoment, onClosed?: () => void) => void;
  /** Settles when nothing is left to be told, with what went wrong at last. Never rejects. */
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
  /** Ends all requests. */
  readonly signal: AbortSignal;
}

/**
 * What the token needs, in the words of a workflow; and for runs that can never have it, where to read on.
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
