import type { ErrorParts } from '../base/app-error.js';
import type { FoundJob } from './find-job.js';

/** Something that a person waiting for artifacts should hear of. `found` is the job that it is about. */
export type ArtifactEvent =
  /** An optional line that comes to nothing. */
  | { readonly kind: 'passed_over'; readonly trouble: ErrorParts }
  /** The folder with the name of the job is another job's. */
  | { readonly kind: 'moved'; readonly found: FoundJob; readonly folder: readonly string[] }
  | { readonly kind: 'progress'; readonly found: FoundJob; readonly progress: DownloadProgress }
  | {
      readonly kind: 'interrupted';
      readonly found: FoundJob;
      readonly why: string;
      /** What is here of it, and need not come again if the server agrees. */
      readonly bytes: number;
      readonly delayMs: number;
    }
  | {
      readonly kind: 'brought';
      readonly found: FoundJob;
      readonly folder: readonly string[];
      readonly files: number;
      /** Of the files. */
      readonly bytes: number;
      /** What had to be downloaded for them. */
      readonly downloadedBytes: number;
      readonly elapsedMs: number;
    }
  /** Files whose names only some systems keep apart. */
  | {
      readonly kind: 'alike';
      readonly found: FoundJob;
      readonly pairs: readonly (readonly [string, string])[];
    }
  /** Links that lead out of the folder, or that this system did not let us make. */
  | { readonly kind: 'links_left_out'; readonly found: FoundJob; readonly names: readonly string[] };

export interface DownloadProgress {
  readonly bytes: number;
  /** Of the whole, where it is known. */
  readonly totalBytes: number | undefined;
  readonly elapsedMs: number;
}
