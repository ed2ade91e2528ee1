import { RefusedError } from '../base/errors.js';
import { type CommitStatus, type Job, type Pipeline } from './pipeline.js';
import type { AcceptableOutcome } from './requests.js';
import type { PipelineSnapshot } from './snapshot.js';
/** The result of following a pipeline; the last two say that it is unknown. */
export type Outcome = AcceptableOutcome | 'timeout' | 'outage';
/**
 * `warnings`: GitLab says that the pipeline passed, but not whether a job failed that may fail. Absent: parts
 * of the tree cannot be read.
 */
export type OpenAbout = 'warnings';
/** The end of following. */
export interface Verdict {
    readonly outcome: Outcome;
    /** From the last successful poll. */
    readonly pipeline: Pipeline;
    /** The last complete snapshot; absent if there was none. */
    readonly snapshot: PipelineSnapshot | undefined;
    /** How long the pipeline was followed, in milliseconds. */
    readonly elapsedMs: number;
    /** The limit that a `timeout` exceeded. */
    readonly limit?: 'timeout' | 'queue_timeout' | undefined;
    /**
     * What the verdict counts in addition to the pipeline, or in its place; absent if it covers only the
     * pipeline itself.
     */
    readonly grounds?: VerdictGrounds | undefined;
    /** Statuses of external systems, if a pipeline failed although none of its listed jobs did. */
    readonly externalStatuses?: ExternalStatuses | undefined;
    /** What remained unknown when everything visible had ended, in words. */
    readonly question?: string | undefined;
    /**
     * `warnings` if it is unknown whether a job failed that may fail; absent if part of the tree is unknown.
     */
    readonly questionAbout?: OpenAbout | undefined;
    /** The failed jobs that GitLab was asked to retry, in this order; absent if there were none. */
    readonly retries?: readonly JobRetry[] | undefined;
}
/** A failed job that GitLab was asked to retry. */
export interface JobRetry {
    /** Names of the trigger jobs that lead to its pipeline, outermost first; empty for the pipeline itself. */
    readonly path: readonly string[];
    /** The attempt that failed. */
    readonly job: Job;
    /** Which retry of this job it was, from 1. */
    readonly count: number;
    /** `unconfirmed`: the answer was lost, and no newer attempt shows that GitLab has retried the job. */
    readonly result: 'retried' | 'unconfirmed' | 'refused';
    /** Why GitLab refused it, or why that is unknown. */
    readonly why?: string | undefined;
    /** The attempt that took its place, as last seen; absent if it was not seen. */
    readonly next?: Job | undefined;
}
/** Whether a job that was retried may be running although the last snapshot does not show it. */
export declare function mayRunAgain({ result, next }: JobRetry): boolean;
/**
 * Whether the step passes: `accept` lists the outcome. An outcome that is unknown is never accepted, whatever
 * `accept` lists.
 */
export declare function isAccepted({ outcome }: Pick<Verdict, 'outcome'>, accept: ReadonlySet<string>): boolean;
/** The result of canceling one pipeline. `left_running`: it was not canceled, or that is unknown. */
export interface Cancellation {
    readonly pipeline: Pipeline;
    readonly result: 'canceled' | 'canceling' | 'already_ended' | 'left_running';
    /** Whether a pipeline that ended by itself was still running when GitLab received the request. */
    readonly endedWhileCanceling?: true | undefined;
    /** Why it was left running. */
    readonly why?: string | undefined;
}
/**
 * The error for a pipeline that runs a commit other than `expectedSha` (which may be shortened); `undefined`
 * if it is the right one or none is expected.
 */
export declare function wrongCommit(pipeline: Pipeline, expectedSha: string | undefined): RefusedError | undefined;
/** What a verdict counts, so that messages about it count the same. */
export interface VerdictGrounds {
    /** IDs of the jobs that it covers (`jobs`). */
    readonly jobIds?: readonly number[] | undefined;
    /**
     * With `downstream: require`, every pipeline of the tree counts by itself, whatever `allow_failure` its
     * trigger job has: these are the downstream parts that caused the outcome. Empty if the pipeline itself
     * did.
     */
    readonly below?: readonly RequiredPart[] | undefined;
}
/** A required part of the tree that ended as the verdict says. */
export interface RequiredPart {
    /** Names of the trigger jobs that lead there, outermost first. */
    readonly path: readonly string[];
    readonly outcome: AcceptableOutcome;
    /** `child`: a pipeline of the same project. `trigger_job`: it started no pipeline. */
    readonly kind: 'child' | 'downstream' | 'trigger_job';
    /** The page of the pipeline, or of the trigger job. */
    readonly webUrl: string;
}
/** Why a pipeline failed although none of its listed jobs did. */
export interface ExternalStatuses {
    /** Those that failed. */
    readonly failed: readonly ExternalStatus[];
    /** Why they could not be read; absent if they were read. */
    readonly unread?: string | undefined;
}
export interface ExternalStatus extends CommitStatus {
    /** Names of the trigger jobs that lead to its pipeline, outermost first; empty for the pipeline itself. */
    readonly path: readonly string[];
}
