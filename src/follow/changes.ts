import { errorOf, troubleOf } from '../gitlab/responses/explain.js';
import type { FailedReply } from '../gitlab/responses/reply.js';
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
import type { Played } from './manual-jobs.js';
import type { FollowProgress, FollowTask } from './progress.js';

/** What is new in `after`, in the order of the tree; everything, when there was no `before`. */
export function changesBetween(
  before: PipelineSnapshot | undefined,
  after: PipelineSnapshot,
  elapsedMs: number,
): readonly FollowEvent[] {
  const old = before === undefined ? new Map<number, TreePlace>() : placesById(before);
  const changes = placesOf(after.root).flatMap((place) =>
    changesOfPlace(old.get(place.node.pipeline.id), place, elapsedMs),
  );
  const newGaps = after.gaps.filter((gap) => before?.gaps.includes(gap) !== true);
  return [...changes, ...newGaps.map((gap): FollowEvent => ({ kind: 'gap_found', elapsedMs, gap }))];
}

function placesById({ root }: PipelineSnapshot): ReadonlyMap<number, TreePlace> {
  return new Map(placesOf(root).map((place) => [place.node.pipeline.id, place]));
}

/** The jobs first: that a pipeline has ended is said after what ended it. */
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

/** Jobs that only wait for their turn are no news: a pipeline of hundreds begins with hundreds of them. */
const silentStatuses: ReadonlySet<string> = new Set([
  'created',
  'pending',
  'skipped',
  'waiting_for_resource',
  'preparing',
]);

/** An attempt in a status. Names would not do: two jobs that share one would be news at every look. */
function momentOf({ job }: JobState): string {
  return `${job.id} ${job.status}`;
}

/** Replicas lag: a 404 this soon after creation only means that the pipeline is not visible yet. */
const creationGraceMs = 30_000;

/** People wonder whether a silent step has died; runners and proxies do too. */
const silenceMs = 5 * 60_000;

/** When a look began and ended. */
export interface LookTimes {
  readonly startMs: number;
  readonly endMs: number;
}

/** Events of a look that succeeded: that trouble is over, what it changes, then the picture itself. Updates `progress`. */
export function newsOfLook(
  { request }: FollowTask,
  progress: FollowProgress,
  look: LookTimes & { readonly snapshot: PipelineSnapshot },
): readonly FollowEvent[] {
  const { snapshot, endMs } = look;
  const elapsedMs = endMs - progress.startMs;
  const changes = changesBetween(progress.seen, snapshot, elapsedMs);
  const why = snapshot.trouble ?? (progress.openStartMs === undefined ? undefined : progress.question?.why);
  const weather =
    why === undefined
      ? endOfTrouble(progress, endMs)
      : beginningOfTrouble(progress, look, { why, patienceMs: request.outageTimeoutMs });
  progress.seen = snapshot;
  progress.outageStartMs = undefined;
  progress.failedLooks = 0;
  progress.retryAfterMs = undefined;
  if (changes.length > 0) progress.lastNewsMs = endMs;
  const remaining = remainingMs(progress.history?.usual, (progress.headStartMs ?? 0) + elapsedMs);
  return [...weather, ...changes, { kind: 'looked', elapsedMs, snapshot, remainingMs: remaining }];
}

/**
 * Events of a look that failed. Updates `progress`.
 * @throws {RefusedError} when asking again would not help.
 */
export function newsOfFailure(
  { request, pipeline }: FollowTask,
  progress: FollowProgress,
  look: LookTimes & { readonly reply: FailedReply },
): readonly FollowEvent[] {
  const { why, status, retryAfterMs } = troubleOf(look.reply);
  const inGrace =
    status === 404 && progress.seen === undefined && look.endMs - progress.startMs < creationGraceMs;
  if (!isTransient(look.reply) && !inGrace) {
    throw errorOf(look.reply, { what: `Cannot go on following pipeline ${pipeline.id}` });
  }
  progress.retryAfterMs = retryAfterMs;
  progress.outageStartMs ??= look.startMs;
  progress.failedLooks += 1;
  return beginningOfTrouble(progress, look, { why, patienceMs: request.outageTimeoutMs });
}

/** Events for manual jobs that were played, or could not be. */
export function newsOfPlays(plays: readonly Played[], elapsedMs: number): readonly FollowEvent[] {
  return plays.map((played) => ({ kind: 'job_played', elapsedMs, ...played }));
}

/** A sign of life when there was nothing to say for long. Updates `progress`. */
export function newsOfSilence(progress: FollowProgress, nowMs: number): readonly FollowEvent[] {
  if (progress.seen === undefined || nowMs - progress.lastNewsMs < silenceMs) return [];
  progress.lastNewsMs = nowMs;
  const elapsedMs = nowMs - progress.startMs;
  const { root } = progress.seen;
  const running = placesOf(root).flatMap(({ node }) =>
    node.jobs.filter(({ job }) => job.status === 'running').map(({ job }) => job.name),
  );
  const { status } = root.pipeline;
  return [
    {
      kind: 'nothing_new',
      elapsedMs,
      status,
      running,
      remainingMs: remainingMs(progress.history?.usual, (progress.headStartMs ?? 0) + elapsedMs),
    },
  ];
}

function endOfTrouble(progress: FollowProgress, nowMs: number): readonly FollowEvent[] {
  if (progress.troubleStartMs === undefined) return [];
  const lastedMs = nowMs - progress.troubleStartMs;
  progress.troubleStartMs = undefined;
  return [{ kind: 'trouble_ended', elapsedMs: nowMs - progress.startMs, lastedMs }];
}

function beginningOfTrouble(
  progress: FollowProgress,
  look: LookTimes,
  trouble: { readonly why: string; readonly patienceMs: number },
): readonly FollowEvent[] {
  if (progress.troubleStartMs !== undefined) return [];
  progress.troubleStartMs = look.startMs;
  return [{ kind: 'trouble_began', elapsedMs: look.endMs - progress.startMs, ...trouble }];
}
