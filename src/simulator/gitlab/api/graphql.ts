import { createHash } from 'node:crypto';

import { renewTag } from '../engine/touch-tags.js';
import { type ChangeTagMode, changeTagLifeMs, shownTag } from '../state/change-tags.js';
import type { Instance } from '../state/records.js';
import { type Step, emptyAnswer, go, htmlAnswer, jsonAnswer, stop } from '../wire/answer.js';
import { type Caller, identify } from '../wire/caller.js';
import { readParameters } from '../wire/parameters.js';
import type { SimulatedRequest, SimulatedResponse } from '../wire/wire.js';

interface Asked {
  readonly instance: Instance;
  readonly request: SimulatedRequest;
  readonly nowMs: number;
}

/**
 * `/api/graphql`, as far as pages poll it: the middleware that answers from Redis before any login, and
 * behind it a schema of one field. Includes every fault that a server or proxy can have here.
 * @see GitLab, `lib/gitlab/etag_caching/middleware.rb` and `router/graphql.rb`
 */
export function answerGraphql(asked: Asked): SimulatedResponse {
  const mode = asked.instance.changeTagMode;
  const barred = barredAnswer(mode);
  if (barred !== undefined) return barred;
  const { request } = asked;
  const { 'if-none-match': condition, ...unconditional } = request.headers;
  const isAbsent = mode === 'never_matches' || asked.instance.release.changeTags === 'absent';
  if (isAbsent) return withContentTag(request, run(asked));
  if (mode === 'answered_on_the_way' && condition !== undefined) return emptyAnswer(304, { etag: condition });
  const isStripped = mode === 'stripped' || mode === 'condition_stripped';
  const answer = tagged(isStripped ? { ...asked, request: { ...request, headers: unconditional } } : asked);
  return mode === 'stripped' ? withoutTag(answer) : answer;
}

function barredAnswer(mode: ChangeTagMode): SimulatedResponse | undefined {
  const status = Number(/^blocked_(\d+)$/.exec(mode)?.[1] ?? NaN);
  if (status === 502) return htmlAnswer(502, '<html><body>502 Bad Gateway</body></html>');
  if (status === 401) return jsonAnswer(401, { errors: [{ message: 'Invalid token' }] });
  if (!Number.isNaN(status)) return htmlAnswer(status, `<html><body>${status}</body></html>`);
  if (mode === 'page') return htmlAnswer(200, '<html><head><title>Sign in</title></head></html>');
  if (mode !== 'redirect') return undefined;
  return htmlAnswer(302, '<html><body>You are being redirected.</body></html>', {
    location: 'https://elsewhere.example.net/sign_in',
  });
}

/** The middleware. */
function tagged(asked: Asked): SimulatedResponse {
  const { instance, request, nowMs } = asked;
  const pipelineId = /^pipelines\/id\/(\d+)$/.exec(
    request.headers['x-gitlab-graphql-resource-etag'] ?? '',
  )?.[1];
  if (pipelineId === undefined) return withContentTag(request, run(asked));
  const etag = currentTag(instance, Number(pipelineId), nowMs);
  if (request.headers['if-none-match'] === etag) {
    const headers = { etag, 'x-gitlab-from-cache': 'true' };
    return instance.changeTagMode === 'polling_off' ? emptyAnswer(429, headers) : emptyAnswer(304, headers);
  }
  const answer = run(asked);
  return { ...answer, headers: { ...answer.headers, etag } };
}

function currentTag(instance: Instance, pipelineId: number, nowMs: number): string {
  if (instance.changeTagMode === 'stuck') return tagText(`stuck ${pipelineId}`);
  const newest = instance.changeTags.get(pipelineId);
  const known = newest && shownTag(newest, { lagMs: instance.changeTagLagMs, nowMs });
  const isAlive = known !== undefined && nowMs - known.touchedMs <= changeTagLifeMs;
  const serial =
    isAlive && instance.changeTagMode !== 'restless' ? known.serial : renewTag(instance, pipelineId, nowMs);
  return tagText(`${pipelineId} ${serial}`);
}

function tagText(seed: string): string {
  return `W/"${createHash('sha1').update(seed).digest('hex').slice(0, 32)}"`;
}

/** Rack gives a response without a tag one that depends on the content, and saves the body of a GET. */
function withContentTag(request: SimulatedRequest, answer: SimulatedResponse): SimulatedResponse {
  const etag = tagText(answer.body.toString('utf8'));
  const isSame = request.method === 'GET' && request.headers['if-none-match'] === etag;
  return isSame ? emptyAnswer(304, { etag }) : { ...answer, headers: { ...answer.headers, etag } };
}

/** An empty tag counts as none, and keeps the application server from adding its own. */
function withoutTag(answer: SimulatedResponse): SimulatedResponse {
  return { ...answer, headers: { ...answer.headers, etag: '' } };
}

/** The controller behind it: login, limits, and the only field that is known. */
function run(asked: Asked): SimulatedResponse {
  const read = readParameters(asked.request);
  if (read.kind === 'stop') return read.answer;
  const caller = callerOf(asked, read.value);
  if (caller.kind === 'stop') return caller.answer;
  const { query } = read.value;
  if (typeof query !== 'string') return errorsAnswer('Unexpected end of document');
  const fields = query.match(/[A-Za-z_]\w*/g) ?? [];
  const limit = caller.value.kind === 'anonymous' ? 200 : 250;
  if (fields.length > limit) {
    return errorsAnswer(`Query has complexity of ${fields.length}, which exceeds max complexity of ${limit}`);
  }
  const unknown = fields.find((field) => field !== '__typename' && field !== 'query');
  if (unknown !== undefined) return errorsAnswer(`Field '${unknown}' doesn't exist on type 'Query'`);
  return jsonAnswer(200, { data: { __typename: 'Query' } });
}

/** GraphQL refuses an invalid token in its own words, and does not accept job tokens. */
function callerOf(
  { instance, request, nowMs }: Asked,
  parameters: Parameters<typeof identify>[0]['parameters'],
): Step<Caller> {
  const rule = {
    scope: 'read_api',
    permission: 'read_pipelines',
    jobToken: 'ignored',
    anonymous: 'accepted',
  } as const;
  const caller = identify({ instance, request, parameters, nowMs }, rule);
  return caller.kind === 'stop'
    ? stop(jsonAnswer(401, { errors: [{ message: 'Invalid token' }] }))
    : go(caller.value);
}

function errorsAnswer(message: string): SimulatedResponse {
  return jsonAnswer(200, { errors: [{ message }] });
}
