import type { GitLabClient } from '../gitlab/client.js';
import type { Pipeline } from '../model/pipeline.js';
import type { FollowRequest, ReportRequest, ResultsRequest } from '../model/requests.js';
import type { EntryContext, RunDeps } from './context.js';
import type { Feedback } from './feedback/feedback.js';

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
