import { isKnownStatus } from '../gitlab/pipeline-status.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { FollowEvent } from './follow-event.js';

/** The whole picture at one moment; what is decided is decided from it alone, so that a lost look loses nothing. */
export interface PipelineSnapshot {
  readonly pipeline: Pipeline;
}

/** What is new in `after`; everything, when there was no `before`. */
export function changesBetween(
  before: PipelineSnapshot | undefined,
  after: PipelineSnapshot,
  elapsedMs: number,
): readonly FollowEvent[] {
  const { status } = after.pipeline;
  if (before?.pipeline.status === status) return [];
  return [{ kind: 'pipeline_changed', elapsedMs, status, known: isKnownStatus(status) }];
}
