import type { Bridge, Job } from '../gitlab/job.js';
import type { Pipeline } from '../gitlab/pipeline.js';
/** The whole picture at one moment; what is decided is decided from it alone, so that a lost look loses nothing. */
export interface PipelineSnapshot {
    readonly root: PipelineNode;
    /** What the picture lacks for good, in words: jobs that may not be read, downstream pipelines beyond the limits. Each once. */
    readonly gaps: readonly string[];
    /** Why parts of it are older than the rest: they could not be read this time. Absent when the picture is fresh and whole. */
    readonly trouble?: string | undefined;
    /** Parts of it came out of a cache on the way, which says so: they may be older than the rest. */
    readonly fromCache?: true | undefined;
}
/** A pipeline with all that belongs to it. */
export interface PipelineNode {
    readonly pipeline: Pipeline;
    /** Each name once, as of the latest attempt; in the order in which GitLab runs them. */
    readonly jobs: readonly JobState[];
    readonly bridges: readonly BridgeState[];
    /** Why a list of it is known to lack entries: too long to be read whole, or with entries that cannot be read. Absent where both are whole. */
    readonly incomplete?: {
        readonly jobs?: string | undefined;
        readonly bridges?: string | undefined;
    } | undefined;
}
/** The latest attempt at a job, and the ones before. */
export interface JobState {
    readonly job: Job;
    /** 1 for the first. */
    readonly attempt: number;
    /** Oldest first. */
    readonly earlier: readonly Job[];
}
/** A trigger job, and the pipeline it started where that may be read. */
export interface BridgeState {
    readonly bridge: Bridge;
    readonly downstream: PipelineNode | undefined;
}
