/** A project's numeric id, or its full path, decoded (`group/sub/project`). */
export type ProjectAddress = {
    readonly kind: 'id';
    readonly id: number;
} | {
    readonly kind: 'path';
    readonly path: string;
};
/** How a project is written in messages: its path, or its number. */
export declare function projectLabel(project: ProjectAddress): string;
/**
 * The page of a project in GitLab, or one below it: `/-/pipelines`. Where only the number of the project is
 * known there are no pages below, and this is the page of the project itself.
 */
export declare function projectPage(gitlabUrl: string, project: ProjectAddress, below?: string): string;
/** A pipeline to be started. Empty variables and inputs are left out of the request. */
export interface PipelineCreation {
    readonly project: ProjectAddress;
    readonly ref: string;
    readonly variables: Readonly<Record<string, string>>;
    /** Values for `spec:inputs`; any JSON, types are kept. */
    readonly inputs: Readonly<Record<string, unknown>>;
}
/**
 * What a pipeline carries so that it can be recognized later: as ours, and as one of the same kind. At most
 * 200 characters each.
 */
export interface CorrelationMark {
    /**
     * The same for everything that one job of one workflow starts from one of its branches for one project and
     * ref; begins with words for people.
     */
    readonly key: string;
    /** This start and no other: `<run id>.<attempt>.<nonce>`. */
    readonly run: string;
}
/** A pipeline of a project. */
export interface PipelineCall {
    readonly project: ProjectAddress;
    readonly pipelineId: number;
}
/**
 * A pipeline that is asked for again; `fresh`, as with a list, keeps caches on the way from giving an old
 * answer.
 */
export interface FreshPipelineCall extends PipelineCall {
    readonly fresh?: string | undefined;
}
/** A job of a project. */
export interface JobCall {
    readonly project: ProjectAddress;
    readonly jobId: number;
}
/** A file in a job's artifacts; `path` as GitLab shows it, with slashes. */
export interface ArtifactFileCall extends JobCall {
    readonly path: string;
}
