import { withTimeout } from '../base/clock.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { type TreePlace, placesOf, stepsOf } from '../model/snapshot.js';
import type { ExternalStatuses, Verdict } from '../model/verdict.js';
import { hasCountingFailure } from './decide/contradictions.js';
import type { FollowDeps, FollowTask, StatusReader } from './progress.js';

/** Time limit for an explanation. The verdict is already known. */
const explainWithinMs = 10_000;

/** With `downstream: require` several pipelines may have failed like this. A longer report is not read. */
const mostExplained = 3;

/**
 * Adds the failed statuses of external systems to the verdict on a pipeline that failed without a failed job.
 * If that fails, or takes until `lastMs` on the clock, only the explanation is missing.
 */
export async function withExternalStatuses(
  { gitlab, clock }: FollowDeps,
  { signal }: FollowTask,
  { verdict, lastMs }: { readonly verdict: Verdict; readonly lastMs: number },
): Promise<Verdict> {
  const places = unexplainedPlaces(verdict);
  const { fetchCommitStatuses } = gitlab;
  if (places.length === 0 || fetchCommitStatuses === undefined) return verdict;
  const read = (cutSignal: AbortSignal): Promise<readonly ExternalStatuses[]> =>
    Promise.all(places.map((place) => statusesOf({ fetchCommitStatuses }, place, cutSignal)));
  let all: readonly ExternalStatuses[] | 'timed_out';
  try {
    const afterMs = Math.max(Math.min(explainWithinMs, lastMs - clock.nowMs()), 0);
    all = await withTimeout({ clock, signal, afterMs }, read);
  } catch {
    // Stopping the step does not change a verdict that is known.
    all = 'timed_out';
  }
  if (all === 'timed_out')
    return { ...verdict, externalStatuses: { failed: [], unread: 'GitLab did not answer in time' } };
  const failed = all.flatMap((each) => each.failed);
  const unread = all.find((each) => each.unread !== undefined)?.unread;
  return { ...verdict, externalStatuses: { failed, unread } };
}

/** The pipelines whose own status makes the verdict, and whose jobs do not explain it. */
function unexplainedPlaces({ outcome, snapshot, grounds }: Verdict): readonly TreePlace[] {
  if (outcome !== 'failed' || snapshot === undefined || grounds?.jobIds !== undefined) return [];
  const counted = placesOf(snapshot.root).slice(0, grounds?.below === undefined ? 1 : undefined);
  return counted
    .filter(({ node }) => node.pipeline.status === 'failed' && node.pipeline.yamlErrors === undefined)
    .filter(({ node }) => !hasCountingFailure(node))
    .slice(0, mostExplained);
}

async function statusesOf(
  gitlab: StatusReader,
  { path, node }: TreePlace,
  signal: AbortSignal,
): Promise<ExternalStatuses> {
  const { id: pipelineId, projectId, sha } = node.pipeline;
  const reply = await gitlab.fetchCommitStatuses(
    { project: { kind: 'id', id: projectId }, sha, pipelineId },
    signal,
  );
  if (reply.kind !== 'ok') return { failed: [], unread: describeReply(reply).why };
  const listed = new Set(stepsOf(node).flatMap(({ job, earlier }) => [job, ...earlier].map(({ id }) => id)));
  const failed = reply.value.items.filter(
    (status) =>
      status.status === 'failed' &&
      !status.allowFailure &&
      !listed.has(status.id) &&
      // Servers that do not know the filter list the statuses of every pipeline of the commit.
      (status.pipelineId === undefined || status.pipelineId === pipelineId),
  );
  return { failed: failed.map((status) => ({ ...status, path })) };
}
