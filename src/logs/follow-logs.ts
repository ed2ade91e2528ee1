import { type Clock, sleep } from '../base/clock.js';
import { isTerminalStatus } from '../model/pipeline.js';
import { type JobLog, type LogServer, closeJobLog, newJobLog, readJobLog } from './job-log.js';
import { type LogBlock, type LogLimits, type LogSource, defaultLogLimits } from './log-entry.js';
import type { TraceReader } from './read-trace.js';
import { createLogTranscript } from './transcript.js';

export interface LogFollowerDeps {
  readonly gitlab: TraceReader;
  readonly clock: Clock;
}

/** Follows the logs of many jobs at once. Failures of logs are reported as blocks and never thrown. */
export interface LogFollower {
  /** The jobs of a new snapshot. A read that has not begun yet takes place after it. */
  readonly see: (sources: readonly LogSource[]) => void;
  /**
   * The new lines in the logs of `sources`, the jobs of one snapshot, block by block in the order in which
   * the jobs were first seen. Each job is read at every poll while it runs, and once more after it has ended.
   * A job that is no longer listed has ended. Include retried attempts too, or the end of their logs is read
   * one poll later. Consume each iteration to its end before the next call.
   * @throws the reason of `signal` when it aborts.
   */
  readonly read: (
    sources: readonly LogSource[],
    signal: AbortSignal,
  ) => AsyncGenerator<LogBlock, void, undefined>;
  /**
   * Ends every read at this time on the clock at the latest, so that `read` and `settle` end soon after it.
   */
  readonly endAt: (endMs: number) => void;
  /**
   * After the last poll: reads what could not be read yet, with pauses of a few seconds in total, and then
   * reports what is missing.
   * @throws the reason of `signal` when it aborts.
   */
  readonly settle: (signal: AbortSignal) => AsyncGenerator<LogBlock, void, undefined>;
}

/** Enough to hide latency, few enough for GitLab's rate limits. */
const maxRequests = 4;

const settlePausesMs = [1000, 2000, 4000] as const;

/** Upper bound of a wait that the server asks for at the end: logs are optional. */
const maxRetryAfterMs = 15_000;

/**
 * Sends no request before the first poll. At most four requests run at a time, and their results are passed
 * on before more begin.
 */
export function createLogFollower(deps: LogFollowerDeps, limits: LogLimits = defaultLogLimits): LogFollower {
  const server: LogServer = {
    readsWhole: false,
    isCached: false,
    closedWhy: undefined,
    restUntilMs: 0,
    endMs: Infinity,
  };
  const logs = new Map<number, JobLog>();
  const settledIds = new Set<number>();

  const track = (sources: readonly LogSource[]): void => {
    const readable = sources.filter(({ job }) => hasLog(job) && !settledIds.has(job.id));
    const listed = new Set(readable.map(({ job }) => job.id));
    for (const [jobId, log] of logs) log.hasEnded ||= !listed.has(jobId);
    for (const source of readable) {
      const { id, status } = source.job;
      const log = logs.get(id) ?? newJobLog(source, createLogTranscript(limits));
      log.source = source;
      log.hasEnded ||= isTerminalStatus(status);
      logs.set(id, log);
    }
  };

  const isDue = ({ hasEnded, dueMs }: JobLog): boolean => hasEnded || deps.clock.nowMs() >= dueMs;

  const readOne = async (jobId: number, log: JobLog, signal: AbortSignal): Promise<readonly LogBlock[]> => {
    const nowMs = deps.clock.nowMs();
    if (server.closedWhy !== undefined || nowMs < server.restUntilMs || nowMs >= server.endMs) return [];
    const blocks = await readJobLog({ ...deps, server }, log, signal);
    if (log.isSettled) {
      logs.delete(jobId);
      settledIds.add(jobId);
    }
    return blocks;
  };

  /** Logs that have failed come last: what they make wait is little. */
  async function* readAll(
    due: readonly (readonly [number, JobLog])[],
    signal: AbortSignal,
  ): AsyncGenerator<LogBlock, void, undefined> {
    const running: Promise<readonly LogBlock[]>[] = [];
    const sorted = due.toSorted(([, one], [, other]) => one.failures - other.failures);
    for (const [jobId, log] of sorted) {
      const reading = readOne(jobId, log, signal);
      // If one read is aborted, the others are no longer awaited.
      reading.catch(() => undefined);
      running.push(reading);
      if (running.length >= maxRequests) yield* (await running.shift()) ?? [];
    }
    for (const reading of running) yield* await reading;
  }

  return {
    see: track,
    endAt: (endMs) => {
      server.endMs = endMs;
    },
    read: async function* read(sources, signal) {
      if (server.closedWhy !== undefined) return;
      track(sources);
      yield* readAll(
        [...logs].filter(([, log]) => isDue(log)),
        signal,
      );
    },
    settle: async function* settle(signal) {
      for (const pauseMs of settlePausesMs) {
        const open = [...logs].filter(([, log]) => log.hasEnded);
        const nowMs = deps.clock.nowMs();
        if (open.length === 0 || server.closedWhy !== undefined || nowMs >= server.endMs) break;
        const retryAfterMs = Math.min(server.restUntilMs - nowMs, maxRetryAfterMs);
        const waitMs = Math.min(Math.max(retryAfterMs, pauseMs), server.endMs - nowMs);
        await sleep(deps.clock, waitMs, signal);
        server.restUntilMs = 0;
        yield* readAll(open, signal);
      }
      const left = server.closedWhy === undefined ? [...logs.values()] : [];
      logs.clear();
      for (const log of left) {
        settledIds.add(log.source.job.id);
        yield* closeJobLog(log);
      }
    },
  };
}

/** Jobs that never ran have no log; a request would return an empty one. */
function hasLog({ status, startedAt }: LogSource['job']): boolean {
  return status === 'running' || startedAt !== undefined;
}
