import { mapInParallel } from '../base/in-parallel.js';
import type { Job } from '../gitlab/job.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import type { Listing } from './take-snapshot.js';
import { jobLengthRuns, usualJobLengthsOf, usualLengthOf, type UsualLength } from './usual-length.js';

/** The part of GitLab that tells what was. */
export interface HistoryReader {
  readonly listPipelines: (
    call: {
      readonly project: ProjectAddress;
      readonly filters: {
        readonly ref: string;
        readonly source?: string | undefined;
        readonly perPage: number;
      };
    },
    signal: AbortSignal,
  ) => Promise<Reply<readonly Pipeline[]>>;
  readonly fetchJobs: (
    call: { readonly project: ProjectAddress; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<Listing<Job>>>;
}

/** How long pipelines like this one take. */
export interface UsualHistory {
  readonly usual: UsualLength | undefined;
  /** By the name of the job. */
  readonly jobLengths: ReadonlyMap<string, UsualLength>;
}

/** Enough for a median; GitLab's default page, one request. */
const recentPipelines = 20;

/**
 * Reads the recent pipelines of the same ref and source, and the jobs of the last few that succeeded. What cannot be read is not known: it only
 * makes the timing of looks less clever.
 * @throws the reason of `signal` when it aborts.
 */
export async function fetchHistory(
  gitlab: HistoryReader,
  { pipeline, signal }: { readonly pipeline: Pipeline; readonly signal: AbortSignal },
): Promise<UsualHistory> {
  const project: ProjectAddress = { kind: 'id', id: pipeline.projectId };
  const filters = { ref: pipeline.ref, source: pipeline.source, perPage: recentPipelines };
  const listed = await gitlab.listPipelines({ project, filters }, signal);
  if (listed.kind !== 'ok') return { usual: undefined, jobLengths: new Map() };
  const others = listed.value.filter(({ id }) => id !== pipeline.id);
  const passed = others.filter(({ status }) => status === 'success').slice(0, jobLengthRuns);
  const runs = await mapInParallel(passed, jobLengthRuns, async ({ id }) => {
    const jobs = await gitlab.fetchJobs({ project, pipelineId: id }, signal);
    return jobs.kind === 'ok' ? jobs.value.items : [];
  });
  return { usual: usualLengthOf(others), jobLengths: usualJobLengthsOf(runs) };
}
