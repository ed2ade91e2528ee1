import { createHash } from 'node:crypto';

import { isObject } from '../base/is-object.js';
import { cleanLine } from '../base/text.js';
import { type RerunMark, projectLabel } from '../model/addresses.js';
import type { CallerContext } from '../model/caller-context.js';
import type { TriggerRequest } from '../model/requests.js';
import { upstreamVariableNames } from './upstream-variables.js';

/** 128 bits, as in the key of a mark: what has the same step is taken for the caller's own. */
const stepDigits = 32;
const askedDigits = 16;

/**
 * By what later attempts of a step know the pipeline that this one starts; `undefined` where nobody asks, or
 * where the host does not tell attempts apart. The attempt is no part of `step`, so that the same text stands
 * in the marks of all of them. `request` is as it was read, before the caller's own variables are among its
 * variables, which differ from attempt to attempt.
 */
export function rerunMarkOf({
  request,
  caller,
}: {
  readonly request: TriggerRequest;
  readonly caller: CallerContext;
}): RerunMark | undefined {
  const { attempt } = caller;
  if (request.rerun === undefined || attempt === undefined) return undefined;
  const { project, ref, variables, pipelineInputs } = request;
  const { ci, repository, workflow, job } = caller;
  const identity = [
    ...[ci, repository, workflow, job, attempt.run].map((part) => part ?? null),
    [...attempt.step],
    request.rerun.key ?? null,
    projectLabel(project),
    ref,
  ];
  return {
    step: digestOf(identity, stepDigits),
    attempt: cleanLine(attempt.id, 100),
    asked: digestOf([sortedEntries(variables), sortedEntries(pipelineInputs)], askedDigits),
  };
}

function digestOf(value: unknown, digits: number): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, digits);
}

function sortedEntries(record: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.keys(record)
    .sort()
    .map((name) => [name, record[name]]);
}

/** What a pipeline was asked for. */
export type AskedFor = Pick<TriggerRequest, 'ref' | 'variables' | 'pipelineInputs'>;

/**
 * Whether a pipeline was started on this ref, with these inputs and these variables, beside those that tell
 * of its caller. GitLab writes the text of a `TRIGGER_PAYLOAD`, and so it shows what was sent, whatever the
 * mark in it says.
 */
export function wasSentWith({ ref, variables, pipelineInputs }: AskedFor, payloadText: string): boolean {
  const payload: unknown = JSON.parse(payloadText);
  if (!isObject(payload) || payload.ref !== ref) return false;
  const sent = withoutCaller(recordOf(payload.variables), variables);
  return isAlike(sent, variables) && isAlike(recordOf(payload.inputs), pipelineInputs);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isAlike(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(sortedEntries(one)) === JSON.stringify(sortedEntries(other));
}

/** A variable that the user gives counts, whatever its name is. */
function withoutCaller(
  sent: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const ofCaller = new Set(upstreamVariableNames.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => !ofCaller.has(name) || Object.hasOwn(given, name)),
  );
}

/** Whether `other` is of a later attempt than `mine`, where their numbers tell. */
export function isLaterAttempt(other: RerunMark, mine: RerunMark): boolean {
  return isNumber(other.attempt) && isNumber(mine.attempt) && Number(other.attempt) > Number(mine.attempt);
}

/** Whether there can be no attempt between the two; of marks that do not count attempts, nobody knows. */
export function isNextAttempt(before: RerunMark, mine: RerunMark): boolean {
  const [one, other] = [before.attempt.split('.'), mine.attempt.split('.')];
  const [last = '', next = ''] = [one.at(-1), other.at(-1)];
  const isSameStart = one.slice(0, -1).join('.') === other.slice(0, -1).join('.');
  return isSameStart && isNumber(last) && isNumber(next) && Number(next) - Number(last) === 1;
}

function isNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}
