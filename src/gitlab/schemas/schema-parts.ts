import * as z from 'zod/mini';

import { type Bridge, type Job, type UnfitEntry, isUnfit } from '../../model/pipeline.js';

/** The result of a schema for a body: the value, or which parts are missing or of another type. */
export type Reading<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | {
      readonly kind: 'unfit';
      readonly why: string;
      /** The body comes from a GitLab release that is older than we support. */
      readonly tooOld?: true;
    };

/** Maximum number of mismatches named for a body; one usually shows what the body is. */
const namedPlaces = 5;

/**
 * An optional member: absent, null and an unexpected type are the same. A GitLab release that changes such a
 * member must not break following.
 */
export function optional<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  const nullAsAbsent = z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value: T | null | undefined) => value ?? undefined),
  );
  return z.catch(nullAsAbsent, undefined);
}

/** A member that old releases omit: absent and null are the same; an unexpected type is an error. */
export function added<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  return z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value: T | null | undefined) => value ?? undefined),
  );
}

export const idSchema = z.int().check(z.positive());
export const urlSchema = z.string().check(z.regex(/^https?:\/\/\S+$/));
export const textSchema = z.string().check(z.minLength(1));
const idEntrySchema = z.object({ id: idSchema });
const knownSchema = z.object({ id: idSchema, status: textSchema });
/**
 * Seconds (thirty years), test cases or percent. A number beyond these bounds measures nothing and would
 * spoil calculations.
 */
export const measureSchema = z.number().check(z.gte(-1e9), z.lte(1e9));

/**
 * Reads a body by a schema; `why` names the members that are missing or of another type, never their values.
 */
export function readWith<T>(schema: z.ZodMiniType<T>, body: unknown): Reading<T> {
  const result = schema.safeParse(body);
  if (result.success) return { kind: 'ok', value: result.data };
  return { kind: 'unfit', why: whyOf(result.error.issues.map(({ path }) => path)) };
}

/**
 * Reads a list entry by entry. An entry that does not fit does not affect the others and is reported. A list
 * without any entry that has an ID and a status is unreadable.
 */
export function readList<S, T extends object>(
  schema: z.ZodMiniType<S & object>,
  body: unknown,
  map: (value: S) => T,
): Reading<readonly (T | UnfitEntry)[]> {
  const reading = readEntries(schema, body, (entry) => knownSchema.safeParse(entry).success);
  return mapped(reading, (entries) => entries.map((entry) => (isUnfit(entry) ? entry : map(entry))));
}

/**
 * The same, with entries as sent. If no entry fits, `isKnown` decides whether an entry shows that this is the
 * right kind of list.
 */
export function readEntries<T extends object>(
  schema: z.ZodMiniType<T>,
  body: unknown,
  isKnown: (entry: unknown) => boolean = () => false,
): Reading<readonly (T | UnfitEntry)[]> {
  if (!Array.isArray(body)) return { kind: 'unfit', why: whyOf([[]]) };
  const paths: PropertyKey[][] = [];
  let isList = body.length === 0;
  const entries = body.map((entry: unknown, index): T | UnfitEntry => {
    const result = schema.safeParse(entry);
    isList ||= result.success || isKnown(entry);
    if (result.success) return result.data;
    const places = result.error.issues.map(({ path }) => [index, ...path]);
    paths.push(...places);
    const known = idEntrySchema.safeParse(entry);
    return { unfit: whyOf(places), id: known.success ? known.data.id : undefined };
  });
  return isList ? { kind: 'ok', value: entries } : { kind: 'unfit', why: whyOf(paths) };
}

function whyOf(paths: readonly (readonly PropertyKey[])[]): string {
  const places = paths.map((path) => path.map(String).join('.'));
  if (places.includes('')) return 'its JSON is of another kind';
  const named = [...new Set(places)].slice(0, namedPlaces).join(', ');
  return `missing or of another type: ${named}`;
}

/** Converts the value of a successful reading. */
export function mapped<S, T>(reading: Reading<S>, map: (value: S) => T): Reading<T> {
  return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}

/**
 * Part of a pipeline is enough to go on: these three members are all that a downstream pipeline must have.
 */
const downstreamSchema = z.object({
  id: idSchema,
  project_id: idSchema,
  status: textSchema,
  web_url: optional(urlSchema),
});

const statusSchema = z.object({ status: textSchema });

/**
 * Reads what a trigger job says about the pipeline that it started. An unreadable one never counts as absent;
 * at best its status is known.
 */
export function readDownstream(
  details: unknown,
  job: Pick<Job, 'webUrl'>,
): Pick<Bridge, 'downstream' | 'unreadDownstream'> {
  if (details === undefined || details === null) return {};
  const reading = readWith(downstreamSchema, details);
  if (reading.kind === 'unfit') {
    const status = readWith(statusSchema, details);
    return { unreadDownstream: { status: status.kind === 'ok' ? status.value.status : undefined } };
  }
  // The page of the trigger job links to its pipeline.
  const { id: pipelineId, project_id: projectId, status, web_url: webUrl = job.webUrl } = reading.value;
  return { downstream: { projectId, pipelineId, status, webUrl } };
}

/**
 * GitLab allows 255 characters in a name. Much longer text is no name, and a list has thousands of entries.
 */
const mostCharacters = 1000;
const cutMark = '…';

/**
 * A name, a status or a URL of a list, truncated to a thousand characters. A truncated text is copied,
 * because a substring keeps the whole string in memory.
 */
export function shortText(text: string): string {
  if (text.length <= mostCharacters) return text;
  const kept = text.slice(0, mostCharacters - cutMark.length).replace(/[\ud800-\udbff]$/, '');
  return Buffer.from(kept).toString() + cutMark;
}
