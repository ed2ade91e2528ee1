import type { Clock, Random } from '../../base/clock.js';
import type { ErrorParts } from '../../base/errors.js';
import type { FileNaming } from '../../base/files.js';
import { globMatcher } from '../../base/glob.js';
import type { GitLabClient } from '../../gitlab/client.js';
import type { JobCall } from '../../model/addresses.js';
import type { JobPathLine } from '../../model/requests.js';
import type { FoundJob } from '../find-job.js';

/**
 * Tells whether a path fits `pattern`: between two slashes `*` stands for any text and `?` for one character,
 * `**` for any number of folders, none included, and everything else for itself. A slash at the end takes all
 * that is in a folder. Case counts, and a dot in front is a character like any other. Takes at most as many
 * steps as both lengths multiplied.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const wanted = pathOf(pattern.endsWith('/') ? `${pattern}**` : pattern)
    .split('/')
    .map((part) => (part === '**' ? undefined : globMatcher(part)));
  return (path) => fits(wanted, path.split('/'));
}

/** The path without what may stand in front of one that begins at the root of an archive. */
export function pathOf(written: string): string {
  return written.replace(/^(?:\.?\/)+/, '');
}

/** Whether a text is the path of one file, and not a pattern or a folder. */
export function isPlainPath(text: string): boolean {
  return !/[*?]/.test(text) && !text.endsWith('/');
}

type Part = ((text: string) => boolean) | undefined;

/** As with `*` in a name, only the last `**` ever has to take more. */
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
  // What is in a folder is not the folder itself: a `**` at the end has to take something, unless something
  // else was taken by it.
  while (at < wanted.length && wanted[at] === undefined && at !== wanted.length - 1) at += 1;
  return at === wanted.length;
}

/**
 * A path as GitLab knows it: people write `./build.env` as well. `undefined` for what no file in artifacts is
 * called: nothing, or with empty parts or dots in place of names.
 */
export function artifactPathOf(written: string): string | undefined {
  const path = written.replace(/^(?:\.?\/)+/, '');
  const names = path.split('/');
  return names.some((name) => /^\.{0,2}$/.test(name)) || /[\0\p{Surrogate}]/u.test(path) ? undefined : path;
}

/** What is wanted of one job: all lines that name it. */
export interface JobDownload {
  readonly found: FoundJob;
  readonly selectors: readonly ArtifactSelector[];
}

/** One line, as it concerns one job. */
export interface ArtifactSelector {
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

/** Whether a path in the archive is what a line asks for. */
export function matcherOf(path: ArtifactSelector['path']): (path: string) => boolean {
  return path === undefined ? () => true : pathMatcher(path);
}

/** The jobs that lines name, each once, with what is wanted of it; in the order of the lines. */
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

/** Whether nothing of it has to be there. */
export function isOptional({ selectors }: JobDownload): boolean {
  return selectors.every(({ line }) => line.need === 'optional');
}

/** The part of GitLab that artifacts need. */
export type ArtifactSource = Pick<GitLabClient, 'streamArchive' | 'streamArtifactFile'>;

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

/** Something that a person waiting for artifacts should hear of. `found` is the job that it is about. */
export type ArtifactEvent =
  /** An optional line that comes to nothing. */
  | { readonly kind: 'passed_over'; readonly failure: ErrorParts }
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
      readonly kind: 'collected';
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
