import { jsonAnswer, messageAnswer, recordNotFoundAnswer, unauthorizedAnswer } from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { stateOf } from '../wire/caller.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { jobEntity } from './job-entity.js';
import { ownUserEntity, timestamp } from './users.js';

/** `GET /version`. */
export function showVersion({ instance }: Call): SimulatedResponse {
  return jsonAnswer(200, { version: instance.release.version, revision: '0a1b2c3d4e5' });
}

/** `GET /metadata`. @see https://docs.gitlab.com/api/metadata/ */
export function showMetadata({ instance }: Call): SimulatedResponse {
  return jsonAnswer(200, {
    version: instance.release.version,
    revision: '0a1b2c3d4e5',
    kas: { enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null },
    enterprise: true,
  });
}

/** `GET /user`. @see https://docs.gitlab.com/api/users/#get-the-current-user */
export function showOwnUser(call: Call): SimulatedResponse {
  const user = viewerOf(call);
  return user === undefined ? unauthorizedAnswer() : jsonAnswer(200, ownUserEntity(call.instance, user));
}

/**
 * `GET /job`: the job that asks, which is the newest running one of its project; people are none.
 * @see GitLab, `lib/api/ci/jobs.rb`
 */
export function showOwnJob(call: Call): SimulatedResponse {
  const { caller, instance } = call;
  if (caller.kind !== 'job') return messageAnswer(404, '404 Job Not Found');
  const job = [...instance.pipelines.values()]
    .filter(({ project }) => project.id === caller.token.description.projectId)
    .flatMap(({ jobs }) => jobs)
    .findLast(({ owner, status }) => owner.kind === 'job' && status === 'running');
  return job === undefined ? recordNotFoundAnswer() : jsonAnswer(200, jobEntity(call, job));
}

/** `GET /personal_access_tokens/self`: the token that asks. */
export function showOwnToken({ caller, nowMs }: Call): SimulatedResponse {
  if (caller.kind !== 'user') return unauthorizedAnswer();
  const { token } = caller;
  const { name, scopes, expiresAt, permissions } = token.description;
  return jsonAnswer(200, {
    id: token.id,
    name: name ?? 'simulated token',
    revoked: token.description.state === 'revoked',
    created_at: timestamp(token.createdMs),
    description: null,
    scopes,
    ...(permissions === undefined ? {} : { granular: true }),
    user_id: token.user.id,
    last_used_at: timestamp(nowMs),
    active: stateOf(token, nowMs) === 'active',
    expires_at: expiresAt?.slice(0, 10) ?? null,
  });
}
