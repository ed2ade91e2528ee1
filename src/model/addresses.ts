/** A project's numeric ID, or its full path, decoded (`group/sub/project`). */
export type ProjectAddress =
  | { readonly kind: 'id'; readonly id: number }
  | { readonly kind: 'path'; readonly path: string };

/** The project as messages show it: its path, or its ID. */
export function projectLabel(project: ProjectAddress): string {
  return project.kind === 'id' ? String(project.id) : project.path;
}

/**
 * The page of a project in GitLab, or a page below it: `/-/pipelines`. If only the ID of the project is
 * known, there are no pages below, and the result is the page of the project itself.
 */
export function projectPage(gitlabUrl: string, project: ProjectAddress, below = ''): string {
  return project.kind === 'id'
    ? `${gitlabUrl}/projects/${project.id}`
    : `${gitlabUrl}/${project.path}${below}`;
}

/** The request for a new pipeline. Empty variables and inputs are omitted from it. */
export interface PipelineCreation {
  readonly project: ProjectAddress;
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Values for `spec:inputs`: any JSON; types are kept. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * What a pipeline carries so that a later run recognizes it: as its own, and as one of the same kind. At most
 * 200 characters each.
 */
export interface CorrelationMark {
  /**
   * The same for everything that one job of one workflow starts from one of its branches for one project and
   * ref. Begins with readable words.
   */
  readonly key: string;
  /** Identifies this start only: `<run id>.<attempt>.<nonce>`. */
  readonly run: string;
  /** What a re-run of the same step recognizes it by; absent where nobody asks for that. */
  readonly rerun?: RerunMark | undefined;
}

/** The part of a mark by which the attempts of one step know each other's pipelines. */
export interface RerunMark {
  /** The same in all attempts of one step (and leg of a matrix) of one run, for one project and ref. */
  readonly step: string;
  /** Another one in each attempt. */
  readonly attempt: string;
  /** The same for the same variables and inputs. */
  readonly asked: string;
}

/** A pipeline of a project. */
export interface PipelineCall {
  readonly project: ProjectAddress;
  readonly pipelineId: number;
}

/**
 * A pipeline to read again. `fresh`, as with a list, keeps caches on the way from returning an old response.
 */
export interface FreshPipelineCall extends PipelineCall {
  readonly fresh?: string | undefined;
}

/** A job of a project. */
export interface JobCall {
  readonly project: ProjectAddress;
  readonly jobId: number;
}

/** A file in a job's artifacts; `path` is as GitLab shows it, with slashes. */
export interface ArtifactFileCall extends JobCall {
  readonly path: string;
}
