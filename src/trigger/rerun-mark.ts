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

/**
 * Whether a pipeline was started with these variables, beside those that tell of its caller. GitLab writes
 * the text of a `TRIGGER_PAYLOAD`, and so it shows what was sent, whatever the mark in it says.
 */
export function wasSentWith(variables: Readonly<Record<string, string>>, payloadText: string): boolean {
  const payload: unknown = JSON.parse(payloadText);
  const sent = isObject(payload) && isObject(payload.variables) ? payload.variables : {};
  return JSON.stringify(sortedEntries(ownOf(sent))) === JSON.stringify(sortedEntries(ownOf(variables)));
}

function ownOf(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const ofCaller = new Set(upstreamVariableNames.map(({ name }) => name));
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !ofCaller.has(name)));
}

/** Whether `other` is of a later attempt than `mine`, where their numbers tell. */
export function isLaterAttempt(other: RerunMark, mine: RerunMark): boolean {
  return isNumber(other.attempt) && isNumber(mine.attempt) && Number(other.attempt) > Number(mine.attempt);
}

function isNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}
