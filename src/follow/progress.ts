import type { Clock, Random } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { Pipeline } from '../model/pipeline.js';
import type { FollowRequest } from '../model/requests.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { Decision } from './decide/decide.js';
import type { JobSelection } from './decide/job-selection.js';
import type { HistoryReader, UsualHistory } from './history.js';
import type { JobPlayer, Plays } from './gates/manual-jobs.js';
import type { ChangeReader } from './await-poll.js';
import type { HighWater } from './marks/high-water.js';
import type { ChangeWatch } from './change-watch.js';
import type { AskedRetry, JobRetrier } from './retries/asked-retry.js';
import type { Spending } from './request-budget.js';
import type { TreeReader } from './take-snapshot.js';

export interface FollowDeps {
  readonly gitlab: TreeReader & JobPlayer & HistoryReader & ChangeReader & Partial<StatusReader & JobRetrier>;
  readonly clock: Clock;
  readonly random: Random;
  /** Receives details for debugging only. */
  readonly debug?: ((text: string) => void) | undefined;
}

export interface FollowTask {
  /** The pipeline as it was when following began. */
  readonly pipeline: Pipeline;
  readonly request: FollowRequest;
  readonly signal: AbortSignal;
}

/** State of following between polls. Times are by the clock, in milliseconds. */
export interface FollowProgress {
  readonly startMs: number;
  readonly deadlineMs: number;
  /** The age of the pipeline when following began, by the server's clock; absent before the first poll. */
  ageAtStartMs: number | undefined;
  readonly selection: JobSelection;
  /** As requested, until a job that is not played blocks what the verdict depends on. */
  onManual: FollowRequest['onManual'];
  /** The manual jobs that GitLab was asked to play. */
  readonly plays: Plays;
  /** The failed jobs that GitLab was asked to retry, each attempt once. */
  readonly retries: AskedRetry[];
  /** Since when job retries are postponed, because GitLab certainly did not do the last one. */
  postponedSinceMs: number | undefined;
  seen: PipelineSnapshot | undefined;
  /** The newest that was seen of each part. */
  readonly marks: HighWater;
  /** Since when polls fail or return partial data; reported once. */
  failingSinceMs: number | undefined;
  /** Since when the pipeline itself cannot be read. */
  outageStartMs: number | undefined;
  /** Since when GitLab does not find the pipeline. */
  missingSinceMs: number | undefined;
  /** Since when everything visible has ended, while something that the verdict depends on is hidden. */
  openStartMs: number | undefined;
  /** What is hidden. */
  question: Extract<Decision, { readonly kind: 'open' }> | undefined;
  retryAfterMs: number | undefined;
  /** The requests that the last poll with a rate limit used and left. */
  spending: Spending | undefined;
  /** The state of asking whether anything has changed. */
  watch: ChangeWatch;
  /** The number of failed polls in a row. */
  failedPolls: number;
  /** How long such pipelines take; absent until it has been read. */
  history: UsualHistory | undefined;
  /** The number of doubtful snapshots in a row that led to the same decision. */
  doubts: number;
  /** When the first of them was polled. */
  doubtSinceMs: number | undefined;
  /** The number of snapshots in a row that came from a cache. */
  cachedPolls: number;
  /** The decision of the last snapshot that came from GitLab itself. */
  lastDecision: Decision | undefined;
  lastProgressMs: number;
}

/** The part of the GitLab client that reads the statuses of external systems. */
export type StatusReader = Pick<GitLabClient, 'fetchCommitStatuses'>;
