import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/text.js';
import type { Outcome } from '../model/verdict.js';

/** The label of a downstream pipeline: the trigger jobs that lead to it, outermost first. */
export function pathLabel(path: readonly string[], maxCharacters = 60): string {
  return joinedPath(path.map((name) => nameLabel(name, maxCharacters)));
}

/** Displayable names as a path. */
export function joinedPath(names: readonly string[]): string {
  return names.join(' › ');
}

/** A job label with its attempt number from the second attempt on. */
export function withAttempt(label: string, attempt: number | undefined): string {
  return attempt === undefined || attempt < 2 ? label : `${label} (attempt ${attempt})`;
}

/** A name from outside on one line; never empty. */
export function nameLabel(name: string, maxCharacters = 60): string {
  return cleanLine(name, maxCharacters) || '(unnamed)';
}

/**
 * The label of a job: `unit`, `unit (attempt 2)`, `child › unit`. `maxCharacters` applies to each name in it.
 */
export function jobLabel(
  of: { readonly path: readonly string[]; readonly name: string; readonly attempt?: number | undefined },
  maxCharacters = 60,
): string {
  return withAttempt(pathLabel([...of.path, of.name], maxCharacters), of.attempt);
}

/** The first names of a list, and the number of others: `unit, lint and 3 more`. */
export function listLabel(labels: readonly string[], maxLabels = 5): string {
  const more = labels.length - maxLabels;
  const shown = labels.slice(0, maxLabels).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** Elapsed time as a log column: `00:04`, `12:40`, `1:02:03`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

/** A duration from GitLab in seconds, for display; empty if absent. */
export function formatSeconds(seconds: number | undefined): string {
  return seconds === undefined ? '' : formatDuration(seconds * 1000);
}

/** The time left until the typical duration is reached: `about 4 min left`. */
export function formatRemaining(remainingMs: number): string {
  if (remainingMs <= 0) return 'already longer than usual';
  const minutes = Math.round(remainingMs / 60_000);
  if (minutes < 1) return 'less than a minute left';
  return minutes < 90 ? `about ${minutes} min left` : `about ${formatDuration(minutes * 60_000)} left`;
}

/** A status, and whether the job may fail. */
export interface StatusWithIcon {
  readonly status: string;
  readonly allowFailure?: boolean | undefined;
}

const icons: ReadonlyMap<string, string> = new Map([
  ['created', '⚪'],
  ['waiting_for_resource', '⏳'],
  ['preparing', '⏳'],
  ['waiting_for_callback', '⏳'],
  ['pending', '⏳'],
  ['running', '🔄'],
  ['success', '✅'],
  ['failed', '❌'],
  ['canceling', '🚫'],
  ['canceled', '🚫'],
  ['skipped', '⏭️'],
  ['manual', '✋'],
  ['scheduled', '🕑'],
]);

/** One symbol for a status; a question mark for a status that this version does not know. */
export function statusIcon({ status, allowFailure }: StatusWithIcon): string {
  return status === 'failed' && allowFailure === true ? '⚠️' : (icons.get(status) ?? '❓');
}

/** The outcomes that a report can have: those of a verdict, or that the step was stopped. */
export type ReportedOutcome = Outcome | 'aborted';

/** The outcome as the middle of a sentence: `Pipeline 257 … after 1m02s`. */
export function phraseOf(outcome: ReportedOutcome): string {
  switch (outcome) {
    case 'success':
      return 'passed';
    case 'warnings':
      return 'passed with warnings';
    case 'failed':
      return 'failed';
    case 'canceled':
      return 'was canceled';
    case 'skipped':
      return 'was skipped';
    case 'manual':
      return 'is blocked by a manual job';
    case 'timeout':
      return 'did not end in time';
    case 'outage':
      return 'became unreachable';
    case 'aborted':
      return 'was no longer followed';
    default:
      return assertNever(outcome);
  }
}

/** One symbol for the outcome. */
export function outcomeIcon(outcome: ReportedOutcome): string {
  switch (outcome) {
    case 'success':
      return '✅';
    case 'warnings':
      return '⚠️';
    case 'failed':
      return '❌';
    case 'canceled':
      return '🚫';
    case 'skipped':
      return '⏭️';
    case 'manual':
      return '✋';
    case 'timeout':
      return '⌛';
    case 'outage':
      return '❓';
    case 'aborted':
      return '🛑';
    default:
      return assertNever(outcome);
  }
}

/**
 * A commit in its usual short form. A text that is no commit is truncated with a mark, so that redaction
 * recognizes a secret in it.
 */
export function shortSha(sha: string): string {
  return /^[0-9a-f]{8,}$/.test(sha) ? sha.slice(0, 8) : cleanLine(sha, 9);
}
