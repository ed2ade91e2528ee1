import { bringPushes } from '../../engine/pushes.js';
import type { MirrorRecord, ProjectRecord } from '../../state/records.js';
import { emptyAnswer, jsonAnswer, messageAnswer } from '../../wire/answer.js';
import type { Call } from '../../wire/call.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { timestamp } from '../users.js';

/** Within this time after the last pull, GitLab only schedules the next one. */
const intervalMs = 300_000;
const defaultPullMs = 2000;

/** `GET /projects/:id/mirror/pull`. @see https://docs.gitlab.com/api/project_pull_mirroring/ */
export function showPullMirror({ nowMs }: Call, project: ProjectRecord): SimulatedResponse {
  const { mirror } = project;
  if (mirror === undefined) return messageAnswer(400, 'The project is not mirrored');
  const isOver = mirror.pullMs !== undefined && mirror.pullMs <= nowMs;
  if (isOver) mirror.lastUpdateMs = mirror.pullMs;
  const { lastError } = mirror.description;
  const hasFailed = lastError !== undefined && isOver;
  return jsonAnswer(200, {
    id: project.id,
    update_status: statusOf(mirror, nowMs),
    last_error: hasFailed ? lastError : null,
    last_update_at: mirror.lastUpdateMs === undefined ? null : timestamp(mirror.lastUpdateMs),
    url: 'https://*****:*****@github.example.com/octo/app.git',
    enabled: true,
  });
}

function statusOf({ pullMs, lastUpdateMs, description }: MirrorRecord, nowMs: number): string {
  if (pullMs !== undefined && pullMs > nowMs) return 'scheduled';
  if (pullMs === undefined) return lastUpdateMs === undefined ? 'none' : 'finished';
  return description.lastError === undefined ? 'finished' : 'failed';
}

/** `POST /projects/:id/mirror/pull`; the commits arrive when the pull has ended. */
export function startPullMirror({ instance, nowMs }: Call, project: ProjectRecord): SimulatedResponse {
  const { mirror } = project;
  if (mirror === undefined) return messageAnswer(400, 'The project is not mirrored');
  const { state, pullTakesMs = defaultPullMs, lastError } = mirror.description;
  if (state === 'paused') return messageAnswer(403, 'Mirroring for the project is on pause');
  const beginMs = Math.max(nowMs, (mirror.lastUpdateMs ?? -Infinity) + intervalMs);
  mirror.pullMs = beginMs + pullTakesMs;
  if (lastError === undefined) bringPushes(instance, project, mirror.pullMs);
  return emptyAnswer(200);
}
