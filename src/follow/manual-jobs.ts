import { type Clock, withTimeout } from '../base/clock.js';
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

/** What is remembered between polls: ids of jobs. Both sets grow. */
export interface Plays {
  /** Played or refused. */
  readonly asked: Set<number>;
  /** GitLab gave no answer that says what it did; in the order in which they are tried again. */
  readonly unanswered: Set<number>;
}

/** After this time, the rest of the jobs waits for the next poll, which may find the outcome. */
const shareMs = 10_000;

/**
 * Plays the manual jobs that block a pipeline of the tree, each once. A temporary failure is retried with the
 * next snapshot, after the other jobs. Ends at `endMs` on the clock. Plays nothing in or below a
 * pipeline with a failed job, and nothing from a cached snapshot, which may not show a failure yet.
 * @throws the reason of `signal` when it aborts.
 */
export async function playBlockingJobs(
  { gitlab, clock }: { readonly gitlab: JobPlayer; readonly clock: Clock },
  snapshot: PipelineSnapshot,
  { asked, unanswered, endMs, signal }: Plays & { readonly endMs: number; readonly signal: AbortSignal },
): Promise<readonly Played[]> {
  const blocking = (snapshot.failure === undefined ? openablePlaces(snapshot.root) : [])
    .filter(({ node }) => node.pipeline.status === 'manual')
    .flatMap(({ path, node }) =>
      node.jobs
        .filter(({ job }) => job.status === 'manual' && !job.allowFailure && !asked.has(job.id))
        .map(({ job }) => ({ path, job, projectId: node.pipeline.projectId })),
    );
  const shareEndMs = clock.nowMs() + shareMs;
  const turns = [...unanswered];
  const inTurn = blocking.toSorted((one, other) => turns.indexOf(one.job.id) - turns.indexOf(other.job.id));
  const played: Played[] = [];
  for (const { path, job, projectId } of inTurn) {
    const nowMs = clock.nowMs();
    if (nowMs >= Math.min(endMs, shareEndMs)) break;
    const call = { project: { kind: 'id', id: projectId }, jobId: job.id } as const;
    unanswered.delete(job.id);
    const reply = await withTimeout({ clock, signal, afterMs: endMs - nowMs }, (cutSignal) =>
      gitlab.playJob(call, cutSignal),
    );
    if (reply === 'timed_out' || (reply.kind !== 'ok' && isTransient(reply))) {
      unanswered.add(job.id);
      continue;
    }
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
