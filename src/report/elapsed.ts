import { formatDuration } from '../base/duration.js';

/** Time since the start as a log column: `00:04`, `12:40`, `1:02:03`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

/** A span that GitLab gave in seconds, for people; empty when it gave none. */
export function formatSeconds(seconds: number | undefined): string {
  return seconds === undefined ? '' : formatDuration(seconds * 1000);
}

/** What is left of the usual length: `about 4 min left`. */
export function formatRemaining(remainingMs: number): string {
  if (remainingMs <= 0) return 'longer than usual already';
  const minutes = Math.round(remainingMs / 60_000);
  if (minutes < 1) return 'less than a minute left';
  return minutes < 90 ? `about ${minutes} min left` : `about ${formatDuration(minutes * 60_000)} left`;
}
