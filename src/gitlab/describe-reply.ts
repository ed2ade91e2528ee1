import { RefusedError, UnreachableError, type AppError } from '../base/app-error.js';

import { describeFault } from './describe-fault.js';
import { describeRefusal } from './describe-refusal.js';
import type { DescribedFailure } from './described-failure.js';
import type { FailedReply } from './failed-reply.js';
import { isTransient } from './is-transient.js';
import { tooOldCure } from './oldest-release.js';

export { describeFault, describeRefusal };

/** Says for people why a call did not give what was asked. */
export function describeReply(reply: FailedReply): DescribedFailure {
  switch (reply.kind) {
    case 'fault':
      return describeFault(reply.fault);
    case 'refused':
      return describeRefusal(reply.refusal);
    case 'unreadable':
      if (reply.tooOld === true) return { code: 'gitlab_too_old', why: reply.why, cure: tooOldCure };
      return {
        code: 'not_gitlab',
        why: `The server answered ${reply.status}, but ${reply.why}`,
        cure: 'Check gitlab_url. If a gateway or single sign-on stands in front of GitLab, let the API pass or set request_headers.',
      };
  }
}

/**
 * The error to throw for a call that failed for good; `what` names the operation and its target (`Reading pipeline 7 of group/app`).
 * Refused when GitLab would say the same again, unreachable for everything else.
 */
export function errorOf(reply: FailedReply, { what }: { readonly what: string }): AppError {
  const parts = { what, ...describeReply(reply), cause: reply.kind === 'fault' ? reply.fault : undefined };
  return isTransient(reply) ? new UnreachableError(parts) : new RefusedError(parts);
}
