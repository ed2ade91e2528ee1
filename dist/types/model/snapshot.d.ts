import type { Bridge, Job, Pipeline } from './pipeline.js';
/**
 * The whole picture at one moment; what is decided is decided from it alone, so that a lost look loses
 * nothing.
 */
export interface PipelineSnapshot {
    readonly root: PipelineNode;
    /**
     * What the picture lacks for good, in words: jobs that may not be read, downstream pipelines beyond the
     * limits. Each once.
     */
    readonly unreadable: readonly string[];
    /**
     * Why parts of it are older than the rest: they could not be read this time. Absent when the picture is
     * fresh and whole.
     */
    readonly failure?: string | undefined;
    /** Parts of it came out of a cache on the way, which says so: they may be older than the rest. */
    readonly fromCache?: true | undefined;
}
/** A pipeline with all that belongs to it. */
export interface PipelineNode {
    readonly pipeline: Pipeline;
    /** Each name once, as of the latest attempt; in the order in which GitLab runs them. */
    readonly jobs: readonly JobState[];
    readonly bridges: readonly BridgeState[];
    /**
     * Why a list of it is known to lack entries: too long to be read whole, or with entries that cannot be
     * read. Absent where both are whole.
     */
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
/** A pipeline of the tree, with the names of the trigger jobs that lead to it, outermost first. */
export interface TreePlace {
    readonly path: readonly string[];
    readonly node: PipelineNode;
}
/** Every pipeline of the tree, each before those below it. */
export declare function placesOf(node: PipelineNode, path?: readonly string[]): readonly TreePlace[];
/** The jobs of a pipeline, trigger jobs among them. */
export declare function stepsOf({ jobs, bridges }: PipelineNode): readonly JobState[];
/** A job or a trigger job, as a row of its pipeline. */
export interface StageRow {
    readonly kind: 'job' | 'bridge';
    readonly job: Job | Bridge;
    readonly attempt: number;
    readonly earlier: readonly Job[];
}
/** A stage and what is in it. */
export interface StageRows {
    readonly stage: string;
    readonly rows: readonly StageRow[];
}
/**
 * The jobs and trigger jobs of one pipeline by stage. GitLab does not tell the order of stages: it is that of
 * the jobs, and a stage of trigger jobs only stands where their ids would, since GitLab numbers jobs in the
 * order of the stages.
 */
export declare function rowsByStage({ jobs, bridges }: PipelineNode): readonly StageRows[];
