/** A branch or a tag as we read it. @see https://docs.gitlab.com/api/branches/ */
export interface RepositoryRef {
  readonly name: string;
  /** Of the commit that it leads to. */
  readonly sha?: string | undefined;
  readonly isProtected?: boolean | undefined;
  /** What the rest says is of branches only. Whether whoever asks may push to it. */
  readonly canPush?: boolean | undefined;
  /** Whether everybody with the role Developer may push or merge; GitLab only fills this in for protected branches. */
  readonly developersCanPush?: boolean | undefined;
  readonly developersCanMerge?: boolean | undefined;
}
