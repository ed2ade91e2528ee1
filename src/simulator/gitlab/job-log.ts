import type { JobRecord } from './records.js';

/** What the log of a job holds at `nowMs`: nothing before it ran, the lines due so far while it runs. */
export function logOf(job: JobRecord, nowMs: number): string {
  const log = job.owner.kind === 'job' ? job.owner.script.log : undefined;
  if (log === undefined || job.owner.kind !== 'job' || job.startedMs === undefined) return '';
  const elapsedMs = (job.finishedMs ?? nowMs) - job.startedMs;
  const state = job.finishedMs === undefined ? 'running' : 'ended';
  if (typeof log !== 'string') return log({ elapsedMs, state, attempt: job.attempt });
  if (state === 'ended') return log;
  const lines = log.split(/(?<=\n)/);
  const share = Math.min(1, elapsedMs / Math.max(1, job.owner.script.durationMs ?? 1000));
  return lines.slice(0, Math.floor(lines.length * share)).join('');
}
