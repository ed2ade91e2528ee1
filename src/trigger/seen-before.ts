import { type Clock, withTimeout } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type Pipeline, unknownProjectId } from '../model/pipeline.js';

/** What is known of a project before a pipeline is started in it. */
export interface SeenBefore {
  /** The newest pipeline; 0 if there certainly is none, absent if unknown. */
  readonly knownId?: number | undefined;
  /** The ID of the project, if its pipelines show it. */
  readonly knownProjectId?: number | undefined;
}

/** The part of GitLab that shows it. */
export type NewestLister = Pick<GitLabClient, 'listPipelines'>;

/** The start waits no longer for this. Without it, a lost start more often remains uncertain. */
const readNewestMs = 5000;

/**
 * Reads the newest pipeline of a project once. The project need not be readable: a failure only means that
 * nothing is known.
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
 * What a list of the newest pipelines shows. Pipeline IDs only grow, so every listed pipeline is older than
 * the next one, even in an outdated list. An empty list proves that there are none only if it was read with a
 * token, did not come from a cache, and has GitLab's paging headers: every server can send `[]`, and GitLab
 * hides pipelines from those who may not see them.
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
