import type { Job } from '../model/pipeline.js';
import type { JobState } from '../model/snapshot.js';

/**
 * Groups the attempts at each job: within a pipeline a name stands for one job, and the highest id is its
 * latest attempt. Ordered by the first attempt, which is the order in which GitLab created the jobs.
 */
export function statesOf(attempts: readonly Job[]): readonly JobState[] {
  const byName = new Map<string, Job[]>();
  for (const job of [...attempts].sort((one, other) => one.id - other.id)) {
    const same = byName.get(job.name);
    if (same === undefined) byName.set(job.name, [job]);
    else same.push(job);
  }
  return [...byName.values()].flatMap((same) => {
    const job = same.at(-1);
    return job === undefined ? [] : [{ job, attempt: same.length, earlier: same.slice(0, -1) }];
  });
}
