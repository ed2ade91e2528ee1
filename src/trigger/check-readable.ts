import { RefusedError, type AppError } from '../base/app-error.js';
import { describeRefusal } from '../gitlab/describe-refusal.js';
import { errorOf } from '../gitlab/describe-reply.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import { jobTokenReadCure } from '../gitlab/lacking-permission.js';
import type { Refusal, Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import { seenIn, type NewestLister, type SeenBefore } from './seen-before.js';
import type { StartContext } from './start-context.js';

/** The part of GitLab that tells whether pipelines may be read. */
export interface PipelineLister extends NewestLister {
  readonly peekJobs: (
    call: { readonly project: ProjectAddress; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<readonly unknown[]>>;
}

export interface ReadCheck {
  readonly project: ProjectAddress;
  readonly hasAccessToken: boolean;
  readonly context: StartContext;
  readonly signal: AbortSignal;
}

/**
 * Makes sure that a pipeline of `project` can be followed, before one is started: a trigger token reads nothing, so a private project
 * needs an access token, or a job token that the project lets read. Gives what was seen of the project.
 * @throws {RefusedError} `read_access_needed` when it cannot be; nothing was started.
 * @throws {UnreachableError} when GitLab gave no usable answer; nothing was started.
 */
export async function checkReadable(gitlab: PipelineLister, check: ReadCheck): Promise<SeenBefore> {
  const { project, context, signal } = check;
  const at = `${context.project} on ${context.gitlabUrl}`;
  const reply = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
  if (reply.kind !== 'ok') {
    const what = `Nothing was started: the pipelines of ${at} cannot be read, so none could be followed`;
    throw unreadable(reply, { check, what });
  }
  const seen = seenIn(reply, { hasToken: check.hasAccessToken || context.via === 'job_token' });
  // Of the two permissions a job token may have only one. GitLab looks at them before it looks for the pipeline.
  if (!check.hasAccessToken && context.via === 'job_token') {
    const jobs = await gitlab.peekJobs({ project, pipelineId: Math.max(1, seen.knownId ?? 1) }, signal);
    const isMissing = jobs.kind === 'refused' && jobs.refusal.status === 404;
    if (jobs.kind !== 'ok' && !isMissing) {
      const what = `Nothing was started: the jobs of pipelines of ${at} cannot be read, so none could be followed`;
      throw unreadable(jobs, { check, what });
    }
  }
  return seen;
}

function unreadable(
  reply: FailedReply,
  { check, what }: { readonly check: ReadCheck; readonly what: string },
): AppError {
  if (reply.kind !== 'refused' || !isNoRight(reply.refusal)) return errorOf(reply, { what });
  const { why, cure } = describeRefusal(reply.refusal);
  return new RefusedError({
    code: 'read_access_needed',
    what,
    why,
    cure: check.hasAccessToken ? cure : cureWithoutAccess(check.context, reply.refusal),
  });
}

function cureWithoutAccess({ via }: StartContext, refusal: Refusal): string {
  if (via === 'job_token') return `${jobTokenReadCure(refusal)} Or leave wait at false.`;
  return 'Give an access_token with the scope read_api (a trigger token reads nothing; only public projects with public pipelines can be followed without one), or leave wait at false. Check project_id and gitlab_url too.';
}

/** GitLab's own no; a page of a gateway, or a route that does not exist, is another matter. */
function isNoRight({ speaker, status, shape }: Refusal): boolean {
  if (speaker !== 'gitlab') return false;
  return status === 401 || status === 403 || (status === 404 && shape !== 'error');
}
