import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/text.js';
import type { AwaitEvent } from '../model/events.js';
import type { Pipeline } from '../model/pipeline.js';
import { listLabel, shortSha } from './labels.js';

/** The line for what is waited for before a pipeline is followed or started. */
export function awaitEventLine(event: AwaitEvent): string {
  switch (event.kind) {
    case 'awaiting_pipeline': {
      const { sha, ref, source, passedOver, remainingMs } = event;
      const ofSource = source === undefined ? '' : ` of source ${source}`;
      const onRef = ref === undefined ? '' : ` on ${cleanLine(ref, 255)}`;
      const others = passedOver.length === 0 ? '' : ` (passed over: ${pipelinesLabel(passedOver)})`;
      return `No pipeline${ofSource} for commit ${shortSha(sha)}${onRef} yet${others}; waiting for up to ${formatDuration(remainingMs)}`;
    }
    case 'pipelines_passed_over':
      return `Other pipelines of the commit, passed over: ${pipelinesLabel(event.pipelines)}`;
    case 'awaiting_commit': {
      const { sha, ref, tip, remainingMs } = event;
      const at = tip === undefined ? 'does not exist yet' : `is at ${shortSha(tip)}`;
      return `${cleanLine(ref, 255)} ${at}; waiting for ${shortSha(sha)} for up to ${formatDuration(remainingMs)}`;
    }
    case 'commit_arrived': {
      const { ref, sha, tip, isNewer, elapsedMs } = event;
      const more = isNewer ? `, which has ${shortSha(sha)} in its past,` : '';
      return `${cleanLine(ref, 255)} is at ${shortSha(tip)}${more} after ${formatDuration(elapsedMs)}`;
    }
    case 'mirror_asked':
      return event.dueInMs === undefined
        ? 'GitLab was asked to pull its mirror now'
        : `GitLab was asked to pull its mirror, and will in about ${formatDuration(event.dueInMs)}: it does not more often than every five minutes`;
    case 'await_failed':
      return `GitLab cannot be asked (${cleanLine(event.why)}); trying again for up to ${formatDuration(event.retryTimeoutMs)}`;
    default:
      return assertNever(event);
  }
}

/** `300 (trigger on main), 301 (schedule on main)`. */
function pipelinesLabel(pipelines: readonly Pipeline[]): string {
  return listLabel(
    pipelines.map(({ id, source, ref }) => {
      const from = source === undefined ? 'source unknown' : cleanLine(source, 60);
      return `${id} (${from} on ${cleanLine(ref, 100)})`;
    }),
  );
}
