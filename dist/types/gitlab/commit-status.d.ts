/**
 * What a job, or a system outside of GitLab, says of a commit within a pipeline. Those of other systems count for the status of the pipeline, and are in no list of its jobs.
 * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
 */
export interface CommitStatus {
    readonly id: number;
    readonly name: string;
    readonly status: string;
    readonly allowFailure: boolean;
    /** Of the pipeline that it belongs to; older servers do not tell. */
    readonly pipelineId?: number | undefined;
    readonly description?: string | undefined;
    /** Where that system shows more. */
    readonly targetUrl?: string | undefined;
}
