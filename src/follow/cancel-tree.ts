import { type Clock, sleep, withTimeout } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import type { PipelineCall, ProjectAddress } from '../model/addresses.js';
import { type Pipeline, isTerminalStatus, projectOf } from '../model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import type { Cancellation } from '../model/verdict.js';
import { type BridgeReader, cancelLate } from './cancel-late.js';

/** The part of GitLab that cancels. */
export type PipelineCanceller = Pick<GitLabClient, 'cancelPipeline' | 'fetchPipeline'>;

export interface TreeCancelTask {
  readonly pipeline: Pipeline;
  /** Its project as the user gave it. */
  readonly project: ProjectAddress;
  /** The last snapshot, with the pipelines below. Without one, only the pipeline itself is canceled. */
  readonly snapshot: PipelineSnapshot | undefined;
  /**
   * Reads the trigger jobs again after the cancellation, for pipelines that have appeared since the snapshot.
   * Absent if what is below is to be left alone.
   */
  readonly reader?: BridgeReader | undefined;
  /** Time limit for all of them together. */
  readonly withinMs: number;
  /** When it aborts, pipelines without confirmation are reported as left running. */
  readonly signal: AbortSignal;
}

/** Interval between checks for a confirmation. GitLab cancels in the background. */
const confirmPollMs = 500;

/**
 * Cancels a pipeline and everything below it that has not ended, in parallel, and polls until GitLab confirms
 * it; then cancels what has appeared below since. Never throws: the results say what failed or took too long, the pipeline itself first. Canceling twice
 * does no harm.
 * @see https://docs.gitlab.com/api/pipelines/#cancel-all-jobs-for-a-pipeline
 */
export async function cancelTree(
  deps: { readonly gitlab: PipelineCanceller; readonly clock: Clock },
  task: TreeCancelTask,
): Promise<readonly Cancellation[]> {
  const below = task.snapshot === undefined ? [] : placesOf(task.snapshot.root).slice(1);
  const alive = below.map(({ node }) => node.pipeline).filter(({ status }) => !isTerminalStatus(status));
  const own = task.snapshot?.root.pipeline ?? task.pipeline;
  const startMs = deps.clock.nowMs();
  const ends = await Promise.all([own, ...alive].map((pipeline) => cancelOne(deps, task, pipeline)));
  const { reader, project, snapshot, signal } = task;
  if (reader === undefined) return ends;
  const withinMs = task.withinMs - (deps.clock.nowMs() - startMs);
  if (withinMs <= 0 || signal.aborted) return ends;
  const cancel = (pipeline: Pipeline, leftMs: number): Promise<Cancellation> =>
    cancelOne(deps, { ...task, withinMs: leftMs }, pipeline);
  const late = await cancelLate(
    { reader, clock: deps.clock, cancel },
    { project, ends, snapshot, withinMs, signal },
  );
  return [...ends, ...late];
}

async function cancelOne(
  deps: { readonly gitlab: PipelineCanceller; readonly clock: Clock },
  { project, withinMs, signal }: TreeCancelTask,
  pipeline: Pipeline,
): Promise<Cancellation> {
  let why = 'GitLab did not answer in time';
  let seen = pipeline;
  const work = async (cutSignal: AbortSignal): Promise<Cancellation> => {
    const call: PipelineCall = { project: projectOf(pipeline, project), pipelineId: pipeline.id };
    let ask = deps.gitlab.cancelPipeline;
    for (;;) {
      const reply = await ask(call, cutSignal);
      if (reply.kind === 'ok') {
        const result = resultOf(reply.value.status);
        if (result !== undefined) {
          const isLate = result === 'already_ended' && ask !== deps.gitlab.cancelPipeline;
          return { pipeline: reply.value, result, ...(isLate ? { endedWhileCanceling: true } : {}) };
        }
        seen = reply.value;
        why = `GitLab accepted the request, and the pipeline is still ${seen.status}`;
        ask = deps.gitlab.fetchPipeline;
      } else {
        why = describeReply(reply).why;
        if (!isTransient(reply, 'cancel')) return { pipeline: seen, result: 'left_running', why };
      }
      await sleep(deps.clock, confirmPollMs, cutSignal);
    }
  };
  try {
    const end = await withTimeout({ clock: deps.clock, signal, afterMs: withinMs }, work);
    return end === 'timed_out' ? { pipeline: seen, result: 'left_running', why } : end;
  } catch {
    return { pipeline: seen, result: 'left_running', why };
  }
}

/** `undefined` until GitLab has acted. */
function resultOf(status: string): Cancellation['result'] | undefined {
  if (status === 'canceled' || status === 'canceling') return status;
  return isTerminalStatus(status) ? 'already_ended' : undefined;
}
