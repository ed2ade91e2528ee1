import type { PipelineNode } from '../follow/snapshot.js';
import { linesWithin } from './byte-budget.js';
import { formatSeconds } from './elapsed.js';
import { codeText, linkTo, plainText, tableRow } from './markdown.js';
import { rowsByStage, type StageRow } from './stage-order.js';
import { hasEnded, markOf } from './status-mark.js';

/** A part of the report. */
export interface Block {
  /** Markdown, with a line end; empty when there is nothing to show. */
  readonly text: string;
  readonly bytes: number;
  /** How many entries found no room. */
  readonly omitted: number;
}

const head = [
  tableRow(['Stage', 'Job', 'Status', 'Duration', 'Queued', 'Attempt', 'Reason']),
  tableRow(['---', '---', '---', '---:', '---:', '---:', '---']),
];

/** The jobs and trigger jobs of one pipeline by stage, as many as fit into `maxBytes`. */
export function jobTable(node: PipelineNode, maxBytes: number): Block {
  const rows = rowsByStage(node).flatMap(({ rows }) =>
    rows.map((row, index) => ({ row, isFirst: index === 0 })),
  );
  const headBytes = 250;
  const fitted = linesWithin(rows, {
    maxBytes: maxBytes - headBytes,
    lineOf: ({ row, isFirst }) => tableRow([isFirst ? codeText(row.job.stage, 100) : '', ...cellsOf(row)]),
  });
  if (fitted.lines.length === 0) return { text: '', bytes: 0, omitted: fitted.omitted };
  return {
    text: `${[...head, ...fitted.lines].join('\n')}\n`,
    bytes: fitted.bytes + headBytes,
    omitted: fitted.omitted,
  };
}

/** A status with its symbol: `❌ failed`, `⚠️ failed (allowed)`. */
export function statusText(job: { readonly status: string; readonly allowFailure?: boolean }): string {
  const allowed = job.status === 'failed' && job.allowFailure === true ? ' (allowed)' : '';
  return `${markOf(job)} ${plainText(job.status, 60)}${allowed}`;
}

function cellsOf({ kind, job, attempt }: StageRow): readonly string[] {
  return [
    `${linkTo(codeText(job.name, 100), job.webUrl)}${kind === 'bridge' ? ' ↗' : ''}`,
    statusText(job),
    hasEnded(job.status) ? formatSeconds(job.durationSeconds) : '',
    formatSeconds(job.queuedSeconds),
    String(attempt),
    job.failureReason === undefined ? '' : codeText(job.failureReason, 100),
  ];
}
