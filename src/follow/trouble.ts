import { assertNever } from '../base/assert-never.js';
import { describeReply } from '../gitlab/describe-reply.js';
import type { FailedReply } from '../gitlab/failed-reply.js';

/** A failed look in the words of a log line. */
export interface Trouble {
  readonly why: string;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** What went wrong with a look. */
export function troubleOf(reply: FailedReply): Trouble {
  const { why } = describeReply(reply);
  switch (reply.kind) {
    case 'refused': {
      const { status, hints } = reply.refusal;
      return { why, status, retryAfterMs: hints.retryAfterMs };
    }
    case 'unreadable':
      return { why, status: reply.status, retryAfterMs: reply.hints.retryAfterMs };
    case 'fault':
      return { why };
    default:
      return assertNever(reply);
  }
}
