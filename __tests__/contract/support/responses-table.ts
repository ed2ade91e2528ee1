import { readRefusal } from '../../../src/gitlab/responses/error-body.js';
import { releaseNames } from '../../../src/simulator/gitlab/state/release.js';
import { refusedStart } from '../../../src/trigger/read-response.js';
import type { StartContext } from '../../../src/trigger/start-context.js';
import { type OutcomeRow, outcomeTable, releasesOf } from '../../support/outcome-table.js';

/**
 * The table of docs/reference/responses.md as the code has it: a row for each refusal, with the releases that
 * give it and what its message says to do first.
 */
export function responsesTable(): string {
  const head = [
    '| Status | GitLab | What happened | Body | Code | What to do |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [...head, ...outcomeTable.map(rowOf)].join('\n');
}

/** The releases of a row in a few words; they are neighbors. */
function spanOf(row: OutcomeRow): string {
  const given = releasesOf(row);
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined) return 'others';
  const [isFromStart, isToEnd] = [first === releaseNames[0], last === releaseNames.at(-1)];
  if (isFromStart && isToEnd) return 'all';
  if (first === last) return first;
  return isFromStart ? `up to ${last}` : isToEnd ? `from ${first}` : `${first} to ${last}`;
}

function rowOf(row: OutcomeRow): string {
  const via = row.via ?? 'trigger_token';
  const context: StartContext = {
    via,
    project: { kind: 'path', path: 'group/app' },
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
  const [hint = ''] = (parts.hint ?? '').split('\n');
  const body = row.body.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const shown = body.length > 120 ? `${body.slice(0, 119)}…` : body;
  const words = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('|', '\\|');
  const cells = [
    String(row.status),
    spanOf(row),
    words(row.name),
    shown === '' ? '' : `\`\` ${shown} \`\``,
    `[\`${code}\`](../troubleshooting.md#${code})`,
    words(hint),
  ];
  return `| ${cells.join(' | ')} |`;
}
