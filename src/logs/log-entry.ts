import type { ProjectAddress } from '../model/addresses.js';
import type { Job } from '../model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import type { LogEntry } from './decode-lines.js';

/** A job, or one attempt at it, whose log is to be followed. */
export interface LogSource {
  /** Of the pipeline that the job belongs to: a downstream pipeline may be another project's. */
  readonly project: ProjectAddress;
  /** The trigger jobs that lead to the pipeline of the job, outermost first. */
  readonly path: readonly string[];
  readonly job: Job;
}

/** What is new in the logs. */
export type LogBlock =
  | {
      readonly kind: 'lines';
      readonly path: readonly string[];
      readonly job: Job;
      /** Never empty; they go on where the block of the same job before ended. */
      readonly lines: readonly LogEntry[];
    }
  | {
      readonly kind: 'note';
      readonly path: readonly string[];
      readonly job: Job;
      /**
       * `cut`: too long, nothing more comes; `unavailable`: nothing (more) can be read; `rewritten`: the log
       * begins anew. Each once for a job.
       */
      readonly reason: 'cut' | 'unavailable' | 'rewritten';
      /** For people, to stand after the name of the job. */
      readonly text: string;
    }
  /** GitLab gives no log to us at all; the last block there is. */
  | { readonly kind: 'closed'; readonly why: string };

/** How much of one job is shown. */
export interface LogLimits {
  /** Of the entries, each with a small charge for being one. */
  readonly charactersPerJob: number;
  /** Of the log itself: one that is folded to nothing may be long, too. */
  readonly bytesPerJob: number;
}

/**
 * GitLab itself shows half a megabyte of a log and links to the rest; a host's log of a step gets slow beyond
 * some ten.
 */
export const defaultLogLimits: LogLimits = {
  charactersPerJob: 4 * 1024 * 1024,
  bytesPerJob: 64 * 1024 * 1024,
};

/** Every job of the tree whose log can be read, earlier attempts first. Trigger jobs have no log. */
export function logSourcesOf({ root }: PipelineSnapshot): readonly LogSource[] {
  return placesOf(root).flatMap(({ path, node }) => {
    const project = { kind: 'id', id: node.pipeline.projectId } as const;
    return node.jobs.flatMap(({ job, earlier }) =>
      [...earlier, job].map((one) => ({ project, path, job: one })),
    );
  });
}
