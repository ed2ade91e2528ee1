import { formatDuration } from '../../base/duration.js';
import { listJobs } from '../../model/failures.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { PipelineNode } from '../../model/snapshot.js';
import type { TestCounts } from '../../model/test-report.js';
import { type ReportedOutcome, formatSeconds, outcomeIcon, phraseOf, shortSha } from '../labels.js';
import { codeText, linkTo, plainText } from '../markdown.js';
import { testsLine } from '../tests.js';
import { statusText } from './job-tables.js';

/** What the first lines of a report need. */
export interface SummaryHead {
  readonly outcome: ReportedOutcome;
  readonly pipeline: Pipeline;
  readonly elapsedMs: number;
  readonly root: PipelineNode | undefined;
  readonly tests: TestCounts | undefined;
}

/**
 * The title, and a few lines of overview: ref and commit, times, number of jobs by status, coverage and
 * tests. A few thousand bytes at most.
 */
export function summaryHead({ outcome, pipeline, elapsedMs, root, tests }: SummaryHead): string {
  const link = linkTo(`Pipeline ${pipeline.id}`, pipeline.webUrl);
  const name = pipeline.name === undefined ? '' : ` ${codeText(pipeline.name)}`;
  const title = `## ${outcomeIcon(outcome)} ${link}${name} ${phraseOf(outcome)} after ${formatDuration(elapsedMs)}`;
  const lines = [
    factsLine(pipeline),
    root === undefined ? '' : jobsLine(root),
    tests === undefined || tests.total === 0 ? '' : testsLine(tests),
    pipeline.yamlErrors === undefined ? '' : `GitLab says: ${codeText(pipeline.yamlErrors, 1000)}`,
  ];
  return [title, '', ...lines.filter((line) => line !== '').map((line) => `${line}  `), ''].join('\n');
}

function factsLine({ ref, sha, status, durationSeconds, queuedSeconds, coverage }: Pipeline): string {
  return [
    `${codeText(ref)} at ${codeText(shortSha(sha))}`,
    `status ${plainText(status, 60)}`,
    durationSeconds === undefined ? '' : `ran for ${formatSeconds(durationSeconds)}`,
    queuedSeconds === undefined ? '' : `queued for ${formatSeconds(queuedSeconds)}`,
    coverage === undefined ? '' : `coverage ${plainText(coverage, 20)} %`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function jobsLine(root: PipelineNode): string {
  const jobs = listJobs(root);
  const counts = new Map<string, number>();
  for (const { job } of jobs) {
    const text = statusText(job);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  // A server may return unknown statuses; there are fewer than twenty kinds.
  const parts = [...counts].slice(0, 20).map(([text, count]) => `${count} ${text}`);
  return `${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'}: ${parts.join(' · ')}`;
}
