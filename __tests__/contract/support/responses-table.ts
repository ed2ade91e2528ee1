import { readRefusal } from '../../../src/gitlab/read-refusal.js';
import type { StartContext } from '../../../src/trigger/start-context.js';
import { refusedStart } from '../../../src/trigger/explain-start.js';
import { outcomeTable, type OutcomeRow } from '../../support/outcome-table.js';

/** The table of docs/responses.md as the code has it: a row for each refusal, with what its message says to do first. */
export function responsesTable(): string {
  const head = ['| Status | What happened | Body | Code | What to do |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...outcomeTable.map(rowOf)].join('\n');
}

function rowOf(row: OutcomeRow): string {
  const via = row.via ?? 'trigger_token';
  const context: StartContext = {
    via,
    project: 'group/app',
    ref: 'main',
    gitlabUrl: 'https://gitlab.example.com',
  };
  const refusal = readRefusal({
    status: row.status,
    headers: { 'content-type': row.contentType ?? 'application/json', ...row.headers },
    body: Buffer.from(row.body),
    hints: {},
  });
  const { code, parts } = refusedStart(refusal, context);
  const [cure = ''] = (parts.cure ?? '').split('\n');
  const body = row.body.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const shown = body.length > 120 ? `${body.slice(0, 119)}…` : body;
  const words = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('|', '\\|');
  const cells = [
    String(row.status),
    words(row.name),
    shown === '' ? '' : `\`\` ${shown} \`\``,
    `[\`${code}\`](troubleshooting.md#${code})`,
    words(cure),
  ];
  return `| ${cells.join(' | ')} |`;
}
