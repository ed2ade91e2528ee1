import type { Clock } from '../base/clock.js';
import type { LogFollower } from './follow-logs.js';
import type { LogBlock, LogSource } from './log-entry.js';

/** Reads logs beside the polls: neither a poll nor the verdict waits for a log. */
export interface BesideReader {
  /** The jobs of a new snapshot: their logs are read in the background, once per snapshot at most. */
  readonly see: (sources: readonly LogSource[]) => void;
  /**
   * After the verdict: reads what is left for a limited time, and then reports what is missing. Ends early,
   * without an error, when the step is stopped.
   * @throws any error of `show`.
   */
  readonly finish: () => Promise<void>;
  /** Ends all reads at once, for a run without a verdict. Never rejects. */
  readonly stop: () => Promise<void>;
}

export interface BesideDeps {
  readonly follower: LogFollower;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly show: (block: LogBlock) => void;
  /** Ends all reads. */
  readonly signal: AbortSignal;
}

/** The verdict is known at this point. What takes longer is reported as missing. */
const lastLogsMs = 30_000;

export function createBesideReader({ follower, clock, show, signal }: BesideDeps): BesideReader {
  const stopping = new AbortController();
  const ending = AbortSignal.any([signal, stopping.signal]);
  /** The jobs of the snapshot to read next. */
  let waiting: readonly LogSource[] | undefined;
  let reading = Promise.resolve();

  const showAll = async (blocks: AsyncIterable<LogBlock>): Promise<void> => {
    try {
      for await (const block of blocks) show(block);
    } catch (error) {
      if (!ending.aborted || error !== ending.reason) throw error;
    }
  };

  const readNext = async (): Promise<void> => {
    const sources = waiting ?? [];
    waiting = undefined;
    await showAll(follower.read(sources, ending));
  };

  return {
    see: (sources) => {
      follower.see(sources);
      if (waiting === undefined) {
        reading = reading.then(readNext);
        // The error stays in `reading`, for `finish`.
        reading.catch(() => undefined);
      }
      waiting = sources;
    },
    finish: async () => {
      follower.endAt(clock.nowMs() + lastLogsMs);
      await reading;
      await showAll(follower.settle(ending));
    },
    stop: async () => {
      stopping.abort(new Error('the run has ended'));
      await reading.catch(() => undefined);
    },
  };
}
