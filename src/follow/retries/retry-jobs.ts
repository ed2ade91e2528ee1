import { withTimeout } from '../../base/clock.js';
import { describeReply } from '../../gitlab/responses/explain.js';
import { retryAfterOf } from '../../gitlab/responses/reply.js';
import { meaningOf } from '../../gitlab/responses/response-meaning.js';
import type { JobRetriedEvent } from '../../model/events.js';
import type { Job } from '../../model/pipeline.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { Decision } from '../decide/rules.js';
import type { FollowDeps, FollowProgress, FollowTask } from '../progress.js';
import { type JobRetrier, type RetryAnswer, isOfJob } from './asked-retry.js';
import { type FailedCause, jobsToRetry } from './failed-jobs.js';

/** `none`: there is nothing to retry, and the decision stands. */
export interface RetriesMade {
  readonly kind: 'asked' | 'none';
  readonly events: readonly JobRetriedEvent[];
}

/** What a poll decided, and by what. */
interface DecidedPoll {
  readonly progress: FollowProgress;
  readonly decision: Decision;
  readonly snapshot: PipelineSnapshot;
}

const nothing: RetriesMade = { kind: 'none', events: [] };

/**
 * Retries the jobs that failed a pipeline, where `retry_failed` asks for that and it can help. No attempt is
 * asked for twice, whatever became of the answer: only if certainly nothing was done, GitLab is asked again
 * after the next poll, for as long as it may be unreachable. Updates `progress`.
 * @throws the reason of `task.signal` when it aborts.
 */
export async function retryFailedJobs(
  deps: FollowDeps,
  task: FollowTask,
  { progress, decision, snapshot }: DecidedPoll,
): Promise<RetriesMade> {
  const { retryFailed, downstream } = task.request;
  const { retryJob } = deps.gitlab;
  if (retryFailed === undefined || retryJob === undefined) return nothing;
  if (decision.kind !== 'decided' || decision.outcome !== 'failed') return nothing;
  if (deps.clock.nowMs() >= progress.deadlineMs) return nothing;
  const retriesOf = (cause: FailedCause): { readonly count: number; readonly isAsked: boolean } => {
    const made = progress.retries.filter((retry) => isOfJob(retry, cause));
    return { count: made.length, isAsked: made.some(({ job }) => job.id >= cause.state.job.id) };
  };
  const causes = jobsToRetry(snapshot, { downstream, selection: progress.selection, retryFailed, retriesOf });
  const events: JobRetriedEvent[] = [];
  for (const cause of causes) {
    const count = retriesOf(cause).count + 1;
    const attempt = await ask({ ...deps, gitlab: { retryJob } }, task, { progress, cause });
    const nowMs = deps.clock.nowMs();
    const { path, state, node, failing } = cause;
    const event = {
      kind: 'job_retried',
      elapsedMs: nowMs - progress.startMs,
      path,
      job: state.job,
      attempt: state.attempt,
      count,
      most: retryFailed.most,
    } as const;
    if (attempt.kind === 'postponed') {
      if (progress.postponedSinceMs === undefined)
        events.push({ ...event, result: 'postponed', why: attempt.why });
      progress.postponedSinceMs ??= nowMs;
      progress.retryAfterMs = attempt.retryAfterMs;
      break;
    }
    progress.postponedSinceMs = undefined;
    progress.retries.push({
      path,
      pipelineId: node.pipeline.id,
      job: state.job,
      count,
      answer: attempt,
      atMs: nowMs,
      failing: failing.map(({ pipeline }) => pipeline),
    });
    if (attempt.kind === 'retried') {
      events.push({ ...event, result: 'retried' });
      continue;
    }
    events.push({ ...event, result: attempt.kind === 'lost' ? 'unconfirmed' : 'refused', why: attempt.why });
    break;
  }
  if (causes.length === 0) return nothing;
  // What comes of it is looked at soon.
  if (progress.postponedSinceMs === undefined) progress.doubts = 1;
  return { kind: 'asked', events };
}

type Attempt =
  | RetryAnswer
  | { readonly kind: 'postponed'; readonly why: string; readonly retryAfterMs: number | undefined };

async function ask(
  { gitlab, clock }: Pick<FollowDeps, 'clock'> & { readonly gitlab: JobRetrier },
  { request, signal }: FollowTask,
  { progress, cause }: { readonly progress: FollowProgress; readonly cause: FailedCause },
): Promise<Attempt> {
  const { job } = cause.state;
  const project = { kind: 'id', id: cause.node.pipeline.projectId } as const;
  const afterMs = progress.deadlineMs - clock.nowMs();
  const reply = await withTimeout({ clock, signal, afterMs }, (cutSignal) =>
    gitlab.retryJob({ project, jobId: job.id }, cutSignal),
  );
  if (reply === 'timed_out') return { kind: 'lost', why: 'GitLab did not answer before timeout' };
  if (reply.kind === 'ok') return answerOf(job, reply.value);
  const { why } = describeReply(reply);
  const waitedMs = clock.nowMs() - (progress.postponedSinceMs ?? clock.nowMs());
  // A job retry creates something, so the rules for a start request apply: it is not repeated when uncertain.
  switch (meaningOf('start', reply)) {
    case 'not_done':
      return waitedMs < request.outageTimeoutMs
        ? { kind: 'postponed', why, retryAfterMs: retryAfterOf(reply) }
        : { kind: 'refused', why };
    case 'final':
      return { kind: 'refused', why };
    case 'uncertain':
    case 'done':
    case 'passing':
      return { kind: 'lost', why };
  }
}

/** An answer about another job comes from something that mixes up answers. */
function answerOf(asked: Job, answered: Job): RetryAnswer {
  return answered.name === asked.name && answered.id > asked.id
    ? { kind: 'retried' }
    : { kind: 'lost', why: 'the answer is about another job' };
}
