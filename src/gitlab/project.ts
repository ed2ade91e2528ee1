/** A project as we read it. @see https://docs.gitlab.com/api/projects/ */
export interface Project {
  readonly id: number;
  /** The full path, `group/sub/project`. */
  readonly path: string;
  readonly webUrl: string;
  readonly defaultBranch?: string | undefined;
  readonly archived?: boolean | undefined;
}
