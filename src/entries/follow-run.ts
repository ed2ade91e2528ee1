import type { GitLabClient } from '../gitlab/gitlab-client.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { FollowRequest, ReportRequest, ResultsRequest } from '../inputs/trigger-request.js';
import type { Feedback } from './feedback.js';
import type { RunDeps } from './run-deps.js';
import type { EntryContext } from './entry-context.js';

/** A pipeline to be followed, and all that is needed for it. */
export interface FollowRun extends EntryContext {
  readonly deps: RunDeps;
  readonly gitlab: GitLabClient;
  readonly pipeline: Pipeline;
  readonly follow: FollowRequest;
  readonly report: ReportRequest;
  readonly results: ResultsRequest;
  readonly feedback: Feedback;
  /** Whether there is a token that GitLab may let cancel. */
  readonly mayCancel: boolean;
}
