import * as z from 'zod/mini';

import type { CreatedPipeline, ReadPipeline } from './pipeline.js';
import {
  added,
  idSchema,
  mapped,
  measureSchema,
  optional,
  readWith,
  textSchema,
  urlSchema,
  type Reading,
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

/** GitLab tells the project since 13.10. */
const pipelineSchema = z.object({
  ...pipelineMembers,
  project_id: added(idSchema),
  web_url: added(urlSchema),
  status: textSchema,
  ref: textSchema,
  sha: textSchema,
});

/** A number is enough to know that there is a pipeline. */
const createdPipelineSchema = z.object({
  ...pipelineMembers,
  project_id: optional(idSchema),
  web_url: optional(urlSchema),
  status: optional(textSchema),
  ref: optional(textSchema),
  sha: optional(textSchema),
});

/** Reads a pipeline of any endpoint: complete, or from a list. */
export function readPipeline(body: unknown): Reading<ReadPipeline> {
  return mapped(readWith(pipelineSchema, body), pipelineOf);
}

/** Reads the answer to a request that starts a pipeline. */
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

export function readPipelines(body: unknown): Reading<readonly ReadPipeline[]> {
  return mapped(readWith(z.array(pipelineSchema), body), (pipelines) => pipelines.map(pipelineOf));
}

function pipelineOf(pipeline: z.infer<typeof pipelineSchema>): ReadPipeline {
  const { project_id: projectId, web_url: webUrl, status, ref, sha } = pipeline;
  return { ...detailsOf(pipeline), projectId, webUrl, status, ref, sha };
}

/** What both readings of a pipeline have in common. */
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
