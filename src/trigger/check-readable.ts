import { RefusedError } from '../base/app-error.js';
import { describeRefusal } from '../gitlab/describe-refusal.js';
import { errorOf } from '../gitlab/describe-reply.js';
import type { Refusal, Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import type { StartContext } from './start-context.js';

/** The part of GitLab that tells whether pipelines may be read. */
export interface PipelineLister {
  readonly listPipelines: (
    call: { readonly project: ProjectAddress; readonly filters: { readonly perPage: number } },
    signal: AbortSignal,
  ) => Promise<Reply<readonly { readonly id: number }[]>>;
}

export interface ReadCheck {
  readonly project: ProjectAddress;
  readonly hasAccessToken: boolean;
  readonly context: StartContext;
  readonly signal: AbortSignal;
}

/**
 * Makes sure that a pipeline of `project` can be followed, before one is started: a trigger token reads nothing, so a private project
 * needs an access token. Gives the number of the newest pipeline that is there, 0 for none.
 * @throws {RefusedError} `read_access_needed` when it cannot be; nothing was started.
 * @throws {UnreachableError} when GitLab gave no usable answer; nothing was started.
 */
export async function checkReadable(gitlab: PipelineLister, check: ReadCheck): Promise<number> {
  const { project, context, signal } = check;
  const reply = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
  if (reply.kind === 'ok') {
    const known = [...reply.value, ...(reply.unfit ?? [])];
    return Math.max(0, ...known.map(({ id = 0 }) => id));
  }
  const what = `Nothing was started: the pipelines of ${context.project} on ${context.gitlabUrl} cannot be read, so none could be followed`;
  if (reply.kind === 'refused' && isNoRight(reply.refusal)) {
    const { why, cure } = describeRefusal(reply.refusal);
    throw new RefusedError({
      code: 'read_access_needed',
      what,
      why,
      cure: check.hasAccessToken
        ? cure
        : 'Give an access_token with the scope read_api (a trigger token reads nothing; only public projects with public pipelines can be followed without one), or leave wait at false. Check project_id and gitlab_url too.',
    });
  }
  throw errorOf(reply, { what });
}

/** GitLab's own no; a page of a gateway, or a route that does not exist, is another matter. */
function isNoRight({ speaker, status, shape }: Refusal): boolean {
  if (speaker !== 'gitlab') return false;
  return status === 401 || status === 403 || (status === 404 && shape !== 'error');
}
