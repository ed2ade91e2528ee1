import { isKnownStatus } from '../gitlab/pipeline-status.js';
import type { FollowEvent } from './follow-event.js';
import { placesOf, stepsOf, type TreePlace } from './pipeline-tree.js';
import type { JobState, PipelineSnapshot } from './snapshot.js';

/** What is new in `after`, in the order of the tree; everything, when there was no `before`. */
export function changesBetween(
  before: PipelineSnapshot | undefined,
  after: PipelineSnapshot,
  elapsedMs: number,
): readonly FollowEvent[] {
  const old = before === undefined ? new Map<number, TreePlace>() : placesById(before);
  const changes = placesOf(after.root).flatMap((place) =>
    changesOfPlace(old.get(place.node.pipeline.id), place, elapsedMs),
  );
  const newGaps = after.gaps.filter((gap) => before?.gaps.includes(gap) !== true);
  return [...changes, ...newGaps.map((gap): FollowEvent => ({ kind: 'gap_found', elapsedMs, gap }))];
}

function placesById({ root }: PipelineSnapshot): ReadonlyMap<number, TreePlace> {
  return new Map(placesOf(root).map((place) => [place.node.pipeline.id, place]));
}

/** The jobs first: that a pipeline has ended is said after what ended it. */
function changesOfPlace(
  before: TreePlace | undefined,
  { path, node }: TreePlace,
  elapsedMs: number,
): readonly FollowEvent[] {
  const old = new Set(before === undefined ? [] : stepsOf(before.node).map(momentOf));
  const jobs = stepsOf(node)
    .filter((state) => !silentStatuses.has(state.job.status) && !old.has(momentOf(state)))
    .map(({ job, attempt }): FollowEvent => ({
      kind: 'job_changed',
      elapsedMs,
      path,
      job,
      attempt,
      known: isKnownStatus(job.status),
    }));
  const { pipeline } = node;
  if (before?.node.pipeline.status === pipeline.status) return jobs;
  const known = isKnownStatus(pipeline.status);
  return [...jobs, { kind: 'pipeline_changed', elapsedMs, path, pipeline, known }];
}

/** Jobs that only wait for their turn are no news: a pipeline of hundreds begins with hundreds of them. */
const silentStatuses: ReadonlySet<string> = new Set([
  'created',
  'pending',
  'skipped',
  'waiting_for_resource',
  'preparing',
]);

/** An attempt in a status. Names would not do: two jobs that share one would be news at every look. */
function momentOf({ job }: JobState): string {
  return `${job.id} ${job.status}`;
}
