import type { PipelineNode } from '../follow/snapshot.js';
import { linesWithin } from './byte-budget.js';
import { formatSeconds } from './elapsed.js';
import { pathLabel } from './job-label.js';
import { jobTable, statusText, type Block } from './job-table.js';
import { failuresOf, listDownstream, type ListedDownstream } from './listed-job.js';
import { codeText, linkTo } from './markdown.js';

/** The trigger jobs and the pipelines they started, as a nested list; as many as fit into `maxBytes`. */
export function downstreamTree(root: PipelineNode, maxBytes: number): Block {
  const { lines, bytes, omitted } = linesWithin(listDownstream(root), { maxBytes, lineOf: treeLine });
  return { text: lines.map((line) => `${line}\n`).join(''), bytes, omitted };
}

/** A fold with the job table of each downstream pipeline; open where a job failed. As many rows as fit into `maxBytes`. */
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
