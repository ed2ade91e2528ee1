import type { PipelineEvent } from '../follow/pipeline-event.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { StartEvent } from '../trigger/start-event.js';

/** What happens in a run, for those who want more than lines: machines, and a view that is drawn anew. */
export type RunEvent = StartEvent | PipelineKnown | PipelineEvent;

/** The pipeline that this run is about has been started, or found. */
export interface PipelineKnown {
  readonly kind: 'pipeline_known';
  readonly pipeline: Pipeline;
}
