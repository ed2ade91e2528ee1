import type { ProjectAddress } from '../model/addresses.js';
import type { Job } from '../model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import type { LogEntry } from './decode-lines.js';

/** A job, or one attempt at it, whose log is followed. */
export interface LogSource {
  /** The project of the job's pipeline; a downstream pipeline may be in another project. */
  readonly project: ProjectAddress;
  /** The trigger jobs that lead to the pipeline of the job, outermost first. */
  readonly path: readonly string[];
  readonly job: Job;
}

/** New lines or a note of the logs. */
export type LogBlock =
  | {
      readonly kind: 'lines';
      readonly path: readonly string[];
      readonly job: Job;
      /** Never empty; continues where the last block of the same job ended. */
      readonly lines: readonly LogEntry[];
    }
  | {
      readonly kind: 'note';
      readonly path: readonly string[];
      readonly job: Job;
      /**
       * `cut`: too long, nothing more is shown; `unavailable`: nothing (more) can be read; `rewritten`: the
       * log starts over. Each at most once per job.
       */
      readonly reason: 'cut' | 'unavailable' | 'rewritten';
      /** For display after the name of the job. */
      readonly text: string;
    }
  /** GitLab returns no log at all; this is the last block. */
  | { readonly kind: 'closed'; readonly why: string };

/** How much is shown of one job. */
export interface LogLimits {
  /** Characters of the entries, plus a small charge per entry. */
  readonly charactersPerJob: number;
  /** Bytes of the log itself, because a log that collapses to nothing may be long too. */
  readonly bytesPerJob: number;
}

/**
 * GitLab itself shows half a megabyte of a log and links to the rest. A host's step log becomes slow above
 * about ten.
 */
export const defaultLogLimits: LogLimits = {
  charactersPerJob: 4 * 1024 * 1024,
  bytesPerJob: 64 * 1024 * 1024,
};

/** Every job of the tree with a readable log, earlier attempts first. Trigger jobs have no log. */
export function logSourcesOf({ root }: PipelineSnapshot): readonly LogSource[] {
  return placesOf(root).flatMap(({ path, node }) => {
    const project = { kind: 'id', id: node.pipeline.projectId } as const;
    return node.jobs.flatMap(({ job, earlier }) =>
      [...earlier, job].map((one) => ({ project, path, job: one })),
    );
  });
}
