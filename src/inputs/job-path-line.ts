/** One line that names a job, and perhaps something in its artifacts. */
export interface JobPathLine {
  /** As it was written, without the mark for optional ones. */
  readonly text: string;
  readonly need: 'required' | 'optional';
  /** Every way to read it, the longest name of a job first. Names may hold colons, so the jobs that exist decide. */
  readonly splits: readonly JobPathSplit[];
}

/** One way to read a line. */
export interface JobPathSplit {
  /** The name of a job, behind those of the trigger jobs that lead to it: `JOB`, `CHILD/JOB`. */
  readonly job: string;
  /** A path, or a glob of paths, in the job's artifacts; absent when the line names the job alone. */
  readonly path: string | undefined;
}
