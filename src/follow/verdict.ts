import type { Pipeline } from '../gitlab/pipeline.js';
import type { AcceptableOutcome } from '../inputs/trigger-request.js';

/** What became of a followed pipeline; the last two say that we do not know. */
export type Outcome = AcceptableOutcome | 'timeout' | 'outage';

/** The end of following. */
export interface Verdict {
  readonly outcome: Outcome;
  /** As last seen. */
  readonly pipeline: Pipeline;
  /** How long we followed, in milliseconds. */
  readonly elapsedMs: number;
}

/**
 * The outcome of a pipeline that needs no further look, or `undefined` while it is still going. Unknown statuses are still going:
 * a status that did not exist when this was written must never turn a step green or red.
 */
export function outcomeOf(pipeline: Pipeline): AcceptableOutcome | undefined {
  switch (pipeline.status) {
    case 'success':
      return pipeline.statusGroup === 'success-with-warnings' ? 'warnings' : 'success';
    case 'failed':
    case 'canceled':
    case 'skipped':
    case 'manual':
      return pipeline.status;
    default:
      return undefined;
  }
}
