/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Login of who wrote it, as `octocat` or `github-actions[bot]`; empty when that user is gone. */
  readonly author: string;
  /** Its page; may be empty. */
  readonly url: string;
}
