import type { PipelineNode } from '../follow/snapshot.js';
import type { VerdictGrounds } from '../follow/verdict-grounds.js';
import { linesWithin } from './byte-budget.js';
import { formatSeconds } from './elapsed.js';
import { jobLabel } from './job-label.js';
import { failuresOf, type FailedJob } from './listed-job.js';
import { tailsWithin } from './log-tails.js';
import { codeText, linkTo } from './markdown.js';
import { markOf } from './status-mark.js';

/** The failed jobs of a report before it is known how much room their logs have. */
export interface FailedFolds {
  /** Failed jobs that found no room. */
  readonly omitted: number;
  /** The Markdown, with as many last lines of the logs as fit into `maxLogBytes`. */
  readonly withLogs: (maxLogBytes: number) => { readonly text: string; readonly omittedLines: number };
}

/** A fold for each failed job with its reason and the end of its log. Jobs that may fail come last; the first fold is open. */
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

/** Every failed job; whether one may fail is told as the verdict counts it. */
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
    `${markOf({ status: 'failed', allowFailure: allowed })} ${codeText(jobLabel({ path, name: job.name, attempt }), 200)}`,
    `stage ${codeText(job.stage, 100)}`,
    codeText(job.failureReason ?? job.status, 100),
    formatSeconds(job.durationSeconds),
    allowed ? 'allowed to fail' : '',
  ];
  const summary = parts.filter((part) => part !== '').join(' · ');
  const link = linkTo(`Job ${job.id} in GitLab`, job.webUrl);
  return `<details${open}>\n<summary>${summary}</summary>\n\n${link}\n`;
}
