import { sleep } from '../base/clock.js';
import { freshText } from '../gitlab/request.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import { type Decision, decide } from './decide/decide.js';
import { believed } from './doubts.js';
import { decisionSince } from './marks/behind.js';
import type { FollowDeps, FollowProgress, FollowTask } from './progress.js';
import { budgetAt, countedReader, pauseForMs, requestsOfTree } from './request-budget.js';
import { decisionAfter } from './retries/asked-retry.js';
import { isPartlyRemembered, isTreeVital } from './settled-pipelines.js';
import { takeSnapshot } from './take-snapshot.js';

/** A snapshot, and what it decides. */
export interface JudgedPoll {
  readonly snapshot: PipelineSnapshot;
  readonly decision: Decision;
}

/** What the last of one or two readings in a row gave. */
export interface LastReading {
  /** When it began, by the clock. */
  readonly startMs: number;
  readonly reply: Reply<JudgedPoll>;
}

interface PollContext {
  readonly progress: FollowProgress;
  readonly signal: AbortSignal;
}

/**
 * Polls the pipeline and decides. A poll leaves out what had ended in the snapshot before, and so it ends
 * nothing: an end that it shows is decided on a second reading of the whole tree, from which the results come
 * as well. Where a limit of requests leaves too few for that, it waits. Updates `progress`.
 * @throws the reason of `signal` when it aborts.
 */
export async function pollAndJudge(
  deps: FollowDeps,
  task: FollowTask,
  context: PollContext,
): Promise<LastReading> {
  const { clock } = deps;
  const { progress, signal } = context;
  const startMs = clock.nowMs();
  const reply = await poll(deps, task, { ...context, reads: 'changes' });
  if (reply.kind !== 'ok') return { startMs, reply };
  const shown = { snapshot: reply.value, nowMs: clock.nowMs() };
  const isWhole = !isPartlyRemembered(reply.value, progress.seen);
  const decision = decisionOn(task, progress, shown);
  // What the whole tree shows is believed or doubted, and not an end without it.
  if (isWhole || !isEnd(decision)) {
    const judged = { snapshot: reply.value, decision: believed(decision, shown, progress) };
    if (isWhole || !isEnd(judged.decision)) return { startMs, reply: { ...reply, value: judged } };
  }
  const retryTimeoutMs = task.request.outageTimeoutMs;
  const budget = budgetAt(progress.spending, { nowMs: clock.nowMs(), retryTimeoutMs });
  const pauseMs = budget === undefined ? 0 : pauseForMs(requestsOfTree(reply.value), budget);
  if (pauseMs > 0) await sleep(clock, pauseMs, signal);
  return await pollWhole(deps, task, context);
}

async function pollWhole(deps: FollowDeps, task: FollowTask, context: PollContext): Promise<LastReading> {
  const { clock } = deps;
  const { progress } = context;
  const startMs = clock.nowMs();
  const reply = await poll(deps, task, { ...context, reads: 'everything' });
  if (reply.kind !== 'ok') return { startMs, reply };
  const shown = { snapshot: reply.value, nowMs: clock.nowMs() };
  const decision = believed(decisionOn(task, progress, shown), shown, progress);
  return { startMs, reply: { ...reply, value: { snapshot: reply.value, decision } } };
}

function isEnd(decision: Decision): boolean {
  return decision.kind === 'decided' || (decision.kind === 'unmatched' && decision.certainty === 'firm');
}

/** What a snapshot decides by itself, after what was asked of GitLab before. */
function decisionOn(
  { request: { downstream, accept } }: FollowTask,
  { onManual, selection, retries, marks }: FollowProgress,
  shown: { readonly snapshot: PipelineSnapshot; readonly nowMs: number },
): Decision {
  const decision = decide(shown.snapshot, { downstream, onManual, accept }, selection);
  const after = decisionAfter(retries, { ...shown, decision });
  const vital = isTreeVital({ downstream, decidedBy: decidedBy(selection) });
  return decisionSince(marks, after, { root: shown.snapshot.root, isTreeVital: vital });
}

function decidedBy(selection: FollowProgress['selection']): 'jobs' | 'pipeline' {
  return selection.kind === 'some' ? 'jobs' : 'pipeline';
}

async function poll(
  { gitlab, clock }: FollowDeps,
  { pipeline, request: { downstream } }: FollowTask,
  { progress, reads, signal }: PollContext & { readonly reads: 'changes' | 'everything' },
): Promise<Reply<PipelineSnapshot>> {
  const { projectId, id: pipelineId, sha } = pipeline;
  const { selection, seen: previous } = progress;
  const { reader, spending } = countedReader(gitlab, clock);
  const snapshot = await takeSnapshot(reader, {
    projectId,
    pipelineId,
    sha,
    downstream,
    decidedBy: decidedBy(selection),
    previous,
    marks: progress.marks,
    reads,
    retried: new Set(progress.retries.map((retry) => retry.pipelineId)),
    fresh: previous?.fromCache === true ? freshText(pipelineId, clock) : undefined,
    signal,
  });
  if (spending().left !== undefined) progress.spending = spending();
  return snapshot;
}
