import type { CommitStatus } from '../gitlab/commit-status.js';
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
