import { type Clock, withTimeout } from '../../base/clock.js';
import type { GitLabClient } from '../../gitlab/client.js';
import { describeReply } from '../../gitlab/responses/explain.js';
import type { FailedReply } from '../../gitlab/responses/reply.js';
import { isTransient } from '../../gitlab/responses/response-meaning.js';
import type { Job } from '../../model/pipeline.js';
import type { PipelineNode, PipelineSnapshot, TreePlace } from '../../model/snapshot.js';
import { keepsGatesShut } from '../decide/pipeline-end.js';
import { type RefusedPlay, gatesOf } from './refused-plays.js';

/** The part of GitLab that plays manual jobs. */
export type JobPlayer = Pick<GitLabClient, 'playJob'>;

/** A manual job that was played, or that GitLab refused to play. */
export interface Played {
  readonly path: readonly string[];
  readonly job: Job;
  readonly refusal?: string | undefined;
}

/** What is remembered between polls, by ids of jobs and trigger jobs. */
export interface Plays {
  /** Played or refused. */
  readonly asked: Set<number>;
  /** GitLab gave no answer that says what it did; in the order in which they are tried again. */
  readonly unanswered: Set<number>;
  readonly refused: Map<number, RefusedPlay>;
}

/** After this time, the rest of the jobs waits for the next poll, which may find the outcome. */
const shareMs = 10_000;

/**
 * Plays the manual jobs and trigger jobs that block a pipeline of the tree, each once. A request without an
 * answer that says what it did is repeated with the next snapshot, after the other jobs. Ends at `endMs` on
 * the clock. Plays nothing in or below a pipeline with a failed job, and nothing from a cached snapshot,
 * which may not show a failure yet. Returns what was played; what was refused is in `refused`.
 * @throws the reason of `signal` when it aborts.
 */
export async function playBlockingJobs(
  { gitlab, clock }: { readonly gitlab: JobPlayer; readonly clock: Clock },
  snapshot: PipelineSnapshot,
  {
    asked,
    unanswered,
    refused,
    endMs,
    signal,
  }: Plays & { readonly endMs: number; readonly signal: AbortSignal },
): Promise<readonly Played[]> {
  const blocking = (snapshot.failure === undefined ? openablePlaces(snapshot.root) : [])
    .filter(({ node }) => node.pipeline.status === 'manual')
    .flatMap(({ path, node }) =>
      gatesOf(node)
        .filter(({ id }) => !asked.has(id))
        .map((job) => ({ path, job, projectId: node.pipeline.projectId })),
    );
  const shareEndMs = clock.nowMs() + shareMs;
  const turns = [...unanswered];
  const inTurn = blocking.toSorted((one, other) => turns.indexOf(one.job.id) - turns.indexOf(other.job.id));
  const played: Played[] = [];
  for (const { path, job, projectId } of inTurn) {
    const nowMs = clock.nowMs();
    if (nowMs >= Math.min(endMs, shareEndMs)) break;
    const call = { project: { kind: 'id', id: projectId }, jobId: job.id } as const;
    const isRepeated = unanswered.delete(job.id);
    const reply = await withTimeout({ clock, signal, afterMs: endMs - nowMs }, (cutSignal) =>
      gitlab.playJob(call, cutSignal),
    );
    if (reply === 'timed_out' || (reply.kind !== 'ok' && isUnanswered(reply))) {
      unanswered.add(job.id);
      continue;
    }
    asked.add(job.id);
    if (reply.kind === 'ok') {
      played.push({ path, job });
      continue;
    }
    refused.set(job.id, {
      path,
      job,
      why: describeReply(reply).why,
      sinceMs: clock.nowMs(),
      isContested: isRepeated || isOfAnother(reply),
      sightings: 0,
      isReported: false,
    });
  }
  return played;
}

/** A success that cannot be read has played the job, whoever wrote it; only GitLab's own refusal has not. */
function isUnanswered(reply: FailedReply): boolean {
  return reply.kind === 'unreadable' || isTransient(reply);
}

/** GitLab says so of a job that is not manual any more: another has played it a moment ago. */
function isOfAnother(reply: FailedReply): boolean {
  return reply.kind === 'refused' && (reply.refusal.status === 400 || reply.refusal.status === 409);
}

/** The pipelines of the tree whose manual jobs may be played. */
function openablePlaces(node: PipelineNode, path: readonly string[] = []): readonly TreePlace[] {
  if (keepsGatesShut(node)) return [];
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : openablePlaces(downstream, [...path, bridge.name]),
  );
  return [{ path, node }, ...below];
}
