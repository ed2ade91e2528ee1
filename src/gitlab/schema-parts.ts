import * as z from 'zod/mini';

/** What a schema says about a body: the value, or which parts of it are missing or of another type. */
export type Reading<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'unfit'; readonly why: string };

/** At most this many places are named when a body does not fit; one is usually enough to see what it is. */
const namedPlaces = 5;

/**
 * A member that we can do without: absent, null and of an unexpected type are all the same. A new GitLab release that changes one of them
 * must not stop anybody from following a pipeline.
 */
export function optional<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  const nullAsAbsent = z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value: T | null | undefined) => value ?? undefined),
  );
  return z.catch(nullAsAbsent, undefined);
}

/** A member that old releases leave out: absent and null are the same, and another type is a fault. */
export function added<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  return z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value: T | null | undefined) => value ?? undefined),
  );
}

export const idSchema = z.int().check(z.positive());
export const urlSchema = z.string().check(z.regex(/^https?:\/\/\S+$/));
export const textSchema = z.string().check(z.minLength(1));
/** Seconds (thirty years of them), test cases or percent: a number beyond these bounds measures nothing, and would spoil what is reckoned with it. */
export const measureSchema = z.number().check(z.gte(-1e9), z.lte(1e9));

export function readWith<T>(schema: z.ZodMiniType<T>, body: unknown): Reading<T> {
  const result = schema.safeParse(body);
  if (result.success) return { kind: 'ok', value: result.data };
  const places = result.error.issues.map(({ path }) => path.map(String).join('.'));
  if (places.includes('')) return { kind: 'unfit', why: 'its JSON is of another kind' };
  const named = [...new Set(places)].slice(0, namedPlaces).join(', ');
  return { kind: 'unfit', why: `missing or of another type: ${named}` };
}

export function mapped<S, T>(reading: Reading<S>, map: (value: S) => T): Reading<T> {
  return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}
