import type { Job } from '../gitlab/job.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { PipelineSnapshot } from './snapshot.js';

/**
 * Something that a person following the pipeline should hear of, once. `elapsedMs` counts from the start of following. `path` names the
 * trigger jobs that lead to a downstream pipeline, outermost first; it is empty for the pipeline itself.
 */
export type FollowEvent = LookEvent | NewsEvent;

/** A look that succeeded: nothing to be said, but what is to be done with the picture is done now. */
export interface LookEvent {
  readonly kind: 'looked';
  readonly elapsedMs: number;
  readonly snapshot: PipelineSnapshot;
  /** Until the usual length is over, where it is known. */
  readonly remainingMs?: number | undefined;
}

/** An event for the log. */
export type NewsEvent =
  | {
      readonly kind: 'pipeline_changed';
      readonly elapsedMs: number;
      readonly path: readonly string[];
      readonly pipeline: Pipeline;
      /** False for a status that did not exist when this was written. */
      readonly known: boolean;
    }
  | {
      readonly kind: 'job_changed';
      readonly elapsedMs: number;
      readonly path: readonly string[];
      readonly job: Job;
      /** 1 for the first. */
      readonly attempt: number;
      readonly known: boolean;
    }
  | {
      readonly kind: 'job_played';
      readonly elapsedMs: number;
      readonly path: readonly string[];
      readonly job: Job;
      /** Why it could not be played; absent when it was. */
      readonly refusal?: string | undefined;
    }
  | { readonly kind: 'gap_found'; readonly elapsedMs: number; readonly gap: string }
  | {
      readonly kind: 'nothing_new';
      readonly elapsedMs: number;
      readonly status: string;
      /** Names of jobs that are running. */
      readonly running: readonly string[];
      /** Until the usual length is over, where it is known. */
      readonly remainingMs?: number | undefined;
    }
  | {
      readonly kind: 'trouble_began';
      readonly elapsedMs: number;
      readonly why: string;
      readonly patienceMs: number;
    }
  | { readonly kind: 'trouble_ended'; readonly elapsedMs: number; readonly lastedMs: number };
