import type { Job, Pipeline, TriggerToken } from './pipeline.js';
import type { PipelineSnapshot } from './snapshot.js';
import type { Verdict } from './verdict.js';

/**
 * A change or a snapshot of a followed pipeline, reported once. `elapsedMs` counts from the start of
 * following. `path` has the names of the trigger jobs that lead to a downstream pipeline, outermost first; it
 * is empty for the pipeline itself.
 */
export type FollowEvent = SnapshotEvent | ProgressEvent;

/** A successful poll. Carries the new snapshot; produces no log line. */
export interface SnapshotEvent {
  readonly kind: 'snapshot';
  readonly elapsedMs: number;
  readonly snapshot: PipelineSnapshot;
  /** Time left until the typical duration is reached, in milliseconds; absent if that is unknown. */
  readonly remainingMs?: number | undefined;
}

/** An event for the log. */
export type ProgressEvent =
  | {
      readonly kind: 'pipeline_changed';
      readonly elapsedMs: number;
      readonly path: readonly string[];
      readonly pipeline: Pipeline;
      /** False for a status that this version does not know. */
      readonly known: boolean;
    }
  | {
      readonly kind: 'job_changed';
      readonly elapsedMs: number;
      readonly path: readonly string[];
      readonly job: Job;
      /** 1 for the first attempt. */
      readonly attempt: number;
      readonly known: boolean;
    }
  | {
      readonly kind: 'job_played';
      readonly elapsedMs: number;
      readonly path: readonly string[];
      readonly job: Job;
      /** Why the job could not be played; absent if it was played. */
      readonly refusal?: string | undefined;
    }
  | JobRetriedEvent
  | { readonly kind: 'partial_data'; readonly elapsedMs: number; readonly unreadablePart: string }
  | {
      readonly kind: 'heartbeat';
      readonly elapsedMs: number;
      readonly status: string;
      /** Names of the running jobs. */
      readonly running: readonly string[];
      /** Time left until the typical duration is reached, in milliseconds; absent if that is unknown. */
      readonly remainingMs?: number | undefined;
    }
  | {
      readonly kind: 'poll_failed';
      readonly elapsedMs: number;
      readonly why: string;
      readonly retryTimeoutMs: number;
    }
  | { readonly kind: 'poll_recovered'; readonly elapsedMs: number; readonly lastedMs: number };

/** GitLab was asked to retry a failed job. */
export interface JobRetriedEvent {
  readonly kind: 'job_retried';
  readonly elapsedMs: number;
  readonly path: readonly string[];
  /** The attempt that failed. */
  readonly job: Job;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Which retry of this job it is, from 1, and how many there may be. */
  readonly count: number;
  readonly most: number;
  /**
   * `unconfirmed`: the answer was lost, and newer snapshots will tell. `postponed`: nothing was done, and
   * GitLab is asked again.
   */
  readonly result: 'retried' | 'unconfirmed' | 'refused' | 'postponed';
  /** Why it is not `retried`. */
  readonly why?: string | undefined;
}

/** The events of a followed pipeline; the last one is `ended`. */
export type PipelineEvent = FollowEvent | EndedEvent;

/** The end of following. */
export interface EndedEvent {
  readonly kind: 'ended';
  readonly elapsedMs: number;
  readonly verdict: Verdict;
}

/** What happens between the request to start a pipeline and the pipeline, beyond the normal case. */
export type StartEvent =
  | { readonly kind: 'retrying'; readonly why: string; readonly delayMs: number }
  | { readonly kind: 'response_lost'; readonly why: string; readonly retryTimeoutMs: number }
  | { readonly kind: 'lost_pipeline_found'; readonly pipelineId: number }
  | { readonly kind: 'lost_pipeline_absent' }
  /** Whether the project in the response is the requested one is unknown. */
  | { readonly kind: 'project_unconfirmed'; readonly project: string; readonly webUrl: string }
  | RerunEvent;

/** What a step that may be a re-run does about the pipeline of an earlier attempt. */
export type RerunEvent =
  /**
   * None is there yet, or only `earlier`, which has ended; the request of an earlier attempt, or of one after
   * that, may still be on its way.
   */
  | {
      readonly kind: 'rerun_searching';
      readonly retryTimeoutMs: number;
      readonly earlier?: EarlierPipeline | undefined;
    }
  | {
      readonly kind: 'rerun';
      readonly action: RerunAction;
      /** Absent where no pipeline of an earlier attempt is known. */
      readonly earlier?: EarlierPipeline | undefined;
    };

/**
 * `followed`, `retrying`, and `retried`: the earlier pipeline is taken up. `nothing_retried`: so it is, and
 * GitLab had nothing to retry in it. All others start a new one: `ended`, the earlier one has failed or was
 * canceled; `other_request`, it was started for other variables or inputs; `absent`, there is none;
 * `unsupported`, the host does not tell the attempts of a run apart.
 */
export type RerunAction =
  | 'followed'
  | 'retrying'
  | 'retried'
  | 'nothing_retried'
  | 'ended'
  | 'other_request'
  | 'absent'
  | 'unsupported';

export interface EarlierPipeline {
  readonly pipelineId: number;
  /** As its host calls the attempt. */
  readonly attempt: string;
  readonly status: string;
}

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

/** The events of a run for consumers other than the log: JSON output, and the live view. */
export type RunEvent = AwaitEvent | StartEvent | PipelineKnown | PipelineEvent;

/** The pipeline of this run has been started or found. */
export interface PipelineKnown {
  readonly kind: 'pipeline_known';
  readonly pipeline: Pipeline;
}

/** The events of token operations. */
export type TokenEvent =
  /** A call failed temporarily and will be retried. */
  | { readonly kind: 'retrying'; readonly why: string; readonly delayMs: number }
  /** It is unknown whether the token was created; a search for it follows. */
  | { readonly kind: 'response_lost'; readonly why: string }
  | { readonly kind: 'found_again'; readonly token: TriggerToken }
  | { readonly kind: 'created'; readonly token: TriggerToken }
  /** The request had an expiry, and GitLab created a token that does not expire. */
  | { readonly kind: 'expiry_ignored'; readonly token: TriggerToken }
  /** An earlier, unfinished run created it. */
  | { readonly kind: 'reused'; readonly token: TriggerToken }
  | { readonly kind: 'proven'; readonly token: TriggerToken }
  /** Pipelines started with the new token run as a different user than before. */
  | { readonly kind: 'owner_changed'; readonly from: TriggerToken; readonly to: TriggerToken }
  | {
      readonly kind: 'stored';
      readonly token: TriggerToken;
      readonly where: string;
      readonly note: string | undefined;
    }
  | { readonly kind: 'deleted'; readonly token: TriggerToken }
  /** Tokens that still work although a new one has replaced them. */
  | { readonly kind: 'left'; readonly tokens: readonly TriggerToken[] };
