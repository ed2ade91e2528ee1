import type { Clock } from '../base/clock.js';
import type { FileNaming } from '../base/file-naming.js';
import type { Random } from '../base/random.js';
import type { DownloadRest, DownloadSink } from '../gitlab/artifact-stream.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import type { ArtifactEvent } from './artifact-event.js';
import type { JobDownload } from './job-download.js';

interface JobCall {
  readonly project: ProjectAddress;
  readonly jobId: number;
}

/** The part of GitLab that artifacts need. */
export interface ArtifactSource {
  readonly streamArchive: (
    call: JobCall & { readonly rest?: DownloadRest | undefined },
    sink: DownloadSink,
    signal: AbortSignal,
  ) => Promise<Reply<unknown>>;
  readonly streamArtifactFile: (
    call: JobCall & { readonly path: string },
    sink: DownloadSink,
    signal: AbortSignal,
  ) => Promise<Reply<unknown>>;
}

export interface BringDeps {
  readonly gitlab: ArtifactSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: ArtifactEvent) => void;
}

/** The artifacts of one job, and where they go. */
export interface BringCall {
  readonly download: JobDownload;
  /** The folder for all artifacts. */
  readonly into: string;
  /** Names below it. */
  readonly folder: readonly string[];
  /** A new, empty folder on the same disk. */
  readonly staging: string;
  readonly naming: FileNaming;
  readonly signal: AbortSignal;
}

/** The job to ask for. */
export function jobCallOf({ download: { found } }: Pick<BringCall, 'download'>): JobCall {
  return { project: { kind: 'id', id: found.projectId }, jobId: found.job.id };
}
