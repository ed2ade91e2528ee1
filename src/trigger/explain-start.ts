import { RefusedError } from '../base/app-error.js';
import { describeRefusal } from '../gitlab/describe-refusal.js';
import type { Refusal } from '../gitlab/reply.js';
import { causeOf } from './refusal-causes.js';
import type { StartContext } from './start-context.js';

/** The error for a request to start a pipeline that GitLab refused: GitLab's words, and the cure for the cause they show. */
export function refusedStart(refusal: Refusal, context: StartContext): RefusedError {
  const general = describeRefusal(refusal);
  const known = refusal.speaker === 'gitlab' ? causeOf(refusal, context) : undefined;
  return new RefusedError({
    what: `Cannot start a pipeline in ${context.project} at ${context.ref} on ${context.gitlabUrl}`,
    code: known?.code ?? general.code,
    why: general.why,
    cure: known?.cure(context, refusal) ?? general.cure,
  });
}
