/** What GitLab makes of a CI configuration. @see https://docs.gitlab.com/api/lint/ */
export interface ConfigLint {
  readonly valid: boolean;
  /** GitLab's words, as they came. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The configuration with everything that it includes and extends; absent when GitLab could not put it together. */
  readonly mergedYaml?: string | undefined;
}
