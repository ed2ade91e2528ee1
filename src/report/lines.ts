import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/foreign-text.js';
import type { NewsEvent } from '../follow/follow-event.js';
import type { Job } from '../gitlab/job.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import { formatElapsed, formatRemaining, formatSeconds } from './elapsed.js';
import { jobLabel, listLabel, nameLabel, pathLabel } from './job-label.js';
import { hasEnded } from './status-mark.js';

/** Widths of stage, job, status and duration. Fixed, so that a line needs to know nothing of the others; longer texts push the rest to the right. */
const columnWidths = [8, 15, 14, 5] as const;

const unknownStatus = '(a status this version does not know; taken as still running)';

/** The log line for an event: elapsed time, stage, job, status, duration, reason, as far as it has them. Always one line. */
export function lineOf(event: NewsEvent): string {
  return `${formatElapsed(event.elapsedMs)}  ${sentenceOf(event)}`;
}

function sentenceOf(event: NewsEvent): string {
  switch (event.kind) {
    case 'pipeline_changed':
      return pipelineCells(event);
    case 'job_changed':
      return jobCells(event);
    case 'job_played':
      return columns([
        nameLabel(event.job.stage),
        jobLabel({ path: event.path, name: event.job.name }, 100),
        event.refusal === undefined ? 'played' : `could not be played: ${cleanLine(event.refusal)}`,
      ]);
    case 'gap_found':
      return `cannot be shown: ${cleanLine(event.gap)}`;
    case 'nothing_new':
      return heartbeat(event);
    case 'trouble_began':
      return `no news from GitLab (${cleanLine(event.why)}); trying again for up to ${formatDuration(event.patienceMs)}`;
    case 'trouble_ended':
      return `GitLab answers again after ${formatDuration(event.lastedMs)}`;
    default:
      return assertNever(event);
  }
}

function pipelineCells(event: {
  readonly path: readonly string[];
  readonly pipeline: Pipeline;
  readonly known: boolean;
}): string {
  const { path, pipeline, known } = event;
  const { status, statusGroup } = pipeline;
  const warned = status === 'success' && statusGroup === 'success-with-warnings';
  return columns([
    'pipeline',
    path.length === 0 ? String(pipeline.id) : pathLabel(path),
    cleanLine(status, 60),
    hasEnded(status) ? formatSeconds(pipeline.durationSeconds) : '',
    known ? (warned ? 'with warnings' : '') : unknownStatus,
  ]);
}

function jobCells(event: {
  readonly path: readonly string[];
  readonly job: Job;
  readonly attempt: number;
  readonly known: boolean;
}): string {
  const { path, job, attempt, known } = event;
  const remarks = [
    job.failureReason === undefined ? '' : cleanLine(job.failureReason, 120),
    job.status === 'failed' && job.allowFailure ? '(allowed to fail)' : '',
    known ? '' : unknownStatus,
  ];
  return columns([
    nameLabel(job.stage),
    jobLabel({ path, name: job.name, attempt }, 100),
    cleanLine(job.status, 60),
    hasEnded(job.status) ? formatSeconds(job.durationSeconds) : '',
    remarks.filter((remark) => remark !== '').join(' '),
  ]);
}

function heartbeat(event: {
  readonly status: string;
  readonly running: readonly string[];
  readonly remainingMs?: number | undefined;
}): string {
  const names = listLabel(event.running.map((name) => nameLabel(name)));
  const still = names === '' ? cleanLine(event.status, 60) : `running: ${names}`;
  const left = event.remainingMs === undefined ? '' : `; ${formatRemaining(event.remainingMs)}`;
  return `still ${still}${left}`;
}

/** Two spaces behind a text that is too wide, so that the eye still finds its end. */
function columns(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = columnWidths[index] ?? 0;
      const length = Array.from(cell).length;
      return length <= width ? cell + ' '.repeat(width - length + 1) : `${cell}  `;
    })
    .join('')
    .trimEnd();
}
