import type { Reply } from './responses/reply.js';

type Headers = Readonly<Record<string, string>>;

/** What a job token needs in the project that it reads, in the words of GitLab's page about it. */
export type JobTokenPermission = 'READ_PIPELINES' | 'READ_JOBS';

/** Sends one read, with the headers that it is to go with. */
export type ReadOnce<T> = (headers: Headers) => Promise<Reply<T>>;

/**
 * Reads with a job token where GitLab takes one. What it refuses to the token it may still show everybody (a
 * public project whose list of job tokens does not name ours): then the read is repeated without, and the
 * next ones of that kind go without from the start. A refusal that stays is the one of the token, whose words
 * say what is missing.
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
 * GitLab's own no to whoever asks. That a pipeline or a job is not there is none: it only says so to those
 * who may see them.
 */
function isNo(reply: Reply<unknown>): boolean {
  if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab') return false;
  const { status, texts } = reply.refusal;
  return status === 401 || status === 403 || (status === 404 && !texts.includes('404 Not found'));
}

/**
 * What the list of trigger jobs is called: `bridges` always was, `trigger_jobs` since 19.2, which deprecates
 * the other name.
 */
export type TriggerJobRoute = 'bridges' | 'trigger_jobs';

const otherThan = { bridges: 'trigger_jobs', trigger_jobs: 'bridges' } as const;

/**
 * Reads by the old name, or by the new one where the server has lost the old; what has worked is asked for
 * first from then on. If the server knows neither, its first answer counts.
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
 * What GitLab says of a path that it has no route for, which is not what it says of a pipeline that it does
 * not show; or that it is gone.
 */
function isRouteMissing(reply: Reply<unknown>): boolean {
  if (reply.kind !== 'refused') return false;
  const { status, shape } = reply.refusal;
  return (
    (status === 404 && shape === 'error') || (status === 410 && (shape === 'error' || shape === 'message'))
  );
}
