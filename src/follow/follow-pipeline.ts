import type { Clock } from '../base/clock.js';
import { sleep } from '../base/clock.js';
import type { Random } from '../base/random.js';
import { errorOf } from '../gitlab/describe-reply.js';
import { isTransient } from '../gitlab/is-transient.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { FollowRequest, ProjectAddress } from '../inputs/trigger-request.js';
import { withCutOff } from './cut-off.js';
import type { FollowEvent } from './follow-event.js';
import { nextPollMs } from './poll-timing.js';
import { changesBetween, type PipelineSnapshot } from './snapshot.js';
import { troubleOf } from './trouble.js';
import { outcomeOf, type Outcome, type Verdict } from './verdict.js';

/** The part of GitLab that following needs. */
export interface PipelineReader {
  readonly fetchPipeline: (
    call: { readonly project: ProjectAddress; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<Pipeline>>;
}

export interface FollowDeps {
  readonly gitlab: PipelineReader;
  readonly clock: Clock;
  readonly random: Random;
}

export interface FollowTask {
  /** As it was when following began. */
  readonly pipeline: Pipeline;
  readonly request: FollowRequest;
  readonly signal: AbortSignal;
}

/** A look that is under way at the deadline may still bring the true colour; longer than this it may not take. */
const lastLookMs = 5000;

/** Replicas lag: a 404 this soon after creation only means that the pipeline is not visible yet. */
const creationGraceMs = 30_000;

/**
 * Looks at `pipeline` until it has an outcome or `timeoutMs` is over. Yields what changed since the last look; nothing when nothing did.
 * Ends with the verdict; `timeout` when the time is over (after one last look), `outage` when no look succeeded for `outageTimeoutMs`.
 * @throws {RefusedError} at once when GitLab says 401, 403 or 404 (a 404 right after creation gets a grace of 30 s).
 * @throws the reason of `signal` when it aborts; the pipeline is left running.
 * @see https://docs.gitlab.com/api/pipelines/
 */
export async function* followPipeline(
  deps: FollowDeps,
  task: FollowTask,
): AsyncGenerator<FollowEvent, Verdict, undefined> {
  const { clock } = deps;
  const { request, signal } = task;
  const startMs = clock.nowMs();
  const deadlineMs = startMs + request.timeoutMs;
  const elapsed = (): number => clock.nowMs() - startMs;
  let seen: PipelineSnapshot | undefined;
  let troubleStartMs: number | undefined;

  const endAs = (outcome: Outcome): Verdict => ({
    outcome,
    pipeline: seen?.pipeline ?? task.pipeline,
    elapsedMs: elapsed(),
  });

  for (;;) {
    const lookStartMs = clock.nowMs();
    const reply = await withCutOff(
      { clock, signal, afterMs: deadlineMs + lastLookMs - lookStartMs },
      (cutSignal) => takeLook(deps.gitlab, task.pipeline, cutSignal),
    );
    if (reply === 'cut_off') return endAs('timeout');

    let retryAfterMs: number | undefined;
    if (reply.kind === 'ok') {
      if (troubleStartMs !== undefined) {
        yield { kind: 'trouble_ended', elapsedMs: elapsed(), lastedMs: clock.nowMs() - troubleStartMs };
        troubleStartMs = undefined;
      }
      yield* changesBetween(seen, reply.value, elapsed());
      seen = reply.value;
      const outcome = outcomeOf(seen.pipeline);
      if (outcome !== undefined) return endAs(outcome);
    } else {
      const grace = elapsed() < creationGraceMs && seen === undefined;
      const trouble = troubleOf(reply);
      if (!isTransient(reply) && !(grace && trouble.status === 404)) {
        throw errorOf(reply, { what: `Cannot go on following pipeline ${task.pipeline.id}` });
      }
      retryAfterMs = trouble.retryAfterMs;
      if (troubleStartMs === undefined) {
        troubleStartMs = lookStartMs;
        yield {
          kind: 'trouble_began',
          elapsedMs: elapsed(),
          why: trouble.why,
          patienceMs: request.outageTimeoutMs,
        };
      }
      if (clock.nowMs() - troubleStartMs >= request.outageTimeoutMs) return endAs('outage');
    }

    const nowMs = clock.nowMs();
    if (nowMs >= deadlineMs) return endAs('timeout');
    const pauseMs = nextPollMs(
      { ageMs: nowMs - startMs, pollInterval: request.pollInterval, retryAfterMs },
      deps.random,
    );
    const outageEndMs = troubleStartMs === undefined ? Infinity : troubleStartMs + request.outageTimeoutMs;
    await sleep(clock, Math.min(pauseMs, deadlineMs - nowMs, outageEndMs - nowMs), signal);
  }
}

async function takeLook(
  gitlab: PipelineReader,
  { projectId, id }: Pipeline,
  signal: AbortSignal,
): Promise<Reply<PipelineSnapshot>> {
  const reply = await gitlab.fetchPipeline(
    { project: { kind: 'id', id: projectId }, pipelineId: id },
    signal,
  );
  return reply.kind === 'ok' ? { ...reply, value: { pipeline: reply.value } } : reply;
}
