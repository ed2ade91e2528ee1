import type { Reply } from './reply.js';

/** What the list of trigger jobs is called: `bridges` always was, `trigger_jobs` since 19.2, which deprecates the other name. */
export type TriggerJobRoute = 'bridges' | 'trigger_jobs';

const otherThan = { bridges: 'trigger_jobs', trigger_jobs: 'bridges' } as const;

/**
 * Reads by the old name, or by the new one where the server has lost the old; what has worked is asked for first from then on. If the server
 * knows neither, its first answer counts.
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

/** What GitLab says of a path that it has no route for, which is not what it says of a pipeline that it does not show; or that it is gone. */
function isRouteMissing(reply: Reply<unknown>): boolean {
  if (reply.kind !== 'refused') return false;
  const { status, shape } = reply.refusal;
  return (
    (status === 404 && shape === 'error') || (status === 410 && (shape === 'error' || shape === 'message'))
  );
}
