import { assertNever } from '../base/assert-never.js';
import { cleanLine } from '../base/foreign-text.js';
import type { Cancellation } from '../follow/cancellation.js';

/** The log line for what became of the wish to cancel one pipeline. */
export function cancelLine({ pipeline, result, meanwhile, why }: Cancellation): string {
  const name = `Pipeline ${pipeline.id}`;
  const url = cleanLine(pipeline.webUrl, 2000);
  switch (result) {
    case 'canceled':
      return `${name} is canceled`;
    case 'canceling':
      return `${name} is being canceled; its running jobs stop as soon as their runners hear of it`;
    case 'already_ended':
      return meanwhile === true
        ? `${name} ended as ${cleanLine(pipeline.status, 60)} after it was asked to stop`
        : `${name} had already ended as ${cleanLine(pipeline.status, 60)}`;
    case 'left_running':
      return `${name} is still running (${cleanLine(why ?? 'GitLab gave no reason')}); cancel it there: ${url}`;
    default:
      return assertNever(result);
  }
}

/** What the end of a step says of its pipeline, which is over or about to be; `wasOver`: it was known to have ended when the step was stopped. */
export function endWithStep({ pipeline, result, meanwhile }: Cancellation, wasOver: boolean): string {
  const name = `Pipeline ${pipeline.id}`;
  const status = cleanLine(pipeline.status, 60);
  if (wasOver) return `${name} had already ended (${status}).`;
  if (result !== 'already_ended') return `${name} was cancelled with it (${status}).`;
  return meanwhile === true
    ? `${name} ended after it was asked to stop (${status}).`
    : `${name} had already ended (${status}).`;
}
