import { type ListedDownstream, failuresOf, listDownstream } from '../../model/failures.js';
import { isTerminalStatus } from '../../model/pipeline.js';
import { type PipelineNode, type StageRow, rowsByStage } from '../../model/snapshot.js';
import { linesWithin } from '../byte-budget.js';
import { formatSeconds, pathLabel, statusIcon } from '../labels.js';
import { codeText, linkTo, plainText, tableRow } from '../markdown.js';

/** A part of the report. */
export interface Block {
  /** Markdown, with a line end; empty when there is nothing to show. */
  readonly text: string;
  readonly bytes: number;
  /** Number of entries that do not fit. */
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
  return `${statusIcon(job)} ${plainText(job.status, 60)}${allowed}`;
}

function cellsOf({ kind, job, attempt }: StageRow): readonly string[] {
  return [
    `${linkTo(codeText(job.name, 100), job.webUrl)}${kind === 'bridge' ? ' ↗' : ''}`,
    statusText(job),
    isTerminalStatus(job.status) ? formatSeconds(job.durationSeconds) : '',
    formatSeconds(job.queuedSeconds),
    String(attempt),
    job.failureReason === undefined ? '' : codeText(job.failureReason, 100),
  ];
}

/** The trigger jobs and the pipelines they started, as a nested list; as many as fit into `maxBytes`. */
export function downstreamTree(root: PipelineNode, maxBytes: number): Block {
  const { lines, bytes, omitted } = linesWithin(listDownstream(root), { maxBytes, lineOf: treeLine });
  return { text: lines.map((line) => `${line}\n`).join(''), bytes, omitted };
}

/**
 * A collapsible section with the job table of each downstream pipeline, open if a job failed. As many rows as
 * fit into `maxBytes`.
 */
export function downstreamTables(root: PipelineNode, maxBytes: number): Block {
  let left = maxBytes;
  let omitted = 0;
  const texts: string[] = [];
  for (const { path, node } of listDownstream(root)) {
    if (node === undefined || node.jobs.length + node.bridges.length === 0) continue;
    const open = failuresOf(node).failed.some(({ allowed }) => !allowed) ? ' open' : '';
    const summary = `${codeText(pathLabel(path), 200)} · ${countOf(node)}`;
    const headBytes = 1200;
    const table = jobTable(node, left - headBytes);
    omitted += table.omitted;
    if (table.text === '') continue;
    left -= table.bytes + headBytes;
    texts.push(`<details${open}>\n<summary>${summary}</summary>\n\n${table.text}\n</details>\n`);
  }
  return { text: texts.join('\n'), bytes: maxBytes - left, omitted };
}

function treeLine({ path, bridge, node }: ListedDownstream): string {
  const indent = '  '.repeat(path.length - 1);
  return `${indent}- ${linkTo(codeText(bridge.name, 100), bridge.webUrl)} → ${targetText(bridge, node)}`;
}

function targetText(bridge: ListedDownstream['bridge'], node: PipelineNode | undefined): string {
  const { downstream } = bridge;
  if (node !== undefined) {
    const { id, webUrl, durationSeconds } = node.pipeline;
    const link = linkTo(`pipeline ${id}`, webUrl);
    return [`${link} ${statusText(node.pipeline)}`, formatSeconds(durationSeconds), countOf(node)]
      .filter((part) => part !== '')
      .join(' · ');
  }
  if (downstream !== undefined) {
    const link = linkTo(`pipeline ${downstream.pipelineId}`, downstream.webUrl);
    return `${link} ${statusText(downstream)} · its jobs were not read`;
  }
  const reason = bridge.failureReason === undefined ? '' : ` · ${codeText(bridge.failureReason, 100)}`;
  return `no pipeline: ${statusText(bridge)}${reason}`;
}

function countOf({ jobs }: PipelineNode): string {
  return jobs.length === 1 ? '1 job' : `${jobs.length} jobs`;
}
