import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/text.js';
import type { ArtifactEvent, DownloadProgress } from '../results/artifacts/plan.js';
import { jobLabel, listLabel } from './labels.js';

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/**
 * Formats a number of bytes in powers of a thousand with at most three digits: `512 bytes`, `1.2 MB`,
 * `340 GB`.
 */
export function formatBytes(bytes: number): string {
  let value = Math.max(bytes, 0);
  let unit = 0;
  // 999.5 would be shown as 1000.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
  return `${digits} ${units[unit] ?? ''}`;
}

/** The download rate; empty if the time is too short to measure. */
export function formatRate(bytes: number, elapsedMs: number): string {
  return elapsedMs < 1 ? '' : `${formatBytes((bytes / elapsedMs) * 1000)}/s`;
}

/** One line for the log, and whether the user may have to act. */
export interface LeveledLine {
  readonly level: 'info' | 'warning';
  readonly text: string;
}

/** Maximum number of names in a line; the rest is counted. */
const namesShown = 3;

/** The log line for an artifact event. `into` is the folder for all artifacts, as given. */
export function artifactLine(event: ArtifactEvent, { into }: { readonly into: string }): LeveledLine {
  switch (event.kind) {
    case 'passed_over':
      return {
        level: 'info',
        text: `${event.failure.what}, which is optional: ${event.failure.why ?? ''}`,
      };
    case 'moved':
      return about(
        event,
        `their folder is ${placeOf(into, event.folder)}, because another job already uses the folder of that name`,
      );
    case 'progress':
      return about(event, progressOf(event.progress));
    case 'interrupted': {
      const rest = event.bytes > 0 ? `; going on after ${formatBytes(event.bytes)}` : '; trying again';
      return about(event, `${cleanLine(event.why, 300)}${rest} in ${formatDuration(event.delayMs)}`);
    }
    case 'collected':
      return about(event, downloadedOf(event, into));
    case 'alike': {
      const pairs = event.pairs.map(([one, other]) => `${quoted(one)} and ${quoted(other)}`);
      return warning(event, `one file each on Windows and macOS: ${listLabel(pairs, namesShown)}`);
    }
    case 'links_left_out': {
      const names = listLabel(event.names.map(quoted), namesShown);
      return warning(
        event,
        `links that lead out of the folder, or that this system does not allow, were skipped: ${names}`,
      );
    }
    default:
      return assertNever(event);
  }
}

type AboutJob = Extract<ArtifactEvent, { readonly found: unknown }>;

function about({ found }: AboutJob, text: string): LeveledLine {
  const label = jobLabel({ path: found.path, name: found.job.name }, 100);
  return { level: 'info', text: `artifacts of ${label}: ${text}` };
}

function warning(event: AboutJob, text: string): LeveledLine {
  return { ...about(event, text), level: 'warning' };
}

function progressOf({ bytes, totalBytes, elapsedMs }: DownloadProgress): string {
  const whole =
    totalBytes === undefined || totalBytes === 0
      ? ''
      : ` of ${formatBytes(totalBytes)} (${Math.floor((bytes / totalBytes) * 100)}%)`;
  return `${formatBytes(bytes)}${whole}, ${formatRate(bytes, elapsedMs)}`;
}

function downloadedOf(
  {
    folder,
    files,
    bytes,
    downloadedBytes,
    elapsedMs,
  }: Extract<ArtifactEvent, { readonly kind: 'collected' }>,
  into: string,
): string {
  const count = `${files} ${files === 1 ? 'file' : 'files'}`;
  const rate = formatRate(downloadedBytes, elapsedMs);
  const download = `${formatBytes(downloadedBytes)} downloaded in ${formatDuration(elapsedMs)}`;
  return `${count}, ${formatBytes(bytes)}, in ${placeOf(into, folder)} (${download}${rate === '' ? '' : `, ${rate}`})`;
}

function placeOf(into: string, folder: readonly string[]): string {
  return cleanLine([into, ...folder].join('/'), 300);
}

function quoted(name: string): string {
  return `"${cleanLine(name, 100)}"`;
}
