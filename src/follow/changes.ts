import { replicaLagMs } from '../gitlab/replica-lag.js';
import { errorOf, failureOf } from '../gitlab/responses/explain.js';
import { type FailedReply, namesNoRecord } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import type { FollowEvent } from '../model/events.js';
import { isKnownStatus } from '../model/pipeline.js';
import {
  type JobState,
  type PipelineSnapshot,
  type TreePlace,
  placesOf,
  stepsOf,
} from '../model/snapshot.js';
import { remainingMs } from './history.js';
import type { Played } from './gates/manual-jobs.js';
import type { FollowProgress, FollowTask } from './progress.js';

/** The changes from `before` to `after`, in the order of the tree; everything if there was no `before`. */
export function changesBetween(
  before: PipelineSnapshot | undefined,
  after: PipelineSnapshot,
  elapsedMs: number,
): readonly FollowEvent[] {
  const old = before === undefined ? new Map<number, TreePlace>() : placesById(before);
  const changes = placesOf(after.root).flatMap((place) =>
    changesOfPlace(old.get(place.node.pipeline.id), place, elapsedMs),
  );
  const newlyUnreadable = after.unreadable.filter(
    (unreadablePart) => before?.unreadable.includes(unreadablePart) !== true,
  );
  return [
    ...changes,
    ...newlyUnreadable.map((unreadablePart): FollowEvent => ({
      kind: 'partial_data',
      elapsedMs,
      unreadablePart,
    })),
  ];
}

function placesById({ root }: PipelineSnapshot): ReadonlyMap<number, TreePlace> {
  return new Map(placesOf(root).map((place) => [place.node.pipeline.id, place]));
}

/** Jobs come first: the end of a pipeline is reported after the jobs that caused it. */
function changesOfPlace(
  before: TreePlace | undefined,
  { path, node }: TreePlace,
  elapsedMs: number,
): readonly FollowEvent[] {
  const old = new Set(before === undefined ? [] : stepsOf(before.node).map(momentOf));
  const jobs = stepsOf(node)
    .filter((state) => !silentStatuses.has(state.job.status) && !old.has(momentOf(state)))
    .map(({ job, attempt }): FollowEvent => ({
      kind: 'job_changed',
      elapsedMs,
      path,
      job,
      attempt,
      known: isKnownStatus(job.status),
    }));
  const { pipeline } = node;
  if (before?.node.pipeline.status === pipeline.status) return jobs;
  const known = isKnownStatus(pipeline.status);
  return [...jobs, { kind: 'pipeline_changed', elapsedMs, path, pipeline, known }];
}

/**
 * Jobs that wait or were skipped are not reported: a pipeline of hundreds of jobs starts with hundreds that
 * wait.
 */
const silentStatuses: ReadonlySet<string> = new Set([
  'created',
  'pending',
  'skipped',
  'waiting_for_resource',
  'preparing',
]);

/** An attempt with its status. Names would not do: two jobs with the same name would differ at every poll. */
function momentOf({ job }: JobState): string {
  return `${job.id} ${job.status}`;
}

/** Users, runners and proxies take a silent step for a dead one. */
const silenceMs = 5 * 60_000;

/** When a poll began and ended. */
export interface PollTimes {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Events of a successful poll: the end of an outage, the changes, then the snapshot itself. Updates
 * `progress`.
 */
export function recordPoll(
  { request }: FollowTask,
  progress: FollowProgress,
  poll: PollTimes & { readonly snapshot: PipelineSnapshot },
): readonly FollowEvent[] {
  const { snapshot, endMs } = poll;
  const elapsedMs = endMs - progress.startMs;
  const changes = changesBetween(progress.seen, snapshot, elapsedMs);
  const why = snapshot.failure ?? (progress.openStartMs === undefined ? undefined : progress.question?.why);
  const outageEvents =
    why === undefined
      ? pollRecovered(progress, endMs)
      : pollFailed(progress, poll, { why, retryTimeoutMs: request.outageTimeoutMs });
  progress.seen = snapshot;
  progress.outageStartMs = undefined;
  progress.missingSinceMs = undefined;
  progress.failedPolls = 0;
  progress.retryAfterMs = undefined;
  if (changes.length > 0) progress.lastProgressMs = endMs;
  const remaining = remainingMs(progress.history?.usual, (progress.ageAtStartMs ?? 0) + elapsedMs);
  return [...outageEvents, ...changes, { kind: 'snapshot', elapsedMs, snapshot, remainingMs: remaining }];
}

/**
 * Events of a failed poll. A pipeline that GitLab does not find, before or after it was seen, may only be
 * absent from a replica that lags. Updates `progress`.
 * @throws {RefusedError} when a retry would not help.
 */
export function recordFailure(
  { request, pipeline }: FollowTask,
  progress: FollowProgress,
  poll: PollTimes & { readonly reply: FailedReply },
): readonly FollowEvent[] {
  const { why, retryAfterMs } = failureOf(poll.reply);
  const { outageTimeoutMs } = request;
  const isMissing = namesNoRecord(poll.reply);
  if (isMissing) progress.missingSinceMs ??= poll.startMs;
  const missingUntilMs = (progress.missingSinceMs ?? poll.startMs) + Math.min(replicaLagMs, outageTimeoutMs);
  if (!isTransient(poll.reply) && !(isMissing && poll.endMs < missingUntilMs)) {
    throw errorOf(poll.reply, { what: `Cannot continue to follow pipeline ${pipeline.id}` });
  }
  progress.retryAfterMs = retryAfterMs;
  progress.outageStartMs ??= poll.startMs;
  progress.failedPolls += 1;
  const failure = isMissing
    ? { why: `${why}; a replica of its database may lag`, retryTimeoutMs: missingUntilMs - poll.endMs }
    : { why, retryTimeoutMs: outageTimeoutMs };
  return pollFailed(progress, poll, failure);
}

/** Events for manual jobs that were played or could not be played. */
export function playEvents(plays: readonly Played[], elapsedMs: number): readonly FollowEvent[] {
  return plays.map((played) => ({ kind: 'job_played', elapsedMs, ...played }));
}

/** The heartbeat after a long time without an event. Updates `progress`. */
export function heartbeat(progress: FollowProgress, nowMs: number): readonly FollowEvent[] {
  if (progress.seen === undefined || nowMs - progress.lastProgressMs < silenceMs) return [];
  progress.lastProgressMs = nowMs;
  const elapsedMs = nowMs - progress.startMs;
  const { root } = progress.seen;
  const running = placesOf(root).flatMap(({ node }) =>
    node.jobs.filter(({ job }) => job.status === 'running').map(({ job }) => job.name),
  );
  const { status } = root.pipeline;
  return [
    {
      kind: 'heartbeat',
      elapsedMs,
      status,
      running,
      remainingMs: remainingMs(progress.history?.usual, (progress.ageAtStartMs ?? 0) + elapsedMs),
    },
  ];
}

function pollRecovered(progress: FollowProgress, nowMs: number): readonly FollowEvent[] {
  if (progress.failingSinceMs === undefined) return [];
  const lastedMs = nowMs - progress.failingSinceMs;
  progress.failingSinceMs = undefined;
  return [{ kind: 'poll_recovered', elapsedMs: nowMs - progress.startMs, lastedMs }];
}

function pollFailed(
  progress: FollowProgress,
  poll: PollTimes,
  failure: { readonly why: string; readonly retryTimeoutMs: number },
): readonly FollowEvent[] {
  if (progress.failingSinceMs !== undefined) return [];
  progress.failingSinceMs = poll.startMs;
  return [{ kind: 'poll_failed', elapsedMs: poll.endMs - progress.startMs, ...failure }];
}
