import type { Job, Pipeline, TriggerToken } from './pipeline.js';
import type { PipelineSnapshot } from './snapshot.js';
import type { Verdict } from './verdict.js';

/**
 * Something that a person following the pipeline should hear of, once. `elapsedMs` counts from the start of
 * following. `path` names the trigger jobs that lead to a downstream pipeline, outermost first; it is empty
 * for the pipeline itself.
 */
export type FollowEvent = SnapshotEvent | ProgressEvent;

/** A look that succeeded: nothing to be said, but what is to be done with the picture is done now. */
export interface SnapshotEvent {
  readonly kind: 'snapshot';
  readonly elapsedMs: number;
  readonly snapshot: PipelineSnapshot;
  /** Until the usual length is over, where it is known. */
  readonly remainingMs?: number | undefined;
}

/** An event for the log. */
export type ProgressEvent =
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
  | { readonly kind: 'partial_data'; readonly elapsedMs: number; readonly unreadablePart: string }
  | {
      readonly kind: 'heartbeat';
      readonly elapsedMs: number;
      readonly status: string;
      /** Names of jobs that are running. */
      readonly running: readonly string[];
      /** Until the usual length is over, where it is known. */
      readonly remainingMs?: number | undefined;
    }
  | {
      readonly kind: 'poll_failed';
      readonly elapsedMs: number;
      readonly why: string;
      readonly retryTimeoutMs: number;
    }
  | { readonly kind: 'poll_recovered'; readonly elapsedMs: number; readonly lastedMs: number };

/** What happens while a pipeline is followed; the last one is `ended`. */
export type PipelineEvent = FollowEvent | EndedEvent;

/** The end of following. */
export interface EndedEvent {
  readonly kind: 'ended';
  readonly elapsedMs: number;
  readonly verdict: Verdict;
}

/** What happens between the request to start a pipeline and the pipeline, when it is not simply there. */
export type StartEvent =
  | { readonly kind: 'retrying'; readonly why: string; readonly delayMs: number }
  | { readonly kind: 'response_lost'; readonly why: string; readonly retryTimeoutMs: number }
  | { readonly kind: 'lost_pipeline_found'; readonly pipelineId: number }
  | { readonly kind: 'lost_pipeline_absent' }
  /** Nobody tells whether the project that the answer names is the one that was asked for. */
  | { readonly kind: 'project_unconfirmed'; readonly project: string; readonly webUrl: string };

/** What happens while something is waited for that GitLab does not have yet. */
export type AwaitEvent =
  /** At first, and once a minute. `passedOver` are other pipelines of the commit. */
  | {
      readonly kind: 'awaiting_pipeline';
      readonly sha: string;
      readonly ref?: string | undefined;
      readonly source?: string | undefined;
      readonly passedOver: readonly Pipeline[];
      readonly elapsedMs: number;
      readonly remainingMs: number;
    }
  /** One was found; these are of the same commit, and not it. */
  | { readonly kind: 'pipelines_passed_over'; readonly pipelines: readonly Pipeline[] }
  /** At first, and once a minute. `tip` is where the ref is instead; absent while there is none. */
  | {
      readonly kind: 'awaiting_commit';
      readonly sha: string;
      readonly ref: string;
      readonly tip?: string | undefined;
      readonly elapsedMs: number;
      readonly remainingMs: number;
    }
  | {
      readonly kind: 'commit_arrived';
      readonly sha: string;
      readonly ref: string;
      readonly tip: string;
      /** Whether the ref has newer commits, too. */
      readonly isNewer: boolean;
      readonly elapsedMs: number;
    }
  /** GitLab pulls its mirror; `dueInMs` where it waits because it did a moment ago. */
  | { readonly kind: 'mirror_asked'; readonly dueInMs?: number | undefined }
  /** GitLab cannot be asked for the moment. */
  | { readonly kind: 'await_failed'; readonly why: string; readonly retryTimeoutMs: number };

/** What happens in a run, for those who want more than lines: machines, and a view that is drawn anew. */
export type RunEvent = AwaitEvent | StartEvent | PipelineKnown | PipelineEvent;

/** The pipeline that this run is about has been started, or found. */
export interface PipelineKnown {
  readonly kind: 'pipeline_known';
  readonly pipeline: Pipeline;
}

/** What happens while tokens are managed, for whoever tells it. */
export type TokenEvent =
  /** A call failed for a reason that passes, and will be made again. */
  | { readonly kind: 'retrying'; readonly why: string; readonly delayMs: number }
  /** Nobody knows whether the token was created; it is being looked for. */
  | { readonly kind: 'response_lost'; readonly why: string }
  | { readonly kind: 'found_again'; readonly token: TriggerToken }
  | { readonly kind: 'created'; readonly token: TriggerToken }
  /** It was to expire, and GitLab has made one that does not. */
  | { readonly kind: 'expiry_ignored'; readonly token: TriggerToken }
  /** An earlier run made it, and did not come to its end. */
  | { readonly kind: 'reused'; readonly token: TriggerToken }
  | { readonly kind: 'proven'; readonly token: TriggerToken }
  /** Pipelines that are started with the new token run as another user than before. */
  | { readonly kind: 'owner_changed'; readonly from: TriggerToken; readonly to: TriggerToken }
  | {
      readonly kind: 'stored';
      readonly token: TriggerToken;
      readonly where: string;
      readonly note: string | undefined;
    }
  | { readonly kind: 'deleted'; readonly token: TriggerToken }
  /** Tokens that still work although a new one has taken their place. */
  | { readonly kind: 'left'; readonly tokens: readonly TriggerToken[] };
