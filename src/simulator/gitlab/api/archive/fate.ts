import { archiveOf, artifactsOf, expiryOf } from '../../engine/stored-archive.js';
import { isCompleted } from '../../engine/statuses.js';
import { hasRole } from '../../state/permissions.js';
import type { JobRecord, ProjectRecord } from '../../state/records.js';
import {
  emptyAnswer,
  forbiddenAnswer,
  jsonAnswer,
  messageAnswer,
  notFoundAnswer,
} from '../../wire/answer.js';
import { type Call, viewerOf } from '../../wire/call.js';
import { pageAnswer } from '../../wire/paging.js';
import { scalarText } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { jobEntity } from '../job-entity.js';

/** `POST …/jobs/:job_id/artifacts/keep`. @see https://docs.gitlab.com/api/job_artifacts/ */
export function keepArtifacts(call: Call, job: JobRecord): SimulatedResponse {
  if (artifactsOf(job, call.nowMs).length === 0) return notFoundAnswer();
  job.artifactsFate = 'kept';
  return jsonAnswer(200, jobEntity(call, job));
}

/** `DELETE …/jobs/:job_id/artifacts`: for maintainers; the log stays. */
export function deleteArtifacts(call: Call, job: JobRecord): SimulatedResponse {
  if (!isMaintainer(call, job)) return forbiddenAnswer();
  job.artifactsFate = 'deleted';
  return emptyAnswer(204);
}

/**
 * `DELETE /projects/:id/artifacts`, for maintainers; those of the newest pipeline of each ref that passed
 * stay.
 */
export function deleteAllArtifacts(call: Call, project: ProjectRecord): SimulatedResponse {
  const own = [...call.instance.pipelines.values()].filter((pipeline) => pipeline.project === project);
  const newest = new Map(
    own.filter(({ status }) => status === 'success').map((pipeline) => [pipeline.ref, pipeline]),
  );
  for (const pipeline of own) {
    if (newest.get(pipeline.ref) === pipeline) continue;
    for (const job of pipeline.jobs) if (isCompleted(job.status)) job.artifactsFate = 'deleted';
  }
  return messageAnswer(202, '202 Accepted');
}

/** `POST …/jobs/:job_id/erase`: log and artifacts, of a job that has ended. */
export function eraseJob(call: Call, job: JobRecord): SimulatedResponse {
  const viewer = viewerOf(call);
  if (viewer !== job.pipeline.user && !isMaintainer(call, job)) return forbiddenAnswer();
  if (job.erasedMs !== undefined || !isCompleted(job.status)) {
    return messageAnswer(403, '403 Forbidden - Job is not erasable!');
  }
  job.erasedMs = call.nowMs;
  return jsonAnswer(201, jobEntity(call, job));
}

function isMaintainer(call: Call, { pipeline }: JobRecord): boolean {
  const viewer = viewerOf(call);
  return viewer !== undefined && hasRole(pipeline.project, viewer, 'maintainer');
}

interface TreeEntry {
  readonly name: string;
  readonly path: string;
  readonly type: 'file' | 'directory';
  readonly size?: number;
}

/** `GET …/jobs/:job_id/artifacts/tree`: what is in the archive, below `path`. */
export function listArtifactTree(call: Call, job: JobRecord): SimulatedResponse {
  const archive = archiveOf(job, call.nowMs);
  if (archive === undefined || (expiryOf(job) ?? Infinity) <= call.nowMs) return notFoundAnswer();
  const { path, recursive } = call.parameters;
  const folder = scalarText(path).replace(/^\/+|\/+$/g, '');
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = Object.entries(archive.files).filter(([name]) => name.startsWith(prefix));
  if (folder !== '' && inside.length === 0) return notFoundAnswer();
  const isDeep = scalarText(recursive) === 'true';
  const entries = new Map<string, TreeEntry>();
  for (const [name, content] of inside) {
    for (const entry of entriesOf(name, Buffer.byteLength(content))) {
      const rest = entry.path.slice(prefix.length);
      if (entry.path.startsWith(prefix) && rest !== '' && (isDeep || !rest.includes('/'))) {
        entries.set(entry.path, entry);
      }
    }
  }
  const items = [...entries.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return pageAnswer(call, { items, entity: (entry) => entry, defaults: { recursive: String(isDeep) } });
}

/** A file, and the folders on the way to it. */
function entriesOf(path: string, size: number): readonly TreeEntry[] {
  const names = path.split('/');
  return names.map((name, index): TreeEntry => {
    const way = names.slice(0, index + 1).join('/');
    return index === names.length - 1
      ? { name, path: way, type: 'file', size }
      : { name, path: way, type: 'directory' };
  });
}
