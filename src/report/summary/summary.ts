import { listDownstream, listJobs } from '../../model/failures.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { Verdict } from '../../model/verdict.js';
import type { FoundTests } from '../../results/fetch-tests.js';
import { byteLength, firstLinesWithin, linesWithin } from '../byte-budget.js';
import type { ReportedOutcome } from '../labels.js';
import { failedStatuses } from '../log-lines.js';
import { plainText } from '../markdown.js';
import { failedFolds, retryLine } from './failed-jobs.js';
import { failedTests } from './failed-tests.js';
import { summaryHead } from './head.js';
import { downstreamTables, downstreamTree, jobTable } from './job-tables.js';
import { formatTimeline } from './timeline.js';

/** The content of a report. */
export interface SummaryContent {
  readonly outcome: ReportedOutcome;
  readonly pipeline: Pipeline;
  readonly elapsedMs: number;
  /** Absent if there was no complete snapshot. */
  readonly snapshot: PipelineSnapshot | undefined;
  /** The last lines of jobs' logs by job ID. Logs of jobs that did not fail are not shown. */
  readonly logTails: ReadonlyMap<number, readonly string[]>;
  readonly tests?: FoundTests | undefined;
  readonly grounds?: Verdict['grounds'];
  readonly externalStatuses?: Verdict['externalStatuses'];
  readonly retries?: Verdict['retries'];
  /** Removes our secrets from what is written in another way, in which they are not recognized later. */
  readonly redact: (text: string) => string;
}

/**
 * GitHub discards a report of more than 1 MiB completely. Masking may lengthen it slightly before that check.
 */
const maxBytes = 900_000;

/** Size limits of single parts, so that later parts have room; logs get what is left. */
const maxPartBytes = {
  failed: 200_000,
  tests: 100_000,
  table: 300_000,
  tree: 60_000,
  retries: 40_000,
  unreadable: 20_000,
} as const;

/**
 * The report of a pipeline that was followed to its end, or as far as possible: Markdown for CI hosts that
 * show it, at most 900,000 bytes. Names and logs in it are escaped. The end of the report counts what does
 * not fit.
 */
export function formatSummary(content: SummaryContent): string {
  const { snapshot, logTails, tests, grounds, externalStatuses, retries: retried = [] } = content;
  const head = summaryHead({ ...content, root: snapshot?.root, tests: tests?.counts });
  if (snapshot === undefined) return `${head}\nIts jobs could not be read.\n`;
  const { root, unreadable, failure } = snapshot;

  const folds = failedFolds(root, { logTails, maxBytes: maxPartBytes.failed, grounds });
  const statuses = failedStatuses(externalStatuses).map((line) => `${line}\n`);
  const retries = linesWithin(retried, { maxBytes: maxPartBytes.retries, lineOf: retryLine });
  const cases = failedTests(tests?.failed ?? [], maxPartBytes.tests);
  const table = jobTable(root, maxPartBytes.table);
  const tree = downstreamTree(root, maxPartBytes.tree);
  const tables = downstreamTables(root, maxPartBytes.table - table.bytes);
  const timeline = formatTimeline(root, content.redact);
  const unseen = firstLinesWithin(
    [
      ...unreadable.map((unreadablePart) => `- ${plainText(unreadablePart, 300)}`),
      ...(tests?.unreadable ?? []).map((unreadablePart) => `- ${plainText(unreadablePart, 300)}`),
      ...(failure === undefined ? [] : [`- Parts are older than the rest: ${plainText(failure, 300)}`]),
    ],
    maxPartBytes.unreadable,
  );

  const compose = (failed: string, omittedLines: number): string => {
    const diagram = timeline.diagram === undefined ? '' : `\`\`\`mermaid\n${timeline.diagram}\n\`\`\`\n`;
    const leftOut = leftOutLines([
      { omitted: cases.omitted, what: 'failed tests' },
      { omitted: folds.omitted, what: 'failed jobs in the list of failed jobs' },
      { omitted: retries.omitted, what: 'retried jobs' },
      { omitted: table.omitted + tables.omitted, what: `of ${rowCount(content)} rows in the tables of jobs` },
      { omitted: tree.omitted, what: 'downstream pipelines in their list' },
      { omitted: timeline.omitted, what: 'of the shortest runs in the timeline' },
      { omitted: omittedLines, what: 'lines of job logs' },
      { omitted: unseen.omitted, what: 'more things that could not be read' },
    ]);
    return [
      head,
      section('Failed tests', cases.text),
      section('Failed jobs', failed),
      section('Failed statuses of other systems', statuses.join('')),
      section('Retried jobs', retries.lines.map((line) => `${line}\n`).join('')),
      section('Jobs', table.text),
      section('Downstream pipelines', tables.text === '' ? tree.text : `${tree.text}\n${tables.text}`),
      section('Timeline', diagram),
      section('What could not be read', unseen.lines.map((line) => `${line}\n`).join('')),
      section('Left out of this report', leftOut),
    ].join('');
  };

  const bytesWithoutLogs = byteLength(compose(folds.withLogs(0).text, 0));
  const { text, omittedLines } = folds.withLogs(maxBytes - bytesWithoutLogs - 1000);
  return compose(text, omittedLines);
}

function section(title: string, text: string): string {
  return text === '' ? '' : `\n### ${title}\n\n${text}`;
}

function leftOutLines(entries: readonly { readonly omitted: number; readonly what: string }[]): string {
  return entries
    .filter(({ omitted }) => omitted > 0)
    .map(({ omitted, what }) => `- ${omitted} ${what}\n`)
    .join('');
}

function rowCount({ snapshot }: SummaryContent): number {
  return snapshot === undefined ? 0 : listJobs(snapshot.root).length + listDownstream(snapshot.root).length;
}
