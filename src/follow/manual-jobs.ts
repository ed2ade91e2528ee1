import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import type { Job } from '../model/pipeline.js';
import type { PipelineNode, PipelineSnapshot, TreePlace } from '../model/snapshot.js';
import { keepsGatesShut } from './decide/pipeline-end.js';

/** The part of GitLab that plays manual jobs. */
export type JobPlayer = Pick<GitLabClient, 'playJob'>;

/** A manual job that was played, or that GitLab refused to play. */
export interface Played {
  readonly path: readonly string[];
  readonly job: Job;
  readonly refusal?: string | undefined;
}

/**
 * Plays the manual jobs that block a pipeline of the tree, each once: `asked` holds the ids of those already
 * requested, and grows. A temporary failure is retried with the next snapshot. Plays nothing in or below a
 * pipeline with a failed job, and nothing from a cached snapshot, which may not show a failure yet.
 * @throws the reason of `signal` when it aborts.
 */
export async function playBlockingJobs(
  gitlab: JobPlayer,
  snapshot: PipelineSnapshot,
  { asked, signal }: { readonly asked: Set<number>; readonly signal: AbortSignal },
): Promise<readonly Played[]> {
  const blocking = (snapshot.failure === undefined ? openablePlaces(snapshot.root) : [])
    .filter(({ node }) => node.pipeline.status === 'manual')
    .flatMap(({ path, node }) =>
      node.jobs
        .filter(({ job }) => job.status === 'manual' && !job.allowFailure && !asked.has(job.id))
        .map(({ job }) => ({ path, job, projectId: node.pipeline.projectId })),
    );
  const played: Played[] = [];
  for (const { path, job, projectId } of blocking) {
    const reply = await gitlab.playJob({ project: { kind: 'id', id: projectId }, jobId: job.id }, signal);
    if (reply.kind !== 'ok' && isTransient(reply)) continue;
    asked.add(job.id);
    played.push({ path, job, refusal: reply.kind === 'ok' ? undefined : describeReply(reply).why });
  }
  return played;
}

/** The pipelines of the tree whose manual jobs may be played. */
function openablePlaces(node: PipelineNode, path: readonly string[] = []): readonly TreePlace[] {
  if (keepsGatesShut(node)) return [];
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : openablePlaces(downstream, [...path, bridge.name]),
  );
  return [{ path, node }, ...below];
}

/**
 * Whether a job that may not be played blocks the followed pipeline itself: it is one of its own jobs, or
 * every trigger job above it is manual too, as those that mirror their pipelines are (`strategy: mirror`).
 */
export function isHeldUp({ root }: PipelineSnapshot, refused: ReadonlySet<number>): boolean {
  const holdsUp = ({ jobs, bridges }: PipelineNode): boolean =>
    jobs.some(({ job }) => job.status === 'manual' && refused.has(job.id)) ||
    bridges.some(
      ({ bridge, downstream }) =>
        bridge.status === 'manual' && !bridge.allowFailure && downstream !== undefined && holdsUp(downstream),
    );
  return root.pipeline.status === 'manual' && holdsUp(root);
}
