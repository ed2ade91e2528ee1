import { RefusedError } from '../base/errors.js';
import type { CommitStatus, Pipeline } from './pipeline.js';
import type { AcceptableOutcome } from './requests.js';
import type { PipelineSnapshot } from './snapshot.js';
/** What became of a followed pipeline; the last two say that we do not know. */
export type Outcome = AcceptableOutcome | 'timeout' | 'outage';
/**
 * `warnings`: GitLab says that the pipeline passed, and not whether a job failed that may. Absent: parts of
 * the tree are not seen.
 */
export type OpenAbout = 'warnings';
/** The end of following. */
export interface Verdict {
    readonly outcome: Outcome;
    /** As last seen. */
    readonly pipeline: Pipeline;
    /** The last whole picture; absent when there never was one. */
    readonly snapshot: PipelineSnapshot | undefined;
    /** How long we followed, in milliseconds. */
    readonly elapsedMs: number;
    /** Which limit a `timeout` met. */
    readonly limit?: 'timeout' | 'queue_timeout' | undefined;
    /**
     * What the verdict counts beside the pipeline itself, or in its place; absent when it is about the pipeline
     * alone.
     */
    readonly grounds?: VerdictGrounds | undefined;
    /**
     * Of a pipeline that failed although no job that GitLab lists has: what other systems say of its commit.
     */
    readonly externalStatuses?: ExternalStatuses | undefined;
    /** What GitLab did not tell when all that was seen had ended, in words. */
    readonly question?: string | undefined;
    /** `warnings` when that is whether a job failed that may; absent when it is a part of the tree. */
    readonly questionAbout?: OpenAbout | undefined;
}
/**
 * Whether the step passes: the outcome is among those that `accept` lists. A verdict that says we do not know
 * is never accepted, whatever is listed.
 */
export declare function isAccepted({ outcome }: Pick<Verdict, 'outcome'>, accept: ReadonlySet<string>): boolean;
/** What became of the wish to cancel one pipeline. `left_running`: it was not, or nobody knows. */
export interface Cancellation {
    readonly pipeline: Pipeline;
    readonly result: 'canceled' | 'canceling' | 'already_ended' | 'left_running';
    /** Whether one that has ended otherwise was still going on when GitLab took the request. */
    readonly endedMeanwhile?: true | undefined;
    /** Why it was left running. */
    readonly why?: string | undefined;
}
/**
 * The error for a pipeline that runs another commit than `expectedSha` (which may be shortened); `undefined`
 * when it is the right one, or any will do.
 */
export declare function wrongCommit(pipeline: Pipeline, expectedSha: string | undefined): RefusedError | undefined;
/** What a verdict counts, so that whoever explains it counts the same. */
export interface VerdictGrounds {
    /** The jobs that it is about (`jobs`), by id. */
    readonly jobIds?: readonly number[] | undefined;
    /**
     * With `downstream: require`, where every pipeline of the tree counts as itself, whatever its trigger job
     * may: the parts below that brought the outcome. Empty when the pipeline itself did.
     */
    readonly below?: readonly RequiredPart[] | undefined;
}
/** A part of the tree that was required, and ended as the verdict says. */
export interface RequiredPart {
    /** Names of the trigger jobs that lead there, outermost first. */
    readonly path: readonly string[];
    readonly outcome: AcceptableOutcome;
    /** `child`: a pipeline of the same project. `trigger_job`: it started no pipeline. */
    readonly kind: 'child' | 'downstream' | 'trigger_job';
    /** The page of the pipeline, or of the trigger job. */
    readonly webUrl: string;
}
/** Why a pipeline failed although no job that GitLab lists has. */
export interface ExternalStatuses {
    /** Those that failed. */
    readonly failed: readonly ExternalStatus[];
    /** Why they could not be read; absent when they were. */
    readonly unread?: string | undefined;
}
export interface ExternalStatus extends CommitStatus {
    /** Names of the trigger jobs that lead to its pipeline, outermost first; empty for the pipeline itself. */
    readonly path: readonly string[];
}
