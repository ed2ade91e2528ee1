import type { Clock, Random } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { Pipeline } from '../model/pipeline.js';
import type { FollowRequest } from '../model/requests.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { Decision } from './decide/decide.js';
import type { JobSelection } from './decide/job-selection.js';
import type { HistoryReader, UsualHistory } from './history.js';
import type { JobPlayer } from './manual-jobs.js';
import type { ChangeReader } from './await-poll.js';
import type { ChangeWatch } from './change-watch.js';
import type { AskedRetry, JobRetrier } from './retries/asked-retry.js';
import type { Spending } from './request-budget.js';
import type { TreeReader } from './take-snapshot.js';

export interface FollowDeps {
  readonly gitlab: TreeReader & JobPlayer & HistoryReader & ChangeReader & Partial<StatusReader & JobRetrier>;
  readonly clock: Clock;
  readonly random: Random;
  /** Takes what only matters to whoever looks for a fault. */
  readonly debug?: ((text: string) => void) | undefined;
}

export interface FollowTask {
  /** As it was when following began. */
  readonly pipeline: Pipeline;
  readonly request: FollowRequest;
  readonly signal: AbortSignal;
}

/** What following remembers from look to look; times are those of the clock. */
export interface FollowProgress {
  readonly startMs: number;
  readonly deadlineMs: number;
  /** How old the pipeline was when following began, by the server's clock; absent before the first look. */
  headStartMs: number | undefined;
  readonly selection: JobSelection;
  /** As requested, until a required pipeline below turns out to have a job that may not be played. */
  onManual: FollowRequest['onManual'];
  /** Ids of the manual jobs that were played or refused. */
  readonly asked: Set<number>;
  /** Those of them that were refused. */
  readonly refused: Set<number>;
  /** The failed jobs that GitLab was asked to retry, each attempt once. */
  readonly retries: AskedRetry[];
  /** Since when GitLab would retry jobs later, and not now. */
  postponedSinceMs: number | undefined;
  seen: PipelineSnapshot | undefined;
  /** Since when looks fail, or bring only parts; said once. */
  failingSinceMs: number | undefined;
  /** Since when the pipeline itself cannot be read. */
  outageStartMs: number | undefined;
  /** Since when everything seen has ended, and something that the verdict depends on is not seen. */
  openStartMs: number | undefined;
  /** What that is. */
  question: Extract<Decision, { readonly kind: 'open' }> | undefined;
  retryAfterMs: number | undefined;
  /** What the last look that heard of a limit has spent and left. */
  spending: Spending | undefined;
  /** What the question whether anything has changed has told so far. */
  watch: ChangeWatch;
  /** How many looks failed in a row. */
  failedPolls: number;
  /** How long such pipelines take; absent until it was asked for. */
  history: UsualHistory | undefined;
  /** How many pictures in a row were doubtful, and said the same. */
  doubts: number;
  /** What the last picture said. */
  doubted: Decision | undefined;
  lastProgressMs: number;
}

/** The part of GitLab that knows the statuses which other systems set. */
export type StatusReader = Pick<GitLabClient, 'fetchCommitStatuses'>;
