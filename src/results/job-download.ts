import { isPlainPath, pathMatcher } from './path-glob.js';
import { artifactPathOf } from './artifact-path.js';
import type { FoundJob } from './find-job.js';
import type { JobPathLine } from '../inputs/job-path-line.js';

/** What is wanted of one job: all lines that name it. */
export interface JobDownload {
  readonly found: FoundJob;
  readonly wishes: readonly Wish[];
}

/** One line, as it concerns one job. */
export interface Wish {
  readonly line: JobPathLine;
  /** A path or a glob; everything when absent. */
  readonly path: string | undefined;
}

/** How to get what is wanted: the whole archive, or some files alone. */
export type DownloadWay =
  | { readonly kind: 'archive'; readonly wants: (path: string) => boolean }
  | { readonly kind: 'files'; readonly paths: readonly string[] };

/** More files than this come quicker in the archive, with its checksums and permissions. */
const mostAlone = 10;

/** The archive, unless each line names a single file. */
export function wayOf({ wishes }: JobDownload): DownloadWay {
  const paths = wishes.map(({ path }) =>
    path !== undefined && isPlainPath(path) ? artifactPathOf(path) : undefined,
  );
  const alone = paths.filter((path) => path !== undefined);
  if (alone.length === paths.length && alone.length <= mostAlone)
    return { kind: 'files', paths: [...new Set(alone)] };
  const matchers = wishes.map(({ path }) => matcherOf(path));
  return { kind: 'archive', wants: (path) => matchers.some((matches) => matches(path)) };
}

/** Whether a path in the archive is what a line asks for. */
export function matcherOf(path: Wish['path']): (path: string) => boolean {
  return path === undefined ? () => true : pathMatcher(path);
}

/** The jobs that lines name, each once, with what is wanted of it; in the order of the lines. */
export function groupByJob(
  found: readonly {
    readonly line: JobPathLine;
    readonly jobs: readonly FoundJob[];
    readonly path: Wish['path'];
  }[],
): readonly JobDownload[] {
  const byId = new Map<number, { readonly found: FoundJob; readonly wishes: Wish[] }>();
  for (const { line, jobs, path } of found) {
    for (const job of jobs) {
      const known = byId.get(job.job.id);
      if (known === undefined) byId.set(job.job.id, { found: job, wishes: [{ line, path }] });
      else known.wishes.push({ line, path });
    }
  }
  return [...byId.values()];
}

/** Whether nothing of it has to be there. */
export function isOptional({ wishes }: JobDownload): boolean {
  return wishes.every(({ line }) => line.need === 'optional');
}
