import type { FollowEvent } from '../../model/events.js';
import { isBlocking } from '../../model/pipeline.js';
import { type PipelineNode, type PipelineSnapshot, stepsOf } from '../../model/snapshot.js';
import { playEvents } from '../changes.js';
import { type Played, playBlockingJobs } from './manual-jobs.js';
import type { FollowDeps, FollowProgress, FollowTask } from '../progress.js';
import { type RefusedPlay, isSettled, reviewRefusals } from './refused-plays.js';

/**
 * Plays the jobs that block a pipeline of the tree, as `on_manual: play` asks for. One that is not played
 * ends the wait as `on_manual: stop` does, from the next poll on. Ends at `endMs` on the clock. Updates
 * `progress`.
 * @throws the reason of `signal` when it aborts.
 */
export async function* openGates(
  { gitlab, clock }: FollowDeps,
  { request, signal }: FollowTask,
  shown: {
    readonly progress: FollowProgress;
    readonly snapshot: PipelineSnapshot;
    readonly endMs: number;
  },
): AsyncGenerator<FollowEvent, void, undefined> {
  const { progress, snapshot, endMs } = shown;
  const { plays, startMs } = progress;
  reviewRefusals(plays.refused, snapshot, clock.nowMs());
  const played = await playBlockingJobs({ gitlab, clock }, snapshot, { ...plays, endMs, signal });
  const nowMs = clock.nowMs();
  yield* playEvents([...played, ...refusalsToReport(plays.refused, nowMs)], nowMs - startMs);
  const settled = new Set([...plays.refused].filter(([, play]) => isSettled(play, nowMs)).map(([id]) => id));
  // In the pipelines below, it matters only if those pipelines count.
  const isOver = request.downstream === 'require' ? settled.size > 0 : isHeldUp(snapshot, settled);
  if (!isOver) return;
  progress.onManual = 'stop';
  // What that decides is looked at soon.
  progress.doubts = Math.max(progress.doubts, 1);
}

/** What is to be reported now: a refusal is, as soon as nobody else may have played the job. */
function refusalsToReport(refused: ReadonlyMap<number, RefusedPlay>, nowMs: number): readonly Played[] {
  return [...refused.values()].flatMap((play) => {
    if (play.isReported || (play.isContested && !isSettled(play, nowMs))) return [];
    play.isReported = true;
    return [{ path: play.path, job: play.job, refusal: play.why }];
  });
}

/**
 * Whether a job that is not played blocks the followed pipeline itself: it is one of its own jobs or trigger
 * jobs, or every trigger job above it is manual too, as those that mirror their pipelines are.
 */
function isHeldUp({ root }: PipelineSnapshot, settled: ReadonlySet<number>): boolean {
  const holdsUp = (node: PipelineNode): boolean =>
    stepsOf(node).some(({ job }) => job.status === 'manual' && settled.has(job.id)) ||
    node.bridges.some(
      ({ bridge, downstream }) => isBlocking(bridge) && downstream !== undefined && holdsUp(downstream),
    );
  return root.pipeline.status === 'manual' && holdsUp(root);
}
