import { replicaLagMs } from '../gitlab/replica-lag.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { PollTimes } from './changes.js';
import type { Decision } from './decide/decide.js';
import { doubtPollMs, pollsToBelieve, replicaPollMs } from './poll-interval.js';
import type { FollowProgress } from './progress.js';

/** The part of the progress that counts what is not believed at once. */
export type Doubts = Pick<
  FollowProgress,
  'doubts' | 'doubtSinceMs' | 'lastDecision' | 'cachedPolls' | 'question'
>;

/**
 * A doubtful decision that was repeated often enough becomes firm. One that another answer contradicts must
 * also outlast the replica that may show what was before. A snapshot from a cache shows how the pipeline was
 * at some earlier time, so it neither confirms the decision before nor refutes it. Updates `progress`.
 */
export function believed(
  shown: Decision,
  { snapshot, nowMs }: { readonly snapshot: PipelineSnapshot; readonly nowMs: number },
  progress: Doubts,
): Decision {
  if (snapshot.fromCache === true) {
    progress.cachedPolls += 1;
    return shown;
  }
  const decision = asDoubted(shown, progress.lastDecision);
  progress.cachedPolls = 0;
  const isFirm = decision.kind === 'unmatched' && decision.certainty === 'firm';
  const isSame = sameDoubt(decision, progress.lastDecision);
  progress.lastDecision = decision;
  if (decision.kind === 'going_on' || decision.kind === 'decided' || isFirm) progress.doubts = 0;
  else progress.doubts = isSame ? progress.doubts + 1 : 1;
  // The time counts from the first poll of the same doubt, whose answers may be as old as a replica.
  if (progress.doubts <= 1) progress.doubtSinceMs = progress.doubts === 0 ? undefined : nowMs;
  if (progress.doubts < pollsToBelieve || needsReplicas(decision, nowMs, progress)) {
    return decision;
  }
  switch (decision.kind) {
    case 'doubtful':
      return { kind: 'decided', outcome: decision.outcome };
    case 'unmatched':
      return { kind: 'unmatched', certainty: 'firm' };
    case 'going_on':
    case 'open':
    case 'decided':
      return decision;
  }
}

/** What has to outlast a replica still does when the jobs alone no longer contradict it. */
function asDoubted(decision: Decision, before: Decision | undefined): Decision {
  const isSame = decision.kind === 'doubtful' && sameDoubt(decision, before);
  const isOwed = isSame && before?.kind === 'doubtful' && before.until === 'replicas_settled';
  return isOwed ? { ...decision, until: 'replicas_settled' } : decision;
}

/** Whether a replica that still lags may be the only reason for the decision. */
function needsReplicas(decision: Decision, nowMs: number, { doubtSinceMs = nowMs }: Doubts): boolean {
  const isOlder = decision.kind === 'doubtful' && decision.until === 'replicas_settled';
  return isOlder && nowMs - doubtSinceMs < replicaLagMs;
}

/**
 * Whether two snapshots in a row lead to the same decision. A contradicting snapshot does not confirm the one
 * before.
 */
function sameDoubt(decision: Decision, before: Decision | undefined): boolean {
  if (decision.kind !== before?.kind) return false;
  return decision.kind !== 'doubtful' || before.kind !== 'doubtful' || decision.outcome === before.outcome;
}

/**
 * The pause if the next poll comes soon, because it may settle a doubt; `undefined` if it does not. A cache
 * that stays is no such reason.
 */
export function doubtPauseMs({ doubts, cachedPolls, question, lastDecision }: Doubts): number | undefined {
  if (cachedPolls >= pollsToBelieve) return undefined;
  const isSoon = (doubts > 0 && doubts < pollsToBelieve) || (cachedPolls > 0 && question !== undefined);
  if (isSoon) return doubtPollMs;
  return doubts > 0 && lastDecision?.kind === 'doubtful' ? replicaPollMs : undefined;
}

/**
 * Keeps what is open. It is polled for as long as an unreachable GitLab, counted from the poll at which it is
 * no mere delay: several polls in a row have left it open by then. Updates `progress`.
 */
export function rememberQuestion(
  progress: Doubts & Pick<FollowProgress, 'openStartMs'>,
  decision: Decision,
  { startMs }: PollTimes,
): void {
  const { doubts, cachedPolls } = progress;
  progress.question = decision.kind === 'open' ? decision : undefined;
  if (decision.kind !== 'open') progress.openStartMs = undefined;
  else if (Math.max(doubts, cachedPolls) >= pollsToBelieve) progress.openStartMs ??= startMs;
}
