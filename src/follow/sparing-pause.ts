import type { RequestAllowance } from '../gitlab/reply.js';

/** What may still be asked for, and what a look takes of it. */
export interface RequestBudget extends RequestAllowance {
  /** How many requests the last look took. */
  readonly lookRequests: number;
  /** For how long nothing may be known, if need be: as long as GitLab may be out of reach. */
  readonly patienceMs: number;
}

/** From here on, what is left is made to last. */
const lowShare = 0.25;
/** GitLab names the reset in whole seconds, and may round it down. */
const resetSlackMs = 1000;
/** Blind for no longer than this, or than the patience. */
const longestMs = 60_000;

/**
 * How long the next look has to wait so that what is left lasts until the limit begins anew, in milliseconds; 0 while there is plenty. Where it is not enough for
 * one look, that waits for the new beginning: it would be refused.
 */
export function sparingPauseMs(budget: RequestBudget): number {
  const { limit, remaining, resetAfterMs, lookRequests, patienceMs } = budget;
  if (resetAfterMs <= 0) return 0;
  const looks = Math.floor(remaining / Math.max(lookRequests, 1));
  if (looks > 0 && remaining > limit * lowShare) return 0;
  const pauseMs = looks === 0 ? resetAfterMs + resetSlackMs : resetAfterMs / looks;
  return Math.min(pauseMs, Math.max(longestMs, patienceMs));
}
