import * as z from 'zod/mini';

import type { Comment, SecretVisibility } from './api.js';

/** The result of a schema for a body: the value, or which parts are missing or of another type. */
export type GitHubReading<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'unfit'; readonly why: string };

/** The public key that encrypts the secrets of one place. */
export interface SealingKey {
  readonly id: string;
  /** The 32 bytes in base64. */
  readonly key: string;
}

const idSchema = z.int().check(z.positive());
const textSchema = z.string().check(z.minLength(1));

const sealingKeySchema = z.object({
  key_id: textSchema,
  key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
});

const organizationSecretSchema = z.object({ visibility: z.enum(['all', 'private', 'selected']) });

const userSchema = z.object({ login: textSchema });

const viewerSchema = z.object({ data: z.object({ viewer: userSchema }) });

/** A comment without text, or whose author was deleted, is never ours. */
const commentSchema = z.object({
  id: idSchema,
  body: z.optional(z.nullable(z.string())),
  user: z.optional(z.nullable(userSchema)),
  html_url: z.optional(z.nullable(z.string())),
});

const pullRequestSchema = z.object({
  head: z.object({ sha: z.string().check(z.regex(/^[0-9a-f]{40,64}$/i)) }),
});

const repositoriesSchema = z.object({ repositories: z.array(z.object({ id: idSchema })) });

/** @see https://docs.github.com/en/rest/actions/secrets#get-a-repository-public-key */
export function readSealingKey(body: unknown): GitHubReading<SealingKey> {
  return mapped(readWith(sealingKeySchema, body), ({ key_id: id, key }) => ({ id, key }));
}

/** @see https://docs.github.com/en/rest/actions/secrets#get-an-organization-secret */
export function readVisibility(body: unknown): GitHubReading<SecretVisibility> {
  return mapped(readWith(organizationSecretSchema, body), ({ visibility }) => visibility);
}

/**
 * @see https://docs.github.com/en/rest/actions/secrets#list-selected-repositories-for-an-organization-secret
 */
export function readRepositoryIds(body: unknown): GitHubReading<readonly number[]> {
  return mapped(readWith(repositoriesSchema, body), ({ repositories }) => repositories.map(({ id }) => id));
}

/** @see https://docs.github.com/en/rest/users/users#get-the-authenticated-user */
export function readLogin(body: unknown): GitHubReading<string> {
  return mapped(readWith(userSchema, body), ({ login }) => login);
}

/** @see https://docs.github.com/en/graphql/reference/queries */
export function readViewer(body: unknown): GitHubReading<string> {
  return mapped(readWith(viewerSchema, body), ({ data: { viewer } }) => viewer.login);
}

/** @see https://docs.github.com/en/rest/issues/comments */
export function readComment(body: unknown): GitHubReading<Comment> {
  return mapped(readWith(commentSchema, body), commentOf);
}

/** Reads a page of comments; the body is unfit as a whole if one of them is. */
export function readComments(body: unknown): GitHubReading<readonly Comment[]> {
  return mapped(readWith(z.array(commentSchema), body), (comments) => comments.map(commentOf));
}

/**
 * The head commit of a pull request.
 * @see https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
 */
export function readHeadSha(body: unknown): GitHubReading<string> {
  return mapped(readWith(pullRequestSchema, body), ({ head }) => head.sha);
}

function commentOf({ id, body, user, html_url: url }: z.infer<typeof commentSchema>): Comment {
  return { id, body: body ?? '', author: user?.login ?? '', url: url ?? '' };
}

function readWith<T>(schema: z.ZodMiniType<T>, body: unknown): GitHubReading<T> {
  const result = schema.safeParse(body);
  if (result.success) return { kind: 'ok', value: result.data };
  const places = result.error.issues.map(({ path }) => path.map(String).join('.'));
  if (places.includes('')) return { kind: 'unfit', why: 'its JSON is of another kind' };
  return { kind: 'unfit', why: `missing or of another type: ${[...new Set(places)].slice(0, 5).join(', ')}` };
}

function mapped<S, T>(reading: GitHubReading<S>, map: (value: S) => T): GitHubReading<T> {
  return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}
