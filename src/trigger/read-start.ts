import { type AppError } from '../base/app-error.js';
import { assertNever } from '../base/assert-never.js';
import { describeReply, errorOf } from '../gitlab/describe-reply.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Refusal, Reply } from '../gitlab/reply.js';
import { refusedStart } from './explain-start.js';
import type { StartContext } from './start-context.js';

/**
 * What an answer to the request that starts a pipeline means. `not_done`: nothing was started, and the same request may succeed later.
 * `minute_full`: GitLab's limit of pipelines a minute. `ambiguous`: a pipeline may exist, or may yet come to exist until `settledAfterMs` after the
 * request was sent.
 */
export type StartReading =
  | { readonly kind: 'started'; readonly pipeline: Pipeline }
  | { readonly kind: 'refused'; readonly error: AppError }
  | {
      readonly kind: 'not_done' | 'minute_full';
      readonly error: AppError;
      readonly why: string;
      readonly retryAfterMs: number | undefined;
    }
  | {
      readonly kind: 'ambiguous';
      readonly error: AppError;
      readonly why: string;
      readonly settledAfterMs: number;
    };

/** GitLab gives a request up after 60 s; what has not come to exist some seconds later never will. */
const workGivenUpMs = 75_000;
/** GitLab itself has answered, so its work is over; only replicas may lag. */
const workOverMs = 10_000;

/** Reads the answer to a request that starts a pipeline; pure, and the only place that decides whether it may be repeated. */
export function readStart(reply: Reply<Pipeline>, context: StartContext): StartReading {
  if (reply.kind === 'ok') return { kind: 'started', pipeline: reply.value };
  const { why } = describeReply(reply);
  const error = errorOf(reply, { what: cannotStart(context) });
  switch (reply.kind) {
    case 'fault':
      if (reply.fault.reached === 'maybe')
        return { kind: 'ambiguous', error, why, settledAfterMs: workGivenUpMs };
      // A wrong password is not tried again: proxies lock accounts for that.
      return why.includes('answered 407')
        ? { kind: 'refused', error }
        : { kind: 'not_done', error, why, retryAfterMs: undefined };
    case 'unreadable':
      return { kind: 'ambiguous', error, why, settledAfterMs: workGivenUpMs };
    case 'refused':
      return readRefusal(reply, { context, error, why });
    default:
      return assertNever(reply);
  }
}

function readRefusal(
  { refusal }: Extract<FailedReply, { readonly kind: 'refused' }>,
  read: { readonly context: StartContext; readonly error: AppError; readonly why: string },
): StartReading {
  const { context, error, why } = read;
  const { status, shape, hints } = refusal;
  const explained = refusedStart(refusal, context);
  const { retryAfterMs } = hints;
  if (status === 429) return { kind: 'not_done', error: explained, why, retryAfterMs };
  if (explained.code === 'maintenance' && status === 503) {
    return { kind: 'not_done', error: explained, why, retryAfterMs };
  }
  if (explained.code === 'pipeline_rate_limit') {
    return { kind: 'minute_full', error: explained, why, retryAfterMs };
  }
  if (status === 408 || status >= 500) {
    const isOver = status === 500 && shape === 'message';
    return { kind: 'ambiguous', error, why, settledAfterMs: isOver ? workOverMs : workGivenUpMs };
  }
  return { kind: 'refused', error: isPage(refusal) ? error : explained };
}

/** A page of something in front of GitLab: none of GitLab's refusals. */
function isPage({ shape }: Refusal): boolean {
  return shape === 'html';
}

function cannotStart({ project, ref, gitlabUrl }: StartContext): string {
  return `Cannot start a pipeline in ${project} at ${ref} on ${gitlabUrl}`;
}
