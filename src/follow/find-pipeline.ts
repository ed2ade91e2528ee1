import { sleep, type Clock } from '../base/clock.js';
import { errorOf } from '../gitlab/describe-reply.js';
import { isTransient } from '../gitlab/is-transient.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';

interface PipelineCall {
  readonly project: ProjectAddress;
  readonly pipelineId: number;
}

export interface PipelineFinder {
  readonly fetchPipeline: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
}

const retryPauseMs = 2000;

/**
 * Reads a pipeline that was started elsewhere, patiently for `patienceMs`.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
export async function findPipeline(
  { gitlab, clock }: { readonly gitlab: PipelineFinder; readonly clock: Clock },
  wanted: PipelineCall & { readonly patienceMs: number; readonly signal: AbortSignal },
): Promise<Pipeline> {
  const { project, pipelineId, patienceMs, signal } = wanted;
  const endMs = clock.nowMs() + patienceMs;
  for (;;) {
    const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
    if (reply.kind === 'ok') return reply.value;
    if (!isTransient(reply) || clock.nowMs() + retryPauseMs > endMs) {
      throw errorOf(reply, { what: `Cannot read pipeline ${pipelineId}` });
    }
    await sleep(clock, retryPauseMs, signal);
  }
}
