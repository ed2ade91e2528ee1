import type { OpenAbout } from '../../model/verdict.js';
import type { AcceptableOutcome, FollowRequest } from '../../model/requests.js';

/**
 * What one snapshot says about the end. `doubtful`: an outcome that the next poll may revise, because parts
 * of the snapshot contradict each other or are outdated. `open`: everything visible has ended, but something
 * that the verdict depends on is hidden. `unmatched`: a line of `jobs` matches no job, and none can appear;
 * `doubtful` as long as GitLab may only not show one yet.
 */
export type Decision =
  | { readonly kind: 'going_on' }
  | {
      readonly kind: 'doubtful';
      readonly outcome: AcceptableOutcome;
      /** What makes it firm: some polls, or so much time that no replica shows what was before. */
      readonly until: 'repeated' | 'replicas_settled';
    }
  | { readonly kind: 'open'; readonly why: string; readonly about?: OpenAbout | undefined }
  | { readonly kind: 'unmatched'; readonly certainty: End['certainty'] }
  | { readonly kind: 'decided'; readonly outcome: AcceptableOutcome };

/** How a snapshot is judged. Without `accept`, it does not matter whether a success has warnings. */
export type DecisionRules = Pick<FollowRequest, 'downstream' | 'onManual'> &
  Partial<Pick<FollowRequest, 'accept'>>;

/**
 * How a pipeline or a job ended. `doubtful`: nothing that GitLab shows rules out that it continues by itself.
 */
export interface End {
  readonly outcome: AcceptableOutcome;
  readonly certainty: 'firm' | 'doubtful';
}

/** From worst to best, for combining several outcomes. */
const worstFirst: readonly AcceptableOutcome[] = [
  'failed',
  'canceled',
  'manual',
  'skipped',
  'warnings',
  'success',
];

/**
 * The worst of them; `undefined` stands for one that still runs. A failure is final, whatever the others do.
 */
export function worstOf(ends: readonly (End | undefined)[]): End | undefined {
  const failures = ends.filter((end) => end?.outcome === 'failed');
  if (failures.length > 0) {
    const isFirm = failures.some((end) => end?.certainty === 'firm');
    return { outcome: 'failed', certainty: isFirm ? 'firm' : 'doubtful' };
  }
  const known = ends.filter((end) => end !== undefined);
  if (known.length < ends.length) return undefined;
  const outcome = worstFirst.find((candidate) => known.some((end) => end.outcome === candidate));
  if (outcome === undefined) return undefined;
  return { outcome, certainty: known.every((end) => end.certainty === 'firm') ? 'firm' : 'doubtful' };
}

/** Whether the step passes with this outcome but would not with a failure. */
export function passes(outcome: AcceptableOutcome, accept: DecisionRules['accept']): boolean {
  return accept?.has(outcome) === true && !accept.has('failed');
}
