import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import type { FollowRequest, ReportRequest, ResultsRequest } from '../model/requests.js';
import type { EntryContext, RunDeps } from './context.js';
import type { Feedback } from './feedback/feedback.js';

/** A pipeline to follow, with all that following it needs. */
export interface FollowRun extends EntryContext {
  readonly deps: RunDeps;
  readonly gitlab: GitLabClient;
  readonly pipeline: Pipeline;
  /** Its project as the user gave it. */
  readonly project: ProjectAddress;
  readonly follow: FollowRequest;
  readonly report: ReportRequest;
  readonly results: ResultsRequest;
  readonly feedback: Feedback;
  /** Whether there is a token that may be allowed to cancel. */
  readonly mayCancel: boolean;
}
