import type { AppError } from '../base/app-error.js';
import type { Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';
import type { GitHubClient } from '../github/github-client.js';
import type { RepositoryName } from '../github/repository-name.js';
import type { Host } from '../hosts/ports.js';
import type { CallerContext } from '../inputs/caller-context.js';
import type { PipelineMoment } from '../report/pipeline-moment.js';

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
