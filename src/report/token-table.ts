import type { TriggerToken } from '../gitlab/trigger-token.js';
import { linesWithin } from './byte-budget.js';
import { codeText, plainText, tableRow } from './markdown.js';
import { withoutTokens } from '../base/token-kind.js';
import { cellsOf } from './token-lines.js';

/** Far below what hosts show of a report; a token takes some 200 bytes. */
const maxBytes = 400_000;

const head = [
  tableRow(['Id', 'Description', 'Token', 'Owner', 'Last used', 'Expiry']),
  tableRow(['---:', '---', '---', '---', '---', '---']),
];

/** The report about the trigger tokens of a project: a heading and a table, as many tokens as find room. */
export function tokenTable(tokens: readonly TriggerToken[], project: string): string {
  const title = `### Trigger tokens of ${plainText(project)}`;
  if (tokens.length === 0) return `${title}\n\nThere are none.\n`;
  const { lines, omitted } = linesWithin(tokens, { maxBytes, lineOf: rowOf });
  const more = omitted === 0 ? [] : ['', `${omitted} more are in the output \`triggers\` and in the log.`];
  return [title, '', ...head, ...lines, ...more, ''].join('\n');
}

function rowOf(token: TriggerToken): string {
  const [start, owner, used, expiry] = cellsOf(token);
  return tableRow([
    String(token.id),
    codeText(withoutTokens(token.description), 100),
    `${codeText(start)}…`,
    plainText(owner),
    plainText(used),
    plainText(expiry),
  ]);
}
