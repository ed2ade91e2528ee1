import { logOf } from '../engine/job-steps.js';
import { cancelJob, isPlayable, isRetryable, playJob, retryJob } from '../engine/pipeline-actions.js';
import { availableStatuses } from '../engine/statuses.js';
import type { JobRecord, PipelineRecord, ProjectRecord } from '../state/records.js';
import { forbiddenAnswer, jsonAnswer, messageAnswer, textAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import { cursorAnswer } from '../wire/cursor-paging.js';
import { type UncountedItems, pageAnswer, uncountedPageAnswer, wholeNumber } from '../wire/paging.js';
import { type ParameterTree, type ParameterValue, isList, isTree } from '../wire/parameter-tree.js';
import { scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { bridgeEntity, jobEntity } from './job-entity.js';
import type { Entity } from './users.js';

/** Problems of the filters of lists of jobs. */
export function jobFilterProblems({ parameters }: Call): readonly string[] {
  const wrong = wantedStatuses(parameters.scope).some((status) => !availableStatuses.includes(status));
  return wrong ? ['scope does not have a valid value'] : [];
}

/** Problems of the span of a trace, where the release reads them. */
export function traceProblems({ parameters, instance }: Call): readonly string[] {
  if (instance.release.traceOffsets === 'ignored') return [];
  return [...boundProblems(parameters, 'byte_offset', 0), ...boundProblems(parameters, 'byte_limit', 1)];
}

function boundProblems(parameters: ParameterTree, name: string, least: number): readonly string[] {
  const given = wholeNumber(parameters[name], least);
  if (given === undefined) return [`${name} is invalid`];
  return given < least ? [`${name} does not have a valid value`] : [];
}

/**
 * `GET …/pipelines/:pipeline_id/jobs`: without bridges, newest first, without earlier attempts unless
 * requested; before 13.5 all of them, oldest first.
 */
export function listPipelineJobs(call: Call, pipeline: PipelineRecord): SimulatedResponse {
  const isOld = call.instance.release.jobLists === 'all_oldest_first';
  const withRetried = isOld || scalarText(call.parameters.include_retried) === 'true';
  const jobs = pipeline.jobs.filter((job) => job.owner.kind === 'job' && (withRetried || !job.retried));
  const items = newestFirst(call, jobs);
  return pageAnswer(call, {
    items: isOld ? items.toReversed() : items,
    entity: (job) => jobEntity(call, job),
    defaults: { include_retried: 'false' },
  });
}

/** `GET …/pipelines/:pipeline_id/bridges`, and `…/trigger_jobs`. */
export function listBridges(call: Call, pipeline: PipelineRecord): SimulatedResponse {
  const bridges = pipeline.jobs.filter((job) => job.owner.kind === 'bridge' && !job.retried);
  return pageAnswer(call, {
    items: newestFirst(call, bridges),
    entity: (bridge) => bridgeEntity(call, bridge),
  });
}

/** `GET /projects/:id/jobs`: never counts, and supports cursors. */
export function listProjectJobs(call: Call, project: ProjectRecord): SimulatedResponse {
  const { release, jobs } = call.instance;
  const ref = release.jobRefFilter === 'supported' ? scalarText(call.parameters.ref) : '';
  const wanted = wantedStatuses(call.parameters.scope);
  const isListed = ({ owner, pipeline, status }: JobRecord): boolean =>
    owner.kind === 'job' &&
    pipeline.project === project &&
    (ref === '' || pipeline.ref.name === ref) &&
    (wanted.length === 0 || wanted.includes(status));
  const listed: UncountedItems<JobRecord> = (most, beforeId) =>
    firstOf(jobs.newestFirst(beforeId), most, isListed);
  const entity = (job: JobRecord): Entity => jobEntity(call, job);
  return release.jobCursors === 'supported' && scalarText(call.parameters.pagination) === 'keyset'
    ? cursorAnswer(call, { items: listed, entity })
    : uncountedPageAnswer(call, { items: listed, entity });
}

/** The first `most` that fit; no more are looked at than that takes. */
function firstOf<T>(all: Iterable<T>, most: number, fits: (each: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const each of all) {
    if (found.length >= most) break;
    if (fits(each)) found.push(each);
  }
  return found;
}

function newestFirst({ parameters }: Call, jobs: readonly JobRecord[]): readonly JobRecord[] {
  const wanted = wantedStatuses(parameters.scope);
  return jobs
    .filter((job) => wanted.length === 0 || wanted.includes(job.status))
    .sort((one, other) => other.id - one.id);
}

function wantedStatuses(scope: ParameterValue | undefined): readonly string[] {
  if (scope === undefined || scope === null) return [];
  if (isList(scope)) return scope.map(scalarText);
  return isTree(scope) ? Object.values(scope).map(scalarText) : [scalarText(scope)];
}

/** `GET /projects/:id/jobs/:job_id`. */
export function showJob(call: Call, job: JobRecord): SimulatedResponse {
  return jsonAnswer(200, jobEntity(call, job));
}

/** `GET …/trace`: the whole log, or the part from `byte_offset` if the release supports that. */
export function showTrace({ instance, parameters, nowMs }: Call, job: JobRecord): SimulatedResponse {
  const whole = Buffer.from(logOf(job, nowMs));
  const from = Math.max(0, wholeNumber(parameters.byte_offset, 0) ?? 0);
  const limit = Math.max(0, wholeNumber(parameters.byte_limit, whole.length) ?? whole.length);
  const part = instance.release.traceOffsets === 'supported' ? whole.subarray(from, from + limit) : whole;
  return textAnswer(200, part, { 'content-disposition': `infile; filename="${job.id}.log"` });
}

/** `POST …/play`. */
export function playJobByUser(call: Call, job: JobRecord): SimulatedResponse {
  if (!isPlayable(job)) return messageAnswer(400, '400 Bad request - Unplayable Job');
  playJob(call.instance, job, call.nowMs);
  return jsonAnswer(200, jobEntity(call, job));
}

/** `POST …/retry`: answers with the new attempt. */
export function retryJobByUser(call: Call, job: JobRecord): SimulatedResponse {
  if (!isRetryable(job)) return forbiddenAnswer('Job is not retryable');
  const next = retryJob(call.instance, job, call.nowMs);
  return jsonAnswer(201, next.owner.kind === 'job' ? jobEntity(call, next) : bridgeEntity(call, next));
}

/** `POST …/cancel`. */
export function cancelJobByUser(call: Call, job: JobRecord): SimulatedResponse {
  cancelJob(call.instance, job, call.nowMs);
  return jsonAnswer(201, jobEntity(call, job));
}
