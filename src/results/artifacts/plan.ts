import type { Clock, Random } from '../../base/clock.js';
import type { ErrorParts } from '../../base/errors.js';
import type { FileNaming, HeldFolder, OwnPlace } from '../../base/files.js';
import { globMatcher } from '../../base/glob.js';
import type { GitLabClient } from '../../gitlab/client.js';
import type { JobCall } from '../../model/addresses.js';
import type { JobPathLine } from '../../model/requests.js';
import type { FoundJob } from '../find-job.js';

/**
 * A test for whole paths that match `pattern`: between two slashes `*` matches any text and `?` one
 * character. `**` matches any number of folders, including none; everything else matches itself. A slash at
 * the end matches everything in a folder. Case matters, and a leading dot is an ordinary character. The
 * number of steps is at most the product of both lengths.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const wanted = pathOf(pattern.endsWith('/') ? `${pattern}**` : pattern)
    .split('/')
    .map((part) => (part === '**' ? undefined : globMatcher(part)));
  return (path) => fits(wanted, path.split('/'));
}

/** The path without `./` or `/` at its start. */
export function pathOf(written: string): string {
  return written.replace(/^(?:\.?\/)+/, '');
}

/** Whether a text is the path of one file rather than a pattern or a folder. */
export function isPlainPath(text: string): boolean {
  return !/[*?]/.test(text) && !text.endsWith('/');
}

type Part = ((text: string) => boolean) | undefined;

/** As with `*` in a name, only the last `**` ever has to backtrack. */
function fits(wanted: readonly Part[], given: readonly string[]): boolean {
  let at = 0;
  let position = 0;
  let deep = -1;
  let taken = 0;
  while (position < given.length) {
    const part = wanted[at];
    if (at < wanted.length && part === undefined) {
      deep = at++;
      taken = position;
    } else if (part?.(given[position] ?? '') === true) {
      at += 1;
      position += 1;
    } else if (deep >= 0) {
      at = deep + 1;
      position = ++taken;
    } else {
      return false;
    }
  }
  // The content of a folder does not include the folder itself: a `**` at the end must match something,
  // unless something else matched.
  while (at < wanted.length && wanted[at] === undefined && at !== wanted.length - 1) at += 1;
  return at === wanted.length;
}

/**
 * A path in GitLab's form; users also write `./build.env`. `undefined` for a text that is no path in
 * artifacts: empty, or with empty or dot segments.
 */
export function artifactPathOf(written: string): string | undefined {
  const path = written.replace(/^(?:\.?\/)+/, '');
  const names = path.split('/');
  return names.some((name) => /^\.{0,2}$/.test(name)) || /[\0\p{Surrogate}]/u.test(path) ? undefined : path;
}

/** The downloads from one job: all lines that name it. */
export interface JobDownload {
  readonly found: FoundJob;
  readonly selectors: readonly ArtifactSelector[];
}

/** One line as it applies to one job. */
export interface ArtifactSelector {
  readonly line: JobPathLine;
  /** A path or a glob; everything if absent. */
  readonly path: string | undefined;
}

/** How to download: the whole archive, or some files separately. */
export type DownloadWay =
  | { readonly kind: 'archive'; readonly wants: (path: string) => boolean }
  | { readonly kind: 'files'; readonly paths: readonly string[] };

/** More files than this download faster in the archive, which also has checksums and permissions. */
const mostAlone = 10;

/** The archive, unless each line names a single file. */
export function wayOf({ selectors }: JobDownload): DownloadWay {
  const paths = selectors.map(({ path }) =>
    path !== undefined && isPlainPath(path) ? artifactPathOf(path) : undefined,
  );
  const alone = paths.filter((path) => path !== undefined);
  if (alone.length === paths.length && alone.length <= mostAlone)
    return { kind: 'files', paths: [...new Set(alone)] };
  const matchers = selectors.map(({ path }) => matcherOf(path));
  return { kind: 'archive', wants: (path) => matchers.some((matches) => matches(path)) };
}

/** A test for paths in the archive that a line requests. */
export function matcherOf(path: ArtifactSelector['path']): (path: string) => boolean {
  return path === undefined ? () => true : pathMatcher(path);
}

/** The jobs that lines name, each once with its selectors, in the order of the lines. */
export function groupByJob(
  found: readonly {
    readonly line: JobPathLine;
    readonly jobs: readonly FoundJob[];
    readonly path: ArtifactSelector['path'];
  }[],
): readonly JobDownload[] {
  const byId = new Map<number, { readonly found: FoundJob; readonly selectors: ArtifactSelector[] }>();
  for (const { line, jobs, path } of found) {
    for (const job of jobs) {
      const known = byId.get(job.job.id);
      if (known === undefined) byId.set(job.job.id, { found: job, selectors: [{ line, path }] });
      else known.selectors.push({ line, path });
    }
  }
  return [...byId.values()];
}

/** Whether all of it is optional. */
export function isOptional({ selectors }: JobDownload): boolean {
  return selectors.every(({ line }) => line.need === 'optional');
}

/** The GitLab calls that artifacts need. */
export type ArtifactSource = Pick<GitLabClient, 'streamArchive' | 'streamArtifactFile'>;

export interface BringDeps {
  readonly gitlab: ArtifactSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: ArtifactEvent) => void;
}

/** The artifacts of one job, and their destination. */
export interface BringCall {
  readonly download: JobDownload;
  /** The folder for all artifacts. */
  readonly into: HeldFolder;
  /** Its path. */
  readonly intoPath: string;
  /** Names below it. */
  readonly folder: readonly string[];
  /** A new, empty folder on the same disk. */
  readonly staging: HeldFolder;
  readonly naming: FileNaming;
  /** The files that the step writes itself. */
  readonly own: readonly OwnPlace[];
  readonly signal: AbortSignal;
}

/** The job to request. */
export function jobCallOf({ download: { found } }: Pick<BringCall, 'download'>): JobCall {
  return { project: { kind: 'id', id: found.projectId }, jobId: found.job.id };
}

/** An event of a download, for the log. `found` is its job. */
export type ArtifactEvent =
  /** An optional line without a result. */
  | { readonly kind: 'passed_over'; readonly failure: ErrorParts }
  /** Another job has the folder with the name of this one. */
  | { readonly kind: 'moved'; readonly found: FoundJob; readonly folder: readonly string[] }
  | { readonly kind: 'progress'; readonly found: FoundJob; readonly progress: DownloadProgress }
  | {
      readonly kind: 'interrupted';
      readonly found: FoundJob;
      readonly why: string;
      /** Bytes downloaded so far; they are not requested again if the server can resume. */
      readonly bytes: number;
      readonly delayMs: number;
    }
  | {
      readonly kind: 'collected';
      readonly found: FoundJob;
      readonly folder: readonly string[];
      readonly files: number;
      /** Size of the files. */
      readonly bytes: number;
      /** Size of the download. */
      readonly downloadedBytes: number;
      readonly elapsedMs: number;
    }
  /** Files whose names differ only on some systems. */
  | {
      readonly kind: 'alike';
      readonly found: FoundJob;
      readonly pairs: readonly (readonly [string, string])[];
    }
  /** Links that lead out of the folder, or that this system did not allow. */
  | { readonly kind: 'links_left_out'; readonly found: FoundJob; readonly names: readonly string[] };

export interface DownloadProgress {
  readonly bytes: number;
  /** Size of the whole, if known. */
  readonly totalBytes: number | undefined;
  readonly elapsedMs: number;
}
