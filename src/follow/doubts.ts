import type { PipelineSnapshot } from '../model/snapshot.js';
import type { PollTimes } from './changes.js';
import type { Decision } from './decide/decide.js';
import type { FollowProgress } from './progress.js';

/** A doubtful outcome is believed when so many snapshots in a row show it. */
const pollsToBelieve = 3;

/** The part of the progress that counts what is not believed at once. */
export type Doubts = Pick<FollowProgress, 'doubts' | 'lastDecision' | 'cachedPolls' | 'question'>;

/**
 * A doubtful decision that was repeated often enough becomes firm. A snapshot from a cache shows how the
 * pipeline was at some earlier time, so it neither confirms the decision before nor refutes it. Updates
 * `progress`.
 */
export function believed(decision: Decision, { fromCache }: PipelineSnapshot, progress: Doubts): Decision {
  if (fromCache === true) {
    progress.cachedPolls += 1;
    return decision;
  }
  progress.cachedPolls = 0;
  const isFirm = decision.kind === 'unmatched' && decision.certainty === 'firm';
  const isSame = sameDoubt(decision, progress.lastDecision);
  progress.lastDecision = decision;
  if (decision.kind === 'going_on' || decision.kind === 'decided' || isFirm) progress.doubts = 0;
  else progress.doubts = isSame ? progress.doubts + 1 : 1;
  if (progress.doubts < pollsToBelieve) return decision;
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

/**
 * Whether two snapshots in a row lead to the same decision. A contradicting snapshot does not confirm the one
 * before.
 */
function sameDoubt(decision: Decision, before: Decision | undefined): boolean {
  if (decision.kind !== before?.kind) return false;
  return decision.kind !== 'doubtful' || before.kind !== 'doubtful' || decision.outcome === before.outcome;
}

/** Whether the next poll comes soon, because it may settle a doubt. A cache that stays is no such reason. */
export function isInDoubt({ doubts, cachedPolls, question }: Doubts): boolean {
  if (cachedPolls >= pollsToBelieve) return false;
  return (doubts > 0 && doubts < pollsToBelieve) || (cachedPolls > 0 && question !== undefined);
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
