import * as z from 'zod/mini';

import type { Pipeline } from './pipeline.js';
import type { Project } from './project.js';

/** What a schema says about a body: the value, or which parts of it are missing or of another type. */
export type Reading<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'unfit'; readonly why: string };

/** At most this many places are named when a body does not fit; one is usually enough to see what it is. */
const namedPlaces = 5;

/**
 * A member that we can do without: absent, null and of an unexpected type are all the same. A new GitLab release that changes one of them
 * must not stop anybody from following a pipeline.
 */
function optional<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  const nullAsAbsent = z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value: T | null | undefined) => value ?? undefined),
  );
  return z.catch(nullAsAbsent, undefined);
}

const idSchema = z.int().check(z.positive());
const urlSchema = z.string().check(z.regex(/^https?:\/\/\S+$/));
const textSchema = z.string().check(z.minLength(1));

const pipelineSchema = z.object({
  id: idSchema,
  iid: optional(idSchema),
  project_id: idSchema,
  status: textSchema,
  ref: textSchema,
  sha: textSchema,
  web_url: urlSchema,
  source: optional(textSchema),
  name: optional(textSchema),
  created_at: optional(textSchema),
  updated_at: optional(textSchema),
  started_at: optional(textSchema),
  finished_at: optional(textSchema),
  duration: optional(z.number()),
  queued_duration: optional(z.number()),
  coverage: optional(z.union([textSchema, z.number()])),
  yaml_errors: optional(textSchema),
  detailed_status: optional(z.object({ group: optional(textSchema) })),
});

const projectSchema = z.object({
  id: idSchema,
  path_with_namespace: textSchema,
  web_url: urlSchema,
  default_branch: optional(textSchema),
  archived: optional(z.boolean()),
});

/** Reads a pipeline of any endpoint: complete, from a list, or just created. */
export function readPipeline(body: unknown): Reading<Pipeline> {
  return mapped(readWith(pipelineSchema, body), pipelineOf);
}

export function readPipelines(body: unknown): Reading<readonly Pipeline[]> {
  return mapped(readWith(z.array(pipelineSchema), body), (pipelines) => pipelines.map(pipelineOf));
}

export function readProject(body: unknown): Reading<Project> {
  return mapped(readWith(projectSchema, body), (project) => ({
    id: project.id,
    path: project.path_with_namespace,
    webUrl: project.web_url,
    defaultBranch: project.default_branch,
    archived: project.archived,
  }));
}

function pipelineOf(pipeline: z.infer<typeof pipelineSchema>): Pipeline {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    projectId: pipeline.project_id,
    status: pipeline.status,
    ref: pipeline.ref,
    sha: pipeline.sha,
    webUrl: pipeline.web_url,
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

function readWith<T>(schema: z.ZodMiniType<T>, body: unknown): Reading<T> {
  const result = schema.safeParse(body);
  if (result.success) return { kind: 'ok', value: result.data };
  const places = result.error.issues.map(({ path }) => path.map(String).join('.'));
  if (places.includes('')) return { kind: 'unfit', why: 'its JSON is of another kind' };
  const named = [...new Set(places)].slice(0, namedPlaces).join(', ');
  return { kind: 'unfit', why: `missing or of another type: ${named}` };
}

function mapped<S, T>(reading: Reading<S>, map: (value: S) => T): Reading<T> {
  return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}
