/** A job, or one attempt at it, as we read it. @see https://docs.gitlab.com/api/jobs/#list-all-jobs-in-a-pipeline */
export interface Job {
    readonly id: number;
    readonly name: string;
    readonly stage: string;
    /** Same words as a pipeline's status. */
    readonly status: string;
    readonly allowFailure: boolean;
    readonly webUrl: string;
    /** ISO 8601, by the server's clock; so are the other times. */
    readonly createdAt?: string | undefined;
    readonly startedAt?: string | undefined;
    readonly finishedAt?: string | undefined;
    readonly durationSeconds?: number | undefined;
    readonly queuedSeconds?: number | undefined;
    /** E.g. `script_failure`; only failed jobs have one. */
    readonly failureReason?: string | undefined;
    /** Percent. */
    readonly coverage?: string | undefined;
    /** What the job left behind; absent when GitLab does not list it. */
    readonly artifacts?: readonly JobArtifact[] | undefined;
    /** When GitLab drops the archive, or has dropped it. */
    readonly artifactsExpireAt?: string | undefined;
}
/** A file that GitLab keeps for a job: the archive of `artifacts:paths`, its index, the log, or a report. */
export interface JobArtifact {
    /** `archive`, `metadata`, `trace`, `dotenv`, `junit`, … Only the archive can be downloaded through the API. */
    readonly fileType: string;
    readonly filename?: string | undefined;
    readonly bytes?: number | undefined;
    /** `zip`, `gzip`, `raw`. */
    readonly fileFormat?: string | undefined;
}
/** A trigger job: a job that starts another pipeline instead of running on a runner. */
export interface Bridge extends Job {
    /** The pipeline it started, once it exists. */
    readonly downstream?: {
        readonly projectId: number;
        readonly pipelineId: number;
        readonly status: string;
        readonly webUrl: string;
    } | undefined;
    /** Instead of `downstream`: GitLab tells of a pipeline, and not which one it is; its status where that can be read. */
    readonly unreadDownstream?: {
        readonly status?: string | undefined;
    } | undefined;
}
