import * as z from 'zod/mini';

import type { CreatedPipeline, ReadPipeline, UnfitEntry } from '../../model/pipeline.js';
import { hasNone, tooOld } from '../responses/oldest-release.js';
import {
  type Reading,
  added,
  idSchema,
  mapped,
  measureSchema,
  optional,
  readList,
  readWith,
  textSchema,
  urlSchema,
} from './schema-parts.js';

const pipelineMembers = {
  id: idSchema,
  iid: optional(idSchema),
  source: optional(textSchema),
  name: optional(textSchema),
  created_at: optional(textSchema),
  updated_at: optional(textSchema),
  started_at: optional(textSchema),
  finished_at: optional(textSchema),
  duration: optional(measureSchema),
  queued_duration: optional(measureSchema),
  coverage: optional(z.union([textSchema, measureSchema])),
  yaml_errors: optional(textSchema),
  detailed_status: optional(z.object({ group: optional(textSchema) })),
};

/** GitLab includes the project since 13.10. */
const pipelineSchema = z.object({
  ...pipelineMembers,
  project_id: added(idSchema),
  web_url: added(urlSchema),
  status: textSchema,
  ref: textSchema,
  sha: textSchema,
});

/** An ID is enough to know that there is a pipeline. */
const createdPipelineSchema = z.object({
  ...pipelineMembers,
  project_id: optional(idSchema),
  web_url: optional(urlSchema),
  status: optional(textSchema),
  ref: optional(textSchema),
  sha: optional(textSchema),
});

/**
 * Reads a pipeline from any endpoint, alone or in a list. GitLab omits the project before 13.10, and the URL
 * before 11.2.
 */
export function readPipeline(body: unknown): Reading<ReadPipeline> {
  const reading = readWith(pipelineSchema, body);
  if (reading.kind === 'ok' && isTooOld(body)) return tooOld('pipelines');
  return mapped(reading, pipelineOf);
}

function isTooOld(body: unknown): boolean {
  return hasNone(body, 'project_id', 'web_url');
}

/** Reads the response to a request that starts a pipeline. */
export function readCreatedPipeline(body: unknown): Reading<CreatedPipeline> {
  return mapped(readWith(createdPipelineSchema, body), (created) => ({
    ...detailsOf(created),
    projectId: created.project_id,
    status: created.status,
    ref: created.ref,
    sha: created.sha,
    webUrl: created.web_url,
  }));
}

/** An unreadable entry does not affect the others. */
export function readPipelines(body: unknown): Reading<readonly (ReadPipeline | UnfitEntry)[]> {
  const reading = readList(pipelineSchema, body, pipelineOf);
  const isOld = Array.isArray(body) && body.length > 0 && body.every(isTooOld);
  return reading.kind === 'ok' && isOld ? tooOld('pipelines') : reading;
}

function pipelineOf(pipeline: z.infer<typeof pipelineSchema>): ReadPipeline {
  const { project_id: projectId, web_url: webUrl, status, ref, sha } = pipeline;
  return { ...detailsOf(pipeline), projectId, webUrl, status, ref, sha };
}

/** What both ways to read a pipeline share. */
function detailsOf(
  pipeline: z.infer<typeof createdPipelineSchema>,
): Omit<CreatedPipeline, 'projectId' | 'webUrl' | 'status' | 'ref' | 'sha'> {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    source: pipeline.source,
    name: pipeline.name,
    createdAt: pipeline.created_at,
    updatedAt: pipeline.updated_at,
    startedAt: pipeline.started_at,
    finishedAt: pipeline.finished_at,
    durationSeconds: pipeline.duration,
    queuedSeconds: pipeline.queued_duration,
    coverage: pipeline.coverage === undefined ? undefined : String(pipeline.coverage),
    yamlErrors: pipeline.yaml_errors,
    statusGroup: pipeline.detailed_status?.group,
  };
}
