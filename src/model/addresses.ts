/** A project's numeric id, or its full path, decoded (`group/sub/project`). */
export type ProjectAddress =
  { readonly kind: 'id'; readonly id: number } | { readonly kind: 'path'; readonly path: string };

/** A pipeline to be started. Empty variables and inputs are left out of the request. */
export interface PipelineCreation {
  readonly project: ProjectAddress;
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Values for `spec:inputs`; any JSON, types are kept. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A mark on a pipeline by which its caller knows it again: small, and never a secret. */
export type CorrelationMark = Readonly<Record<string, string>>;

/** A pipeline of a project. */
export interface PipelineCall {
  readonly project: ProjectAddress;
  readonly pipelineId: number;
}

/** A pipeline that is asked for again; `fresh`, as with a list, keeps caches on the way from giving an old answer. */
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
