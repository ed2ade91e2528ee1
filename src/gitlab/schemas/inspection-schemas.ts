import * as z from 'zod/mini';

import type {
  CommitStatus,
  ConfigLint,
  OwnToken,
  PullMirror,
  RepositoryRef,
  UnfitEntry,
} from '../../model/pipeline.js';
import {
  type Reading,
  idSchema,
  mapped,
  optional,
  readList,
  readWith,
  textSchema,
  urlSchema,
} from './schema-parts.js';

const versionSchema = z.object({ version: textSchema });

const ownTokenSchema = z.object({
  scopes: z.array(z.string()),
  active: optional(z.boolean()),
  granular: optional(z.boolean()),
  expires_at: optional(textSchema),
});

const commitSchema = optional(z.object({ id: textSchema }));

const refSchema = z.object({
  name: textSchema,
  commit: commitSchema,
  protected: optional(z.boolean()),
  can_push: optional(z.boolean()),
  developers_can_push: optional(z.boolean()),
  developers_can_merge: optional(z.boolean()),
});

const lintSchema = z.object({
  valid: z.boolean(),
  errors: optional(z.array(z.string())),
  warnings: optional(z.array(z.string())),
  merged_yaml: optional(z.string()),
});

/** Reads `GET /version`. */
export function readVersion(body: unknown): Reading<{ readonly version: string }> {
  return readWith(versionSchema, body);
}

/** Reads `GET /personal_access_tokens/self`. */
export function readOwnToken(body: unknown): Reading<OwnToken> {
  return mapped(readWith(ownTokenSchema, body), ({ scopes, active, granular, expires_at: expiresAt }) => ({
    scopes,
    active,
    granular,
    expiresAt,
  }));
}

/** Reads a branch or a tag. */
export function readRef(body: unknown): Reading<RepositoryRef> {
  return mapped(readWith(refSchema, body), (ref) => ({
    name: ref.name,
    sha: ref.commit?.id,
    isProtected: ref.protected,
    canPush: ref.can_push,
    developersCanPush: ref.developers_can_push,
    developersCanMerge: ref.developers_can_merge,
  }));
}

/** Reads the result of a check of a CI configuration, valid or not. */
export function readLint(body: unknown): Reading<ConfigLint> {
  return mapped(readWith(lintSchema, body), ({ valid, errors, warnings, merged_yaml: mergedYaml }) => ({
    valid,
    errors: errors ?? [],
    warnings: warnings ?? [],
    mergedYaml,
  }));
}

const commitStatusSchema = z.object({
  id: idSchema,
  name: textSchema,
  status: textSchema,
  allow_failure: optional(z.boolean()),
  pipeline_id: optional(idSchema),
  description: optional(textSchema),
  target_url: optional(urlSchema),
});

/** An unreadable entry does not affect the others. */
export function readCommitStatuses(body: unknown): Reading<readonly (CommitStatus | UnfitEntry)[]> {
  return readList(commitStatusSchema, body, (status) => ({
    id: status.id,
    name: status.name,
    status: status.status,
    allowFailure: status.allow_failure ?? false,
    pipelineId: status.pipeline_id,
    description: status.description,
    targetUrl: status.target_url,
  }));
}

const mergeBaseSchema = z.object({ id: textSchema });

const pullMirrorSchema = z.object({
  update_status: optional(z.string()),
  last_error: optional(z.string()),
  last_update_at: optional(z.string()),
});

/** Reads the common ancestor of two commits. */
export function readMergeBase(body: unknown): Reading<{ readonly sha: string }> {
  return mapped(readWith(mergeBaseSchema, body), ({ id }) => ({ sha: id }));
}

/** Reads the state of a pull mirror. Its error text may contain a password. */
export function readPullMirror(body: unknown): Reading<PullMirror> {
  return mapped(readWith(pullMirrorSchema, body), (mirror) => ({
    updateStatus: mirror.update_status,
    lastError: mirror.last_error,
    lastUpdateAt: mirror.last_update_at,
  }));
}
