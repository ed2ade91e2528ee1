import type { GitLabClient } from '../gitlab/client.js';
import type { LogCall } from '../gitlab/log-stream.js';
import { failureOf } from '../gitlab/responses/explain.js';
import type { FailedReply } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';

/** The GitLab calls that logs need. */
export type TraceReader = Pick<GitLabClient, 'streamTrace'>;

/** How one read of a log ended. After a failure, the bytes received are valid. */
export type TraceEnd =
  | {
      readonly kind: 'complete';
      /** Only the start of the log proved it: a part of it would not be accepted. */
      readonly provenByStart?: true | undefined;
      /** The response did not say where it ends, so a second one must have the same length. */
      readonly endUntold?: true | undefined;
    }
  /** The sink stopped the read. */
  | { readonly kind: 'stopped' }
  | ({ readonly kind: 'failed' } & TraceFailure);

export interface TraceFailure {
  /** For display. */
  readonly why: string;
  /** `moment`: a retry may help; `log`: this log stays unavailable; `all`: so do the logs of all jobs. */
  readonly concerns: 'moment' | 'log' | 'all';
  /** A cache on the way answered; the next request should say that it wants no old response. */
  readonly fromCache?: true | undefined;
  /** The wait that the server asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Reads one log once, from the byte `fromByte`, until `sink` returns `stop`. Every failure is a value.
 * @throws the reason of `signal` when it aborts.
 */
export async function readTrace(
  gitlab: TraceReader,
  trace: {
    readonly call: LogCall;
    readonly sink: (bytes: Buffer) => 'more' | 'stop';
    readonly signal: AbortSignal;
  },
): Promise<TraceEnd> {
  const { call, sink, signal } = trace;
  const stop = new AbortController();
  const take = (bytes: Buffer): void => {
    if (!stop.signal.aborted && sink(bytes) === 'stop') stop.abort(new Error('enough of this log'));
  };
  try {
    const reply = await gitlab.streamTrace(call, take, AbortSignal.any([signal, stop.signal]));
    if (stop.signal.aborted) return { kind: 'stopped' };
    if (reply.kind !== 'ok') return { kind: 'failed', ...traceFailureOf(reply) };
    if (reply.hints.fromCache === true) return { kind: 'failed', ...fromCache };
    const { provenByStart } = reply.value;
    return { kind: 'complete', provenByStart, endUntold: reply.hints.endUntold };
  } catch (error) {
    signal.throwIfAborted();
    if (stop.signal.aborted) return { kind: 'stopped' };
    // Log errors never fail the step, even if the cause is a bug in this code.
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', why: `the log could not be read (${why})`, concerns: 'log' };
  }
}

/** What a cache sends may end where the log ended a while ago. */
const fromCache: TraceFailure = {
  why: 'a cache on the way answered, and the log may have grown since',
  concerns: 'moment',
  fromCache: true,
};

/** A lost connection looks like the end of such a response. */
export const untoldEnd: TraceFailure = {
  why: 'the response does not say where the log ends, and it may be cut off',
  concerns: 'moment',
};

/**
 * Why a log is unavailable, and for how long. GitLab returns no logs without a token, not even those of
 * public projects.
 */
function traceFailureOf(reply: FailedReply): TraceFailure {
  const { why, status, retryAfterMs } = failureOf(reply);
  if (isTransient(reply, 'log')) return { why, concerns: 'moment', retryAfterMs };
  if (status === 401) {
    return { why: `job logs need an access_token with the scope read_api. ${why}`, concerns: 'all' };
  }
  if (reply.kind === 'refused' && reply.refusal.oauthError?.startsWith('insufficient_') === true) {
    return { why: `job logs need the scope read_api. ${why}`, concerns: 'all' };
  }
  return { why, concerns: 'log' };
}
