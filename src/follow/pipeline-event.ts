import type { FollowEvent } from './follow-event.js';
import type { Verdict } from './verdict.js';

/** What happens while a pipeline is followed; the last one is `ended`. */
export type PipelineEvent = FollowEvent | EndedEvent;

/** The end of following. */
export interface EndedEvent {
  readonly kind: 'ended';
  readonly elapsedMs: number;
  readonly verdict: Verdict;
}
