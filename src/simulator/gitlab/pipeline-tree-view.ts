import { latestJobs } from './pipeline-engine.js';
import type { PipelineRecord } from './records.js';

/** A pipeline with everything below it, as the simulation itself knows it, beside the API. */
export interface PipelineTreeView {
  readonly id: number;
  readonly projectId: number;
  readonly status: string;
  /** The attempts that count, trigger jobs among them. */
  readonly jobs: readonly JobView[];
}

export interface JobView {
  readonly id: number;
  readonly name: string;
  readonly kind: 'job' | 'bridge';
  readonly status: string;
  readonly allowFailure: boolean;
  readonly hasBegun: boolean;
  /** What a trigger job started. */
  readonly downstream: PipelineTreeView | undefined;
  /** How little of that the list of trigger jobs tells; absent when it tells all. */
  readonly tells?: 'nothing' | 'status' | 'garbled' | undefined;
}

export function pipelineTreeView(pipeline: PipelineRecord): PipelineTreeView {
  return {
    id: pipeline.id,
    projectId: pipeline.project.id,
    status: pipeline.status,
    jobs: latestJobs(pipeline).map((job) => ({
      id: job.id,
      name: job.name,
      kind: job.owner.kind,
      status: job.status,
      allowFailure: job.allowFailure,
      hasBegun: job.startedMs !== undefined,
      downstream: job.downstream === undefined ? undefined : pipelineTreeView(job.downstream),
      tells: job.owner.kind === 'bridge' ? job.owner.script.tells : undefined,
    })),
  };
}
