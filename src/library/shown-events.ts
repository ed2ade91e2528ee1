import { assertNever } from '../base/assert-never.js';
import type { FollowEvent } from '../model/events.js';
import type { Verdict } from '../model/verdict.js';

/**
 * The same events, with nothing secret in what they say in words: words of a server may repeat our secrets.
 * Names and addresses are GitLab's values.
 */
export async function* shownEvents(
  events: AsyncGenerator<FollowEvent, Verdict, undefined>,
  redact: (text: string) => string,
): AsyncGenerator<FollowEvent, Verdict, undefined> {
  try {
    for (;;) {
      const next = await events.next();
      if (next.done === true) return next.value;
      yield shownEvent(next.value, redact);
    }
  } finally {
    // Whoever leaves the loop stops the following, too; it has ended already otherwise.
    await events.return(undefined as never);
  }
}

function shownEvent(event: FollowEvent, redact: (text: string) => string): FollowEvent {
  switch (event.kind) {
    case 'partial_data':
      return { ...event, unreadablePart: redact(event.unreadablePart) };
    case 'poll_failed':
      return { ...event, why: redact(event.why) };
    case 'job_played':
      return event.refusal === undefined ? event : { ...event, refusal: redact(event.refusal) };
    case 'snapshot':
    case 'pipeline_changed':
    case 'job_changed':
    case 'heartbeat':
    case 'poll_recovered':
      return event;
    default:
      return assertNever(event);
  }
}
