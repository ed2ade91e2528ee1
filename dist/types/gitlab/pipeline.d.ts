/** A pipeline as we read it; fields that GitLab leaves out or sends as null are absent. @see https://docs.gitlab.com/api/pipelines/ */
export interface Pipeline {
    readonly id: number;
    readonly iid?: number | undefined;
    /** {@link unknownProjectId} where nobody tells it. */
    readonly projectId: number;
    /** GitLab's own word: one of `pipelineStatuses`, or one that did not exist when this was written. */
    readonly status: string;
    /** The short name, without `refs/heads/` or `refs/tags/`. */
    readonly ref: string;
    /** Empty where the answer to the start did not tell it. */
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
/**
 * In place of a project's number that nobody tells: GitLab before 13.10 leaves it out of a pipeline, the project was given by its path, and the tokens
 * may not read it. No project has it.
 */
export declare const unknownProjectId = 0;
/** A pipeline as GitLab told it; what old releases leave out is absent. */
export type ReadPipeline = Untold<Pipeline, 'projectId' | 'webUrl'>;
/** The answer to a request that started a pipeline: its number, and whatever else was told. */
export type CreatedPipeline = Untold<Pipeline, 'projectId' | 'webUrl' | 'status' | 'ref' | 'sha'>;
/** `T` with some members that may not have been told. */
type Untold<T, Name extends keyof T> = Omit<T, Name> & {
    readonly [Key in Name]?: T[Key] | undefined;
};
export {};
