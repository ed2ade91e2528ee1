import { type Clock, sleep } from '../../base/clock.js';
import { formatDuration } from '../../base/duration.js';
import { isAlive } from '../../hosts/background.js';

/** What ends a server beside a signal. */
export interface StopLimits {
  readonly stopAfterMs: number | undefined;
  /** The id of a process. */
  readonly stopWith: number | undefined;
  /** Whether the file that tells of the server is still there. */
  readonly isReady: () => boolean;
}

const pollMs = 250;

/** Waits until a limit is reached, and gives it in words; `undefined` when the signal was first. */
export async function reasonToStop(
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  limits: StopLimits,
): Promise<string | undefined> {
  const startMs = clock.nowMs();
  for (;;) {
    try {
      await sleep(clock, pollMs, signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
    const reason = reached(limits, clock.nowMs() - startMs);
    if (reason !== undefined) return reason;
  }
}

function reached({ stopAfterMs, stopWith, isReady }: StopLimits, passedMs: number): string | undefined {
  if (!isReady()) return 'its ready_file was removed';
  if (stopWith !== undefined && !isAlive(stopWith)) return `process ${stopWith} has ended`;
  if (stopAfterMs !== undefined && passedMs >= stopAfterMs)
    return `${formatDuration(stopAfterMs)} are over (stop_after)`;
  return undefined;
}
