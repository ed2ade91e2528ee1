import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine, quotedName, withoutTokens } from '../base/text.js';
import { projectLabel } from '../model/addresses.js';
import type { TokenEvent } from '../model/events.js';
import type { TriggerToken } from '../model/pipeline.js';
import type { Expiry, TokensRequest } from '../model/requests.js';
import { linesWithin } from './byte-budget.js';
import { bounded, jsonList } from './json-outputs.js';
import { codeText, plainText, tableRow } from './markdown.js';

/** The first line of a run: the operation and its target. */
export function tokensRequestLine({ order, project, connection }: TokensRequest): string {
  const where = `${projectLabel(project)} on ${connection.apiUrl.host}`;
  switch (order.operation) {
    case 'list':
      return `Listing the trigger tokens of ${where}`;
    case 'get':
      return `Reading trigger token ${order.triggerId} of ${where}`;
    case 'create':
      return `Creating the trigger token ${quotedName(order.description)} in ${where}`;
    case 'update':
      return `Renaming trigger token ${order.triggerId} of ${where} to ${quotedName(order.description)}`;
    case 'delete':
      return `Deleting trigger token ${order.triggerId} of ${where}`;
    case 'rotate': {
      const which = order.triggerId ?? quotedName(order.description ?? '');
      return `Rotating the trigger token ${which} of ${where}`;
    }
    default:
      return assertNever(order);
  }
}

/** The meaning of an expiry that was given as a date or a duration. */
export function expiryLine({ atMs, written }: Expiry): string | undefined {
  const time = new Date(atMs).toISOString().replace('.000', '');
  switch (written) {
    case 'date':
      return `expires_at is a date, which means its midnight in UTC: ${time}`;
    case 'span':
      return `expires_at is a span, and ends at ${time}`;
    case 'time':
      return undefined;
    default:
      return assertNever(written);
  }
}

/**
 * One token in a sentence:
 * `Trigger token 12 "deploys" (starts with 5f0c, owner ada, never used, does not expire)`.
 */
export function tokenLine(token: TriggerToken): string {
  const [start, owner, used, expiry] = cellsOf(token);
  return `Trigger token ${token.id} ${quotedName(token.description)} (starts with ${start}, owner ${owner}, ${used}, ${expiry})`;
}

/** One line per token, in aligned columns. */
export function tokenTableLines(tokens: readonly TriggerToken[]): readonly string[] {
  const rows = tokens.map((token) => [String(token.id), ...cellsOf(token), quotedName(token.description)]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  '),
  );
}

/** The title of a list. */
export function tokenTableTitle(
  tokens: readonly TriggerToken[],
  truncated: 'complete' | 'timed_out',
): string {
  const count = tokens.length === 1 ? '1 trigger token' : `${tokens.length} trigger tokens`;
  return truncated === 'complete' ? count : `The first ${count}; GitLab has more`;
}

/** Start, owner, last use and expiry, for display. */
export function cellsOf(token: TriggerToken): readonly [string, string, string, string] {
  const owner = token.owner === undefined ? 'unknown' : cleanLine(token.owner, 60);
  return [
    token.start === undefined ? '?' : cleanLine(token.start, 4),
    token.secret === undefined ? owner : `${owner} (you)`,
    token.lastUsed === undefined ? 'never used' : `last used ${timeText(token.lastUsed)}`,
    token.expiresAt === undefined ? 'does not expire' : `expires ${timeText(token.expiresAt)}`,
  ];
}

function timeText(time: string): string {
  return cleanLine(time, 40).replace(/\.\d+Z$/, 'Z');
}

/** A log line with its level. */
export interface EventLine {
  readonly level: 'info' | 'warning';
  readonly text: string;
}

/** The log line for an event. */
export function tokenEventLine(event: TokenEvent): EventLine {
  switch (event.kind) {
    case 'retrying':
      return spoken(
        `Temporary failure (${cleanLine(event.why)}); trying again in ${formatDuration(event.delayMs)}`,
      );
    case 'response_lost':
      return spoken(`The response was lost (${cleanLine(event.why)}); checking whether the token exists`);
    case 'found_again':
      return spoken(`It exists: ${tokenLine(event.token)}`);
    case 'created':
      return spoken(`Created: ${tokenLine(event.token)}`);
    case 'expiry_ignored':
      return warned(
        `This GitLab does not support the expiry of trigger tokens: token ${event.token.id} never expires, despite expires_at.`,
      );
    case 'reused':
      return spoken(`Continuing with the token of an interrupted run: ${tokenLine(event.token)}`);
    case 'proven':
      return spoken(`GitLab accepts token ${event.token.id} (verified without starting a pipeline)`);
    case 'owner_changed':
      return warned(
        `Token ${event.to.id} belongs to ${ownerOf(event.to)}, token ${event.from.id} to ${ownerOf(event.from)}: pipelines that are started with the new one run as ${ownerOf(event.to)}, with the rights of that user.`,
      );
    case 'stored':
      return spoken(
        `Stored token ${event.token.id} in ${event.where}${event.note === undefined ? '' : `. ${event.note}`}`,
      );
    case 'deleted':
      return spoken(
        `Deleted: ${tokenLine(event.token)}. It cannot be restored; the pipelines that it started stay and continue to run`,
      );
    case 'left':
      return warned(leftText(event.tokens));
    default:
      return assertNever(event);
  }
}

function leftText(tokens: readonly TriggerToken[]): string {
  const ids = tokens.map(({ id }) => id);
  const verb = ids.length === 1 ? 'still works' : 'still work';
  return `Token ${ids.join(', ')} ${verb}: delete it (operation: delete) once the new one is where it is used, or give save_to_file, store_command or github_secret, so that rotate can do both.`;
}

function ownerOf({ owner }: TriggerToken): string {
  return owner === undefined ? 'an unknown user' : cleanLine(owner, 60);
}

function spoken(text: string): EventLine {
  return { level: 'info', text };
}

function warned(text: string): EventLine {
  return { level: 'warning', text };
}

/** The outputs of the sub-action `tokens`. */
export const tokensOutputs = [
  {
    name: 'trigger_id',
    description: 'Id of the trigger token; for `create` and `rotate` of the new one. Not set by `list`.',
  },
  {
    name: 'token',
    description:
      'The whole new token, for `create` and `rotate` only; masked in the log. GitHub gives it to later steps of the same job and keeps it from other jobs.',
  },
  {
    name: 'old_trigger_id',
    description: 'Id of the token that `rotate` replaced, whether it was deleted or left.',
  },
  {
    name: 'triggers',
    description:
      'The trigger tokens that the operation was about as JSON, in the shape that docs/outputs.md describes: all of them for `list`, else one. Never a whole token.',
  },
] as const;

/** `token` is a secret and is set separately. */
export type TokensOutputs = Readonly<
  Partial<Record<Exclude<(typeof tokensOutputs)[number]['name'], 'token'>, string>>
>;

/** The outputs for one token. */
export function oneTokenOutputs(token: TriggerToken): TokensOutputs {
  return { trigger_id: String(token.id), ...tokenListOutputs([token]) };
}

/** The outputs for several tokens. */
export function tokenListOutputs(tokens: readonly TriggerToken[]): TokensOutputs {
  return { triggers: jsonList('triggers', tokens.map(tokenEntry)) };
}

/** `docs/outputs.md` describes the format. */
function tokenEntry(token: TriggerToken): object {
  return {
    id: token.id,
    description: bounded(withoutTokens(token.description)),
    token_start: token.start ?? null,
    owner: bounded(token.owner),
    own: token.secret !== undefined,
    created_at: bounded(token.createdAt),
    updated_at: bounded(token.updatedAt),
    last_used: bounded(token.lastUsed),
    expires_at: bounded(token.expiresAt),
  };
}

/** Far below what hosts show of a report; a token takes about 200 bytes. */
const maxBytes = 400_000;

const head = [
  tableRow(['Id', 'Description', 'Token', 'Owner', 'Last used', 'Expiry']),
  tableRow(['---:', '---', '---', '---', '---', '---']),
];

/** The report about the trigger tokens of a project: a heading and a table with as many tokens as fit. */
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
