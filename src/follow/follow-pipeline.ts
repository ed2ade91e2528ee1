import { sleep, withTimeout } from '../base/clock.js';
import type { ServerHints } from '../gitlab/responses/reply.js';
import type { FollowEvent } from '../model/events.js';
import { type Pipeline, hasStartedPipeline } from '../model/pipeline.js';
import { type PipelineNode, type PipelineSnapshot, placesOf, stepsOf } from '../model/snapshot.js';
import type { Verdict } from '../model/verdict.js';
import { type PollTimes, recordFailure, recordPoll, heartbeat } from './changes.js';
import { unmatchedError } from './decide/by-jobs.js';
import { groundsOf } from './decide/grounds.js';
import { jobSelectionOf } from './decide/job-selection.js';
import { doubtPauseMs, rememberQuestion } from './doubts.js';
import { withExternalStatuses } from './explain-failure.js';
import { newHighWater } from './marks/high-water.js';
import { askAfterMs, fetchHistory } from './history.js';
import { pollAndJudge } from './judged-poll.js';
import { openGates } from './gates/open-gates.js';
import { awaitPoll } from './await-poll.js';
import { afterPoll, newWatch } from './change-watch.js';
import { type PollMoment, leastPollMs, nextPollMs } from './poll-interval.js';
import { pollMomentOf } from './poll-state.js';
import { nearnessOf, statusFingerprint } from './probe-timing.js';
import type { FollowDeps, FollowProgress, FollowTask } from './progress.js';
import { type RequestBudget, budgetAt, leastProbeMs } from './request-budget.js';
import { refusalPauseMs } from './gates/refused-plays.js';
import { outcomesOf } from './retries/asked-retry.js';
import { retryFailedJobs } from './retries/retry-jobs.js';

/** A poll that is under way at the deadline may still find the outcome. It gets at most this long. */
const lastPollMs = 5000;

/** Reading the history stops after this time: better timing is not worth a longer gap between polls. */
const learnWithinMs = 10_000;

/**
 * Polls `pipeline` until there is a verdict. Yields every successful poll, and what changed since the one
 * before. Ends with `timeout` after `timeoutMs` or `queueTimeoutMs` (and one last poll), and with `outage`
 * when no poll succeeded for `outageTimeoutMs`. A pipeline that has ended and runs again before the verdict
 * is followed further.
 * @throws {RefusedError} at once when GitLab answers 401 or 403, or 404 for longer than a replica may lag.
 * @throws {InputError} when `jobs` names a job that this pipeline does not have.
 * @throws the reason of `signal` when it aborts; the pipeline is left running.
 * @see https://docs.gitlab.com/api/pipelines/
 */
export async function* followPipeline(
  deps: FollowDeps,
  task: FollowTask,
): AsyncGenerator<FollowEvent, Verdict, undefined> {
  const { clock } = deps;
  const { signal } = task;
  const progress = beginningOf(deps, task);

  for (;;) {
    const reading = await withTimeout(
      { clock, signal, afterMs: progress.deadlineMs + lastPollMs - clock.nowMs() },
      (cutSignal) => pollAndJudge(deps, task, { progress, signal: cutSignal }),
    );
    const endMs = clock.nowMs();
    if (reading === 'timed_out') return verdictOf(task, progress, { endMs, outcome: 'timeout' });
    const { reply, startMs } = reading;
    const times = { startMs, endMs };

    if (reply.kind === 'ok') {
      const { snapshot, decision } = reply.value;
      progress.ageAtStartMs ??= ageAtStartOf(reply.hints, {
        pipeline: snapshot.root.pipeline,
        elapsedMs: times.endMs - progress.startMs,
      });
      const { onManual, selection } = progress;
      rememberQuestion(progress, decision, times);
      yield* recordPoll(task, progress, { ...times, snapshot });
      const retries = await retryFailedJobs(deps, task, { progress, decision, snapshot });
      yield* retries.events;
      if (decision.kind === 'decided' && retries.kind === 'none') {
        const { outcome } = decision;
        const verdict = verdictOf(task, progress, { ...times, outcome });
        const lastMs = progress.deadlineMs + lastPollMs;
        return await withExternalStatuses(deps, task, { verdict, lastMs });
      }
      if (decision.kind === 'unmatched' && decision.certainty === 'firm') {
        throw unmatchedError(snapshot, selection);
      }
      // A job that a cached response shows as blocked may have been played since.
      if (onManual === 'play' && snapshot.fromCache !== true) {
        const { nextMs: endMs } = limitsOf(task, progress);
        yield* openGates(deps, task, { progress, snapshot, endMs });
      }
    } else {
      yield* recordFailure(task, progress, { ...times, reply });
    }

    const nowMs = clock.nowMs();
    const limits = limitsOf(task, progress);
    // Retrying or playing jobs may have used up the time: what the pipeline has become since is seen first.
    if (times.endMs >= limits.outageMs) return verdictOf(task, progress, { endMs: nowMs, outcome: 'outage' });
    if (times.endMs >= limits.timeoutMs)
      return verdictOf(task, progress, { endMs: nowMs, outcome: 'timeout' });
    if (times.endMs >= limits.queueMs) {
      return verdictOf(task, progress, { endMs: nowMs, outcome: 'timeout', limit: 'queue_timeout' });
    }
    yield* heartbeat(progress, nowMs);
    const { nextMs: limitMs } = limits;
    await learn(deps, task, { progress, limitMs });
    const soonMs =
      reply.kind === 'ok'
        ? (doubtPauseMs(progress) ?? refusalPauseMs(progress.plays.refused, clock.nowMs()))
        : undefined;
    if (soonMs !== undefined || reply.kind !== 'ok' || !canProbe(deps, task)) {
      const pollMs = soonMs ?? nextPollMs(momentOf(deps, task, progress), deps.random);
      await sleep(clock, Math.min(pollMs, limitMs - clock.nowMs()), signal);
    } else {
      await pauseWithProbes(deps, task, { progress, limitMs, snapshot: reply.value.snapshot, times });
    }
  }
}

function beginningOf({ clock }: FollowDeps, { pipeline, request }: FollowTask): FollowProgress {
  const startMs = clock.nowMs();
  return {
    startMs,
    deadlineMs: startMs + request.timeoutMs,
    selection: jobSelectionOf(request.jobs),
    onManual: request.onManual,
    plays: { asked: new Set(), unanswered: new Set(), refused: new Map() },
    retries: [],
    postponedSinceMs: undefined,
    seen: undefined,
    marks: newHighWater(pipeline),
    failingSinceMs: undefined,
    outageStartMs: undefined,
    missingSinceMs: undefined,
    openStartMs: undefined,
    question: undefined,
    ageAtStartMs: undefined,
    retryAfterMs: undefined,
    spending: undefined,
    watch: newWatch,
    failedPolls: 0,
    history: undefined,
    doubts: 0,
    doubtSinceMs: undefined,
    cachedPolls: 0,
    lastDecision: undefined,
    lastProgressMs: startMs,
  };
}

function verdictOf(
  { pipeline, request }: FollowTask,
  { seen, startMs, selection, onManual, question, retries }: FollowProgress,
  { endMs, outcome, limit }: Pick<Verdict, 'outcome' | 'limit'> & { readonly endMs: number },
): Verdict {
  const rules = { downstream: request.downstream, onManual };
  const isUnknown = outcome === 'outage' || outcome === 'timeout';
  const made = outcomesOf(retries, seen);
  return {
    outcome,
    pipeline: seen?.root.pipeline ?? pipeline,
    snapshot: seen,
    elapsedMs: endMs - startMs,
    limit: outcome === 'timeout' ? (limit ?? 'timeout') : undefined,
    grounds: seen && groundsOf(seen, { rules, selection, outcome }),
    question: isUnknown ? question?.why : undefined,
    questionAbout: isUnknown ? question?.about : undefined,
    ...(made.length === 0 ? {} : { retries: made }),
  };
}

/**
 * The deadline by the clock; `Infinity` for a limit that is not set or does not apply now. `nextMs` is the
 * first of them.
 */
function limitsOf(
  { request }: FollowTask,
  progress: FollowProgress,
): Readonly<Record<'timeoutMs' | 'queueMs' | 'outageMs' | 'nextMs', number>> {
  const { startMs, deadlineMs, seen, outageStartMs = Infinity, openStartMs = Infinity } = progress;
  const hasBegun = seen !== undefined && placesOf(seen.root).some(({ node }) => hasStarted(node));
  const queueMs = hasBegun ? Infinity : startMs + (request.queueTimeoutMs ?? Infinity);
  const outageMs = Math.min(outageStartMs, openStartMs) + request.outageTimeoutMs;
  const nextMs = Math.min(deadlineMs, queueMs, outageMs);
  return { timeoutMs: deadlineMs, queueMs, outageMs, nextMs };
}

/**
 * Whether a job or trigger job of a pipeline has started. GitLab gives a trigger job no time for it, and one
 * that has started a pipeline may stay pending or manual.
 */
function hasStarted(node: PipelineNode): boolean {
  return (
    stepsOf(node).some(({ job }) => job.startedAt !== undefined || begun.has(job.status)) ||
    node.bridges.some(({ bridge }) => hasStartedPipeline(bridge))
  );
}

const begun: ReadonlySet<string> = new Set(['running', 'success', 'failed', 'canceling']);

/** The age of a pipeline that was started elsewhere, by the server's clock. */
function ageAtStartOf(
  { serverTimeMs = NaN }: ServerHints,
  { pipeline, elapsedMs }: { readonly pipeline: Pipeline; readonly elapsedMs: number },
): number {
  const ageMs = serverTimeMs - Date.parse(pipeline.createdAt ?? '');
  return Number.isNaN(ageMs) ? 0 : Math.max(ageMs - elapsedMs, 0);
}

/** Reads once how long such pipelines take, as soon as that is worth its requests. */
async function learn(
  deps: FollowDeps,
  task: FollowTask,
  { progress, limitMs }: { readonly progress: FollowProgress; readonly limitMs: number },
): Promise<void> {
  const { pipeline, request, signal } = task;
  const ageMs = (progress.ageAtStartMs ?? 0) + deps.clock.nowMs() - progress.startMs;
  const isDue = request.pollInterval === 'auto' && ageMs >= askAfterMs;
  if (!isDue || progress.history !== undefined || progress.failedPolls > 0) return;
  const afterMs = Math.max(Math.min(learnWithinMs, limitMs - deps.clock.nowMs()), 0);
  const history = await withTimeout({ clock: deps.clock, signal, afterMs }, (cutSignal) =>
    fetchHistory(deps.gitlab, { pipeline, signal: cutSignal }),
  );
  progress.history = history === 'timed_out' ? { usual: undefined, jobLengths: new Map() } : history;
}

/** A fixed interval is used as it is, without probes between polls. */
function canProbe({ gitlab }: FollowDeps, { request }: FollowTask): boolean {
  return request.pollInterval === 'auto' && gitlab.askForChange !== undefined;
}

/**
 * Waits for the next poll. Meanwhile probes ask GitLab whether anything has changed: a change makes the poll
 * come sooner, and while a trusted tag does not change, the poll comes later.
 */
async function pauseWithProbes(
  deps: FollowDeps,
  task: FollowTask,
  after: {
    readonly progress: FollowProgress;
    readonly limitMs: number;
    readonly snapshot: PipelineSnapshot;
    readonly times: PollTimes;
  },
): Promise<void> {
  const { progress, limitMs, snapshot, times } = after;
  const nearness = nearnessOf(snapshot);
  const polled = momentOf(deps, task, progress);
  const pollPauseMs = nextPollMs(polled, deps.random);
  const watch = afterPoll(progress.watch, {
    ...times,
    fingerprint: statusFingerprint(snapshot),
    endMs: deps.clock.nowMs(),
  });
  progress.watch = await awaitPoll(deps, {
    pipelineId: task.pipeline.id,
    watch,
    limitMs,
    momentOf: () => {
      const budget = (nowMs: number): RequestBudget | undefined =>
        budgetAt(progress.spending, { nowMs, retryTimeoutMs: task.request.outageTimeoutMs });
      const spared = budget(deps.clock.nowMs());
      return {
        ...nearness,
        pollPauseMs,
        leastPollMs: leastPollMs({ ...polled, budget: budget(watch.polledMs) }),
        leastProbeMs: spared === undefined ? 0 : leastProbeMs(spared),
      };
    },
    onHints: ({ allowance }) => {
      if (allowance === undefined) return;
      const left = { allowance, atMs: deps.clock.nowMs() };
      progress.spending = { requests: progress.spending?.requests ?? 1, left };
    },
    signal: task.signal,
  });
}

function momentOf({ clock }: FollowDeps, { request }: FollowTask, progress: FollowProgress): PollMoment {
  const { startMs, ageAtStartMs = 0, seen, retryAfterMs, failedPolls, history } = progress;
  return pollMomentOf(seen, {
    ageMs: ageAtStartMs + clock.nowMs() - startMs,
    pollInterval: request.pollInterval,
    retryAfterMs,
    budget: budgetAt(progress.spending, { nowMs: clock.nowMs(), retryTimeoutMs: request.outageTimeoutMs }),
    failedPolls,
    usual: history?.usual,
    jobLengths: history?.jobLengths,
  });
}
