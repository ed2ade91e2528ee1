import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/foreign-text.js';
import type { FollowEvent } from '../follow/follow-event.js';
import { formatElapsed } from './elapsed.js';

/** The log line for an event. */
export function lineOf(event: FollowEvent): string {
  return `${formatElapsed(event.elapsedMs)}  ${sentenceOf(event)}`;
}

function sentenceOf(event: FollowEvent): string {
  switch (event.kind) {
    case 'pipeline_changed': {
      const status = cleanLine(event.status, 60);
      return event.known
        ? `pipeline  ${status}`
        : `pipeline  ${status} (a status this version does not know; taken as still running)`;
    }
    case 'trouble_began':
      return `no news from GitLab (${event.why}); trying again for up to ${formatDuration(event.patienceMs)}`;
    case 'trouble_ended':
      return `GitLab answers again after ${formatDuration(event.lastedMs)}`;
    default:
      return assertNever(event);
  }
}
