import type { Reply } from './reply.js';

type Headers = Readonly<Record<string, string>>;

/** What a job token needs in the project that it reads, in the words of GitLab's page about it. */
export type JobTokenPermission = 'READ_PIPELINES' | 'READ_JOBS';

/** Sends one read, with the headers that it is to go with. */
export type ReadOnce<T> = (headers: Headers) => Promise<Reply<T>>;

/**
 * Reads with a job token where GitLab takes one. What it refuses to the token it may still show everybody (a public project whose list of job tokens does not
 * name ours): then the read is repeated without, and the next ones of that kind go without from the start. A refusal that stays is the one of the token, whose
 * words say what is missing.
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

/** GitLab's own no to whoever asks. That a pipeline or a job is not there is none: it only says so to those who may see them. */
function isNo(reply: Reply<unknown>): boolean {
  if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab') return false;
  const { status, texts } = reply.refusal;
  return status === 401 || status === 403 || (status === 404 && !texts.includes('404 Not found'));
}
