/**
 * What values, tests and logs may take together. The verdict is known at this point, and the step holds up
 * whatever waits for it. Artifacts have a time of their own.
 */
export const detailsWithinMs = 60_000;

/** What is left for tests and for logs each, so that a part before them cannot use up all of it. */
export const reserveMs = 5000;

/** After the last read, for saying what is missing and why. */
export const sayingMs = 500;

/** How long one kind of results may take. */
export type PartLimit =
  | { readonly kind: 'own'; readonly withinMs: number }
  /** Of the time for all details. `partsAfter`: how many others come later and need some of it. */
  | { readonly kind: 'shared'; readonly partsAfter: number };

/** The time of one kind of results. */
export interface PartTime {
  /** Aborts when the time is over. */
  readonly signal: AbortSignal;
  /** The time on the clock at which reads end, shortly before that. */
  readonly endMs: number;
}

/** The limit in milliseconds of a part, when those before it have taken `spentMs` of the shared time. */
export function limitOf(limit: PartLimit, spentMs: number): number {
  if (limit.kind === 'own') return limit.withinMs;
  return Math.max(detailsWithinMs - limit.partsAfter * reserveMs - spentMs, 0);
}
