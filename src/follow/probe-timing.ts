import type { Random } from '../base/clock.js';
import { type Job, isTerminalStatus } from '../model/pipeline.js';
import { type PipelineNode, type PipelineSnapshot, placesOf, stepsOf } from '../model/snapshot.js';
import { type ChangeWatch, echoMs, isSuspect } from './change-watch.js';
import { waitingStatuses } from './poll-state.js';

/** How many changes may still be before the end. */
export interface Nearness {
  /** Jobs that have to end first, at least. */
  readonly underway: number;
  /** Whether more begin afterwards, unless one of those fails. */
  readonly hasLater: boolean;
}

/** What is to be done next, and when by the clock. */
export interface NextMove {
  readonly kind: 'probe' | 'poll';
  readonly atMs: number;
}

export interface ProbeMoment extends Nearness {
  readonly nowMs: number;
  /** What the pause would be without probes, from the end of the last poll on. */
  readonly pollPauseMs: number;
  /** The shortest pause that the server allows, for polls and for probes. */
  readonly leastPollMs: number;
  readonly leastProbeMs: number;
}

/** However little a trusted tag tells: access may be lost, and some changes touch no tag. */
const guardMs = 60_000;
/** Minimum pause between polls, however much changes. */
const shortestPollMs = 500;
const shortestProbeMs = 1000;
const nearProbeMs = 2500;
const longestProbeMs = 5000;
/** Number of probes in the pause that would apply without probes. */
const probesPerPause = 4;
const jitterShare = 0.1;
/**
 * A change that cannot be the end is polled this long after the last poll for each further job that must end
 * first, and `readLatestMs` at most.
 */
const readEachMs = 3000;
const readLatestMs = 15_000;
/** A probe this young stands for one just before a poll. */
const youngProbeMs = 300;

/** Whether to ask or to poll next. Draws one number for each answer. */
export function nextMove(watch: ChangeWatch, moment: ProbeMoment, random: Random): NextMove {
  const { polledMs, askedMs, notBeforeMs } = watch;
  const { nowMs, leastPollMs } = moment;
  const jitter = 1 + jitterShare * (2 * random() - 1);
  const isAsking = watch.off === undefined;
  const isTrusted = watch.isTrusted && !isSuspect(watch);
  // No probe has ever been right, or the last one was not: the pause is what it would be without.
  const pauseMs =
    isAsking && isTrusted && notBeforeMs <= nowMs
      ? Math.max(guardMs * (1 - jitterShare + jitterShare * random()), leastPollMs)
      : Math.max(moment.pollPauseMs, leastPollMs);
  const soonestMs = polledMs + Math.max(leastPollMs, shortestPollMs);
  const dueMs = Math.min(polledMs + pauseMs, Math.max(changeDueMs(watch, moment), soonestMs));
  const poll: NextMove = { kind: 'poll', atMs: Math.max(dueMs, nowMs) };
  if (!isAsking) return poll;
  const probeMs = Math.max(
    askedMs + Math.max(probePauseMs(moment) * jitter, moment.leastProbeMs),
    notBeforeMs,
    nowMs,
  );
  if (probeMs <= poll.atMs) return { kind: 'probe', atMs: probeMs };
  // A poll that comes right after a probe answers for everything before: nothing is polled twice.
  const allowedMs = Math.max(askedMs + Math.max(youngProbeMs, moment.leastProbeMs), notBeforeMs);
  const isDueProbe = isTrusted && allowedMs < poll.atMs;
  return isDueProbe ? { kind: 'probe', atMs: poll.atMs } : poll;
}

/** When what the tag has told is to be read; `Infinity` when it has told nothing. */
function changeDueMs(watch: ChangeWatch, moment: ProbeMoment): number {
  const { unread, polledMs, fruitless } = watch;
  if (unread === undefined || (isSuspect(watch) && fruitless > 0)) return Infinity;
  const { underway, hasLater, pollPauseMs } = moment;
  const { kind, seenMs, sinceMs } = unread;
  if (kind !== 'change') return seenMs + echoMs;
  // What has brought nothing so often is believed more slowly, until it counts for nothing.
  const doubtedMs = fruitless < 2 ? 0 : Math.min(1000 * 2 ** fruitless, pollPauseMs);
  if (fruitless < 2 && underway <= 1 && !hasLater) return seenMs;
  const spacingMs = Math.min(readEachMs * Math.max(underway - 1, 0), readLatestMs);
  const laterMs = Math.max(polledMs + Math.max(spacingMs, doubtedMs), seenMs + echoMs);
  return Math.min(laterMs, Math.max(sinceMs + readLatestMs, polledMs + doubtedMs));
}

function probePauseMs({ pollPauseMs, underway, hasLater }: ProbeMoment): number {
  const longest = underway <= 2 && !hasLater ? nearProbeMs : longestProbeMs;
  return Math.min(Math.max(pollPauseMs / probesPerPause, shortestProbeMs), longest);
}

/** Counted over the whole tree: all of it touches the tag. */
export function nearnessOf(snapshot: PipelineSnapshot): Nearness {
  let underway = 0;
  let hasLater = false;
  for (const { node } of placesOf(snapshot.root)) {
    if (isTerminalStatus(node.pipeline.status)) continue;
    const jobs = ownSteps(node);
    const hasFailed = jobs.some(({ status, allowFailure }) => status === 'failed' && !allowFailure);
    const open = jobs.filter(({ status }) => !isTerminalStatus(status) && status !== 'manual');
    const begun = open.filter(({ status }) => !waitingStatuses.has(status));
    const stages = new Set(begun.map(({ stage }) => stage));
    const coming = open.filter(
      ({ status, stage }) =>
        waitingStatuses.has(status) && !(hasFailed && status === 'created' && !stages.has(stage)),
    );
    const soon = coming.filter(({ stage, status }) => stages.has(stage) || status !== 'created');
    underway += begun.length + soon.length;
    hasLater ||= coming.length > soon.length;
  }
  return { underway, hasLater };
}

/** A trigger job whose pipeline is seen goes on as long as that one. */
function ownSteps({ jobs, bridges }: PipelineNode): readonly Job[] {
  const blind = bridges.filter(
    ({ downstream }) => downstream === undefined || isTerminalStatus(downstream.pipeline.status),
  );
  return [...jobs.map(({ job }) => job), ...blind.map(({ bridge }) => bridge)];
}

/** All statuses that a poll shows, as one text. A tag is expected to change when they do. */
export function statusFingerprint({ root }: PipelineSnapshot): string {
  return placesOf(root)
    .map(({ node }) =>
      [
        `${node.pipeline.id} ${node.pipeline.status}`,
        ...stepsOf(node).map(({ job }) => `${job.id} ${job.status}`),
      ].join(),
    )
    .join(';');
}
