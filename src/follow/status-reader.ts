import type { CommitStatus } from '../gitlab/commit-status.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import type { Listing } from './take-snapshot.js';

/** The part of GitLab that knows the statuses which other systems set. */
export interface StatusReader {
  readonly fetchCommitStatuses: (
    call: { readonly project: ProjectAddress; readonly sha: string; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<Listing<CommitStatus>>>;
}
