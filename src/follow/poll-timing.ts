import type { Random } from '../base/random.js';

/** Nobody gains from looking more often, and GitLab's limits count every look. */
const shortestPollMs = 1000;
/** Long enough to be gentle for hours, short enough that nobody waits long for news. */
const longestPollMs = 15_000;
/** A look is never later than this share of the pipeline's age: the delay stays small beside the run itself. */
const ageShare = 0.1;
/** Callers that started together drift apart. */
const jitterShare = 0.1;

export interface PollMoment {
  /** How long the pipeline has been followed. */
  readonly ageMs: number;
  readonly pollInterval: 'auto' | number;
  /** The wish of the server, where it has one. */
  readonly retryAfterMs?: number | undefined;
}

/** How long to wait before the next look, in milliseconds; the server's wish wins when it is longer. */
export function nextPollMs({ ageMs, pollInterval, retryAfterMs = 0 }: PollMoment, random: Random): number {
  if (pollInterval !== 'auto') return Math.max(pollInterval, retryAfterMs);
  const steady = Math.min(Math.max(ageMs * ageShare, shortestPollMs), longestPollMs);
  const jittered = steady * (1 + jitterShare * (2 * random() - 1));
  return Math.max(jittered, shortestPollMs, retryAfterMs);
}
