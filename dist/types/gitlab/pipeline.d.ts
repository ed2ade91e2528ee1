/** A pipeline as we read it; fields that GitLab leaves out or sends as null are absent. @see https://docs.gitlab.com/api/pipelines/ */
export interface Pipeline {
    readonly id: number;
    readonly iid?: number | undefined;
    readonly projectId: number;
    /** GitLab's own word: one of `pipelineStatuses`, or one that did not exist when this was written. */
    readonly status: string;
    /** The short name, without `refs/heads/` or `refs/tags/`. */
    readonly ref: string;
    readonly sha: string;
    readonly webUrl: string;
    readonly source?: string | undefined;
    readonly name?: string | undefined;
    /** ISO 8601, by the server's clock; so are the other times. */
    readonly createdAt?: string | undefined;
    readonly updatedAt?: string | undefined;
    readonly startedAt?: string | undefined;
    readonly finishedAt?: string | undefined;
    readonly durationSeconds?: number | undefined;
    readonly queuedSeconds?: number | undefined;
    /** Percent, as GitLab prints it. */
    readonly coverage?: string | undefined;
    readonly yamlErrors?: string | undefined;
    /** `detailed_status.group`, e.g. `success-with-warnings`. */
    readonly statusGroup?: string | undefined;
}
