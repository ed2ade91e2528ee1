import { type Clock, withTimeout } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type Pipeline, unknownProjectId } from '../model/pipeline.js';

/** What was seen of a project before a pipeline is started in it. */
export interface SeenBefore {
  /**
   * The newest pipeline that was there; 0 where it is certain that there was none, absent where nobody knows.
   */
  readonly knownId?: number | undefined;
  /** The number of the project, where its pipelines tell it. */
  readonly knownProjectId?: number | undefined;
}

/** The part of GitLab that shows it. */
export type NewestLister = Pick<GitLabClient, 'listPipelines'>;

/**
 * The answer is worth having and not worth waiting for: without it, a lost start stays uncertain more often.
 */
const readNewestMs = 5000;

/**
 * Looks once at the newest pipeline of a project that need not be readable. Trouble only means that nothing
 * is known.
 */
export async function readNewest(
  { gitlab, clock }: { readonly gitlab: NewestLister; readonly clock: Clock },
  { project, signal }: { readonly project: ProjectAddress; readonly signal: AbortSignal },
): Promise<SeenBefore> {
  const reply = await withTimeout({ clock, signal, afterMs: readNewestMs }, (cutSignal) =>
    gitlab.listPipelines({ project, filters: { perPage: 1 } }, cutSignal),
  );
  return reply === 'timed_out' ? {} : seenIn(reply, { hasToken: true });
}

/**
 * What a list of the newest pipelines shows. Numbers only grow, so that any that is shown is older than what
 * is started next, however old the list is. An empty list shows that there are none when it was read with a
 * token, comes out of no cache, and is paged as GitLab's are: anybody says `[]`, and what nobody is shown is
 * not absent.
 */
export function seenIn(
  reply: Reply<readonly Pick<Pipeline, 'id' | 'projectId'>[]>,
  { hasToken }: { readonly hasToken: boolean },
): SeenBefore {
  if (reply.kind !== 'ok') return {};
  const { value, unfit = [], hints } = reply;
  const ids = [...value, ...unfit].flatMap(({ id }) => (id === undefined ? [] : [id]));
  const isEmpty = value.length === 0 && unfit.length === 0;
  const isNone = isEmpty && hasToken && hints.fromCache !== true && hints.isPaged === true;
  const projectIds = new Set(value.map(({ projectId }) => projectId));
  const [projectId = unknownProjectId] = projectIds;
  const isCertain = projectIds.size === 1 && projectId !== unknownProjectId && hints.fromCache !== true;
  return {
    knownId: ids.length > 0 ? Math.max(...ids) : isNone ? 0 : undefined,
    knownProjectId: isCertain ? projectId : undefined,
  };
}
