/** A project as we read it. @see https://docs.gitlab.com/api/projects/ */
export interface Project {
  readonly id: number;
  /** The full path, `group/sub/project`. */
  readonly path: string;
  readonly webUrl: string;
  readonly defaultBranch?: string | undefined;
  readonly archived?: boolean | undefined;
  /** What the rest says is only for those who may see it. `enabled`, `private` (for members) or `disabled`. */
  readonly ciAccess?: string | undefined;
  /** Where the CI configuration is; empty for `.gitlab-ci.yml`. */
  readonly ciConfigPath?: string | undefined;
  /** The lowest role that may set pipeline variables: `no_one_allowed`, `owner`, `maintainer` or `developer`. */
  readonly variablesRole?: string | undefined;
  /** Older servers have this beside the role, which counts for nothing while this is false. */
  readonly restrictsVariables?: boolean | undefined;
  /** The role of whoever asks, as GitLab's number: 30 is Developer, 40 Maintainer, 50 Owner. */
  readonly accessLevel?: number | undefined;
}
