/** GitHub's words: `failure` says that the commit is bad, `error` that nobody can tell. */
export type CommitState = 'pending' | 'success' | 'failure' | 'error';

/** What to say of a commit. */
export interface CommitStatus {
  readonly state: CommitState;
  /** The name it goes by; a newer status of the same name takes the place of an older one. */
  readonly context: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl?: string | undefined;
}

/** GitHub takes no longer description. */
export const mostDescriptionCharacters = 140;
