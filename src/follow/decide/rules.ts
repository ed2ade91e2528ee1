import type { OpenAbout } from '../../model/verdict.js';
import type { AcceptableOutcome, FollowRequest } from '../../model/requests.js';

/**
 * What one picture says about the end. `doubtful`: an outcome that the next look may well take back: parts of
 * the picture contradict each other, or are old. `open`: all that is seen has ended, and something that the
 * verdict depends on is not seen. `unmatched`: a line of `jobs` fits no job, and none is to come; `doubtful`
 * as long as GitLab may only not show one yet.
 */
export type Decision =
  | { readonly kind: 'going_on' }
  | { readonly kind: 'doubtful'; readonly outcome: AcceptableOutcome }
  | { readonly kind: 'open'; readonly why: string; readonly about?: OpenAbout | undefined }
  | { readonly kind: 'unmatched'; readonly certainty: End['certainty'] }
  | { readonly kind: 'decided'; readonly outcome: AcceptableOutcome };

/** How a picture is judged. Without `accept` nothing depends on whether a success is one with warnings. */
export type DecisionRules = Pick<FollowRequest, 'downstream' | 'onManual'> &
  Partial<Pick<FollowRequest, 'accept'>>;

/**
 * How a pipeline or a job ended. `doubtful`: nothing that GitLab says rules out that it goes on by itself.
 */
export interface End {
  readonly outcome: AcceptableOutcome;
  readonly certainty: 'firm' | 'doubtful';
}

/** From the worst to the best, for putting several outcomes together. */
const worstFirst: readonly AcceptableOutcome[] = [
  'failed',
  'canceled',
  'manual',
  'skipped',
  'warnings',
  'success',
];

/**
 * The worst of them; `undefined` stands for what goes on. A failure needs no company: it is final whatever
 * the others do.
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
