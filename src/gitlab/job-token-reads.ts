import type { Reply } from './responses/reply.js';

type Headers = Readonly<Record<string, string>>;

/** The permission that a job token needs in the project that it reads, as GitLab's documentation names it. */
export type JobTokenPermission = 'READ_PIPELINES' | 'READ_JOBS';

/** Sends one read with the given headers. */
export type ReadOnce<T> = (headers: Headers) => Promise<Reply<T>>;

/**
 * Reads with a job token where GitLab accepts one. GitLab may refuse the token but allow an anonymous read (a
 * public project whose job token allowlist does not include ours). Then the read is repeated without the
 * token, and later reads of that kind omit it from the start. If both are refused, the result is the refusal
 * of the token, whose message says what is missing.
 * @see GitLab 19.3, `doc/ci/jobs/fine_grained_permissions.md`
 */
export function jobTokenReads(
  withJobToken: Headers | undefined,
  without: Headers,
): <T>(permission: JobTokenPermission, read: ReadOnce<T>) => Promise<Reply<T>> {
  const isPublic = new Set<JobTokenPermission>();
  return async (permission, read) => {
    if (withJobToken === undefined || isPublic.has(permission)) return read(without);
    const reply = await read(withJobToken);
    if (!isNo(reply)) return reply;
    const open = await read(without);
    if (isNo(open)) return reply;
    if (open.kind !== 'fault') isPublic.add(permission);
    return open;
  };
}

/**
 * Whether GitLab itself denies access. A 404 for a pipeline or a job is no denial: GitLab says that only to
 * those who have access to the project.
 */
function isNo(reply: Reply<unknown>): boolean {
  if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab') return false;
  const { status, texts } = reply.refusal;
  return status === 401 || status === 403 || (status === 404 && !texts.includes('404 Not found'));
}

/**
 * The route of the list of trigger jobs: `bridges` in all versions, `trigger_jobs` since 19.2, which
 * deprecates the other.
 */
export type TriggerJobRoute = 'bridges' | 'trigger_jobs';

const otherThan = { bridges: 'trigger_jobs', trigger_jobs: 'bridges' } as const;

/**
 * Reads by the old route, or by the new one if the server no longer has the old. Later reads try the route
 * that worked first. If the server has neither, its first response is the result.
 */
export function createTriggerJobReader<Call, T>(
  read: (route: TriggerJobRoute, call: Call, signal: AbortSignal) => Promise<Reply<T>>,
): (call: Call, signal: AbortSignal) => Promise<Reply<T>> {
  let known: TriggerJobRoute = 'bridges';
  return async (call, signal) => {
    const route = known;
    const reply = await read(route, call, signal);
    if (!isRouteMissing(reply)) return reply;
    const other = otherThan[route];
    const second = await read(other, call, signal);
    if (isRouteMissing(second)) return reply;
    if (second.kind === 'ok') known = other;
    return second;
  };
}

/**
 * Whether the server has no such route. GitLab words that differently from a pipeline that it does not show.
 * A 410 counts too.
 */
function isRouteMissing(reply: Reply<unknown>): boolean {
  if (reply.kind !== 'refused') return false;
  const { status, shape } = reply.refusal;
  return (
    (status === 404 && shape === 'error') || (status === 410 && (shape === 'error' || shape === 'message'))
  );
}
