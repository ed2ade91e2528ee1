import { createHash } from 'node:crypto';

import type { Instance, ProjectRecord, TriggerRecord } from '../state/records.js';
import {
  type Step,
  emptyAnswer,
  forbiddenAnswer,
  go,
  jsonAnswer,
  messageAnswer,
  recordNotFoundAnswer,
  stop,
} from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { pageAnswer } from '../wire/paging.js';
import { readTime, requiredTextProblems, scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { type Entity, timestamp, userEntity } from './users.js';

const dayMs = 86_400_000;
/** The longest lifetime that GitLab allows a token by default. */
const longestLifetimeDays = 365;

/** `GET /projects/:id/triggers`. @see https://docs.gitlab.com/api/pipeline_triggers/ */
export function listTriggers(call: Call, project: ProjectRecord): SimulatedResponse {
  return pageAnswer(call, {
    items: project.triggers.filter((trigger) => !isExpired(trigger, call.nowMs)),
    entity: (trigger) => triggerEntity(call, trigger),
  });
}

export function showTrigger(call: Call, project: ProjectRecord): SimulatedResponse {
  return withTrigger(call, project, (trigger) => jsonAnswer(200, triggerEntity(call, trigger)));
}

/** Problems of the parameters of a new trigger. */
export function newTriggerProblems({ parameters }: Call): readonly string[] {
  const { expires_at: expiresAt } = parameters;
  const given = expiresAt !== undefined && expiresAt !== null && expiresAt !== '';
  return [
    ...requiredTextProblems(parameters, 'description', 'accepted'),
    ...(given && readTime(expiresAt) === undefined ? ['expires_at is invalid'] : []),
  ];
}

export function createTrigger(call: Call, project: ProjectRecord): SimulatedResponse {
  const owner = viewerOf(call);
  if (owner === undefined) return forbiddenAnswer();
  const { instance, nowMs, parameters } = call;
  const expiry = checkExpiry(call);
  if (expiry.kind === 'stop') return expiry.answer;
  const { mostTriggers = Infinity } = project.description;
  if (project.triggers.length >= mostTriggers) {
    return validationAnswer('base', `Maximum number of pipeline triggers (${mostTriggers}) exceeded`);
  }
  const id = instance.nextIds.trigger;
  instance.nextIds.trigger += 1;
  const trigger: TriggerRecord = {
    id,
    token: newTokenText(instance, id),
    owner,
    description: scalarText(parameters.description),
    createdMs: nowMs,
    updatedMs: nowMs,
    expiresMs: expiry.value,
  };
  project.triggers.push(trigger);
  return jsonAnswer(201, triggerEntity(call, trigger));
}

function newTokenText({ release }: Instance, id: number): string {
  const digest = createHash('sha1').update(`trigger/${id}`).digest();
  switch (release.newTriggers) {
    case 'bare_hexadecimal':
      return digest.toString('hex').slice(0, 30);
    case 'prefixed_hexadecimal':
      return `glptt-${digest.toString('hex')}`;
    case 'prefixed_friendly':
      return `glptt-${digest.toString('base64url').slice(0, 20)}`;
  }
}

/** The expiry that a new trigger gets; it has to lie before the day on which the longest lifetime ends. */
function checkExpiry({ instance, nowMs, parameters }: Call): Step<number | undefined> {
  if (instance.release.triggerExpiry === 'ignored') return go(undefined);
  const expiresMs = readTime(parameters.expires_at);
  const limit = new Date(nowMs + longestLifetimeDays * dayMs).toISOString().slice(0, 10);
  return expiresMs !== undefined && expiresMs >= Date.parse(limit)
    ? stop(validationAnswer('expires_at', `must be before ${limit}`))
    : go(expiresMs);
}

/** A validation error of the record, as JSON in the text of the message. */
function validationAnswer(attribute: string, text: string): SimulatedResponse {
  return messageAnswer(400, `400 Bad request - ${JSON.stringify({ [attribute]: [text] })}`);
}

/** Maintainers see and delete every trigger; only its owner can change its description. */
export function updateTrigger(call: Call, project: ProjectRecord): SimulatedResponse {
  return withTrigger(call, project, (trigger) => {
    if (viewerOf(call) !== trigger.owner) {
      return forbiddenAnswer('The current user is not authorized to update the pipeline trigger token');
    }
    const { description } = call.parameters;
    if (description !== undefined) trigger.description = scalarText(description);
    trigger.updatedMs = call.nowMs;
    return jsonAnswer(200, triggerEntity(call, trigger));
  });
}

export function deleteTrigger(call: Call, project: ProjectRecord): SimulatedResponse {
  return withTrigger(call, project, (trigger) => {
    const since = Date.parse(call.request.headers['if-unmodified-since'] ?? '');
    if (!Number.isNaN(since) && trigger.updatedMs > since) {
      return messageAnswer(412, '412 Precondition Failed');
    }
    project.triggers = project.triggers.filter((candidate) => candidate !== trigger);
    return emptyAnswer(204);
  });
}

function withTrigger(
  call: Call,
  project: ProjectRecord,
  handle: (trigger: TriggerRecord) => SimulatedResponse,
): SimulatedResponse {
  const id = Number(call.pathParameters.trigger_id);
  const trigger = project.triggers.find((candidate) => candidate.id === id);
  return trigger === undefined || isExpired(trigger, call.nowMs) ? recordNotFoundAnswer() : handle(trigger);
}

function isExpired({ expiresMs }: TriggerRecord, nowMs: number): boolean {
  return expiresMs !== undefined && expiresMs <= nowMs;
}

/** The full token is for the trigger's owner only; others see its first four characters after the prefix. */
function triggerEntity(call: Call, trigger: TriggerRecord): Entity {
  const newest = [...call.instance.pipelines.values()].findLast((pipeline) => pipeline.trigger === trigger);
  return {
    id: trigger.id,
    token:
      viewerOf(call) === trigger.owner ? trigger.token : trigger.token.replace(/^.*glptt-/, '').slice(0, 4),
    description: trigger.description,
    created_at: timestamp(trigger.createdMs),
    updated_at: timestamp(trigger.updatedMs),
    last_used: timestamp(newest?.createdMs),
    expires_at: timestamp(trigger.expiresMs),
    owner: userEntity(call.instance, trigger.owner),
  };
}

/** A trigger token as the simulation itself knows it, independent of the API. */
export interface TriggerTokenView {
  readonly id: number;
  readonly token: string;
  readonly description: string;
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly expiresMs: number | undefined;
}

export function triggerTokenView({
  id,
  token,
  description,
  owner,
  expiresMs,
}: TriggerRecord): TriggerTokenView {
  return { id, token, description, owner: owner.username, expiresMs };
}
