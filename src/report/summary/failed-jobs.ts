import { type FailedJob, failuresOf } from '../../model/failures.js';
import type { PipelineNode } from '../../model/snapshot.js';
import type { JobRetry, VerdictGrounds } from '../../model/verdict.js';
import { byteLength, linesWithin } from '../byte-budget.js';
import { formatSeconds, jobLabel, statusIcon } from '../labels.js';
import { codeText, escapeHtml, linkTo, logLine, plainText } from '../markdown.js';
import { statusText } from './job-tables.js';

/** The end of a log, ready for `<pre>`. */
export interface FittedTail {
  readonly lines: readonly string[];
  /** Number of earlier lines that do not fit. */
  readonly omitted: number;
}

interface Filling {
  readonly source: readonly string[];
  /** Last line first. */
  readonly taken: string[];
}

/**
 * The last lines of each log, as many as fit into `maxBytes` in total. Room is divided evenly; what short
 * logs leave goes to the long ones. Processes only lines that fit, however many there are.
 */
export function tailsWithin(logs: readonly (readonly string[])[], maxBytes: number): readonly FittedTail[] {
  const fillings = logs.map((source): Filling => ({ source, taken: [] }));
  let left = maxBytes;
  let used = -1;
  while (used !== 0) {
    const open = fillings.filter(({ source, taken }) => taken.length < source.length);
    const share = Math.floor(left / Math.max(1, open.length));
    used = open.reduce((sum, filling) => sum + fill(filling, share), 0);
    left -= used;
  }
  return fillings.map(({ source, taken }) => ({
    lines: [...taken].reverse(),
    omitted: source.length - taken.length,
  }));
}

/** Takes more lines from the end, at most `maxBytes` in total; returns their bytes. */
function fill({ source, taken }: Filling, maxBytes: number): number {
  let bytes = 0;
  while (taken.length < source.length) {
    const line = escapeHtml(logLine(source[source.length - 1 - taken.length] ?? ''));
    const next = bytes + byteLength(line) + 1;
    if (next > maxBytes) break;
    bytes = next;
    taken.push(line);
  }
  return bytes;
}

/** The failed jobs of a report before the room for their logs is known. */
export interface FailedFolds {
  /** Number of failed jobs that do not fit. */
  readonly omitted: number;
  /** The Markdown, with as many last lines of the logs as fit into `maxLogBytes`. */
  readonly withLogs: (maxLogBytes: number) => { readonly text: string; readonly omittedLines: number };
}

/**
 * A collapsible section for each failed job with its reason and the end of its log. Jobs that may fail come
 * last; the first section is open.
 */
export function failedFolds(
  root: PipelineNode,
  of: {
    readonly logTails: ReadonlyMap<number, readonly string[]>;
    readonly maxBytes: number;
    readonly grounds?: VerdictGrounds | undefined;
  },
): FailedFolds {
  const failed = shownFailures(root, of.grounds);
  const ordered = [...failed.filter(({ allowed }) => !allowed), ...failed.filter(({ allowed }) => allowed)];
  const fitted = linesWithin(ordered, {
    maxBytes: of.maxBytes,
    lineOf: (entry, index) => headOf(entry, index === 0 ? ' open' : ''),
  });
  const shown = ordered.slice(0, fitted.lines.length).map((entry, index) => ({
    head: fitted.lines[index] ?? '',
    log: of.logTails.get(entry.job.id) ?? [],
  }));
  return {
    omitted: fitted.omitted,
    withLogs: (maxLogBytes) => foldsWithin(shown, maxLogBytes),
  };
}

/** Every failed job. Whether one may fail is decided as in the verdict. */
function shownFailures(root: PipelineNode, grounds: VerdictGrounds | undefined): readonly FailedJob[] {
  return failuresOf(root, grounds?.jobIds === undefined ? grounds : undefined).failed;
}

function foldsWithin(
  folds: readonly { readonly head: string; readonly log: readonly string[] }[],
  maxLogBytes: number,
): { readonly text: string; readonly omittedLines: number } {
  const tails = tailsWithin(
    folds.map(({ log }) => log),
    maxLogBytes,
  );
  let omittedLines = 0;
  const texts = folds.map(({ head, log }, index) => {
    const { lines = [], omitted = 0 } = tails[index] ?? {};
    omittedLines += omitted;
    const earlier = omitted === 0 ? [] : [`… ${omitted} earlier lines left out`];
    const pre = log.length === 0 ? [] : ['<pre>', ...earlier, ...lines, '</pre>', ''];
    return [head, ...pre, '</details>', ''].join('\n');
  });
  return { text: texts.join('\n'), omittedLines };
}

function headOf({ path, job, attempt, allowed }: FailedJob, open: string): string {
  const parts = [
    `${statusIcon({ status: 'failed', allowFailure: allowed })} ${codeText(jobLabel({ path, name: job.name, attempt }), 200)}`,
    `stage ${codeText(job.stage, 100)}`,
    codeText(job.failureReason ?? job.status, 100),
    formatSeconds(job.durationSeconds),
    allowed ? 'allowed to fail' : '',
  ];
  const summary = parts.filter((part) => part !== '').join(' · ');
  const link = linkTo(`Job ${job.id} in GitLab`, job.webUrl);
  return `<details${open}>\n<summary>${summary}</summary>\n\n${link}\n`;
}

/** What came of one retry, as an entry of a list in the report. */
export function retryLine({ path, job, count, result, why, next }: JobRetry): string {
  const label = linkTo(codeText(jobLabel({ path, name: job.name }), 200), job.webUrl);
  const reason = codeText(job.failureReason ?? job.status, 100);
  return `- ${label} failed with ${reason}; retry ${count} ${endOf({ result, why, next })}`;
}

function endOf({ result, why = '', next }: Pick<JobRetry, 'result' | 'why' | 'next'>): string {
  const cause = plainText(why, 200);
  switch (result) {
    case 'retried':
      return next === undefined
        ? 'was not seen'
        : `${linkTo(`is job ${next.id}`, next.webUrl)}: ${statusText(next)}`;
    case 'unconfirmed':
      return `could not be confirmed: ${cause}`;
    case 'refused':
      return `was refused: ${cause}`;
  }
}
