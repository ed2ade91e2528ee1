import { createHash } from 'node:crypto';
import { emptyAnswer, forbiddenAnswer, jsonAnswer, messageAnswer, recordNotFoundAnswer } from '../answer.js';
import { viewerOf, type Call } from '../call.js';
import { timestamp } from '../entities/timestamp.js';
import { userEntity, type Entity } from '../entities/user-entity.js';
import { pageAnswer } from '../paging.js';
import { readTime, requiredTextProblems, scalarText } from '../parameter-checks.js';
import type { ProjectRecord, TriggerRecord } from '../records.js';
import type { SimulatedResponse } from '../wire.js';

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
  const expiresMs = readTime(parameters.expires_at);
  const limitMs = nowMs + longestLifetimeDays * dayMs;
  if (expiresMs !== undefined && expiresMs > limitMs) {
    const day = new Date(limitMs).toISOString().slice(0, 10);
    const errors = JSON.stringify({ expires_at: [`must be before ${day}`] });
    return messageAnswer(400, `400 Bad request - ${errors}`);
  }
  const id = instance.nextIds.trigger;
  instance.nextIds.trigger += 1;
  const digits = createHash('sha1').update(`trigger/${id}`).digest('hex');
  const trigger: TriggerRecord = {
    id,
    token: `glptt-${digits}`,
    owner,
    description: scalarText(parameters.description),
    createdMs: nowMs,
    updatedMs: nowMs,
    expiresMs,
  };
  project.triggers.push(trigger);
  return jsonAnswer(201, triggerEntity(call, trigger));
}

export function updateTrigger(call: Call, project: ProjectRecord): SimulatedResponse {
  return withTrigger(call, project, (trigger) => {
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
