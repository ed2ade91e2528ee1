import { assertNever } from '../base/assert-never.js';
import { type Clock, withTimeout } from '../base/clock.js';
import { freshText } from '../gitlab/request.js';
import type { LogBlock, LogSource } from './log-entry.js';
import { type TraceEnd, type TraceFailure, type TraceReader, readTrace, untoldEnd } from './read-trace.js';
import type { LogTranscript } from './transcript.js';

/** What the logs of all jobs show about the server. */
export interface LogServer {
  /**
   * Whole logs are requested: the server ignores the offset, or a proxy removes the names of logs, so that
   * only their starts prove them.
   */
  readsWhole: boolean;
  /** A cache on the way has answered: every request asks for a fresh response. */
  isCached: boolean;
  /** Why it returns no log at all. */
  closedWhy: string | undefined;
  /** It asked for no requests until then, a time on the clock. */
  restUntilMs: number;
  /** Nothing is read after this time on the clock. */
  endMs: number;
}

/** The log of one job, read in pieces. */
export interface JobLog {
  /** The job in the last snapshot. */
  source: LogSource;
  /** Nothing more is written to it. */
  hasEnded: boolean;
  /** Nothing more is read from it. */
  isSettled: boolean;
  /** At least one read has reached the end of what was there. */
  wasRead: boolean;
  /** When to read again while the job runs, a time on the clock. */
  dueMs: number;
  /** How much was known after a read of the ended log whose response did not say where it ends. */
  untoldBytes: number | undefined;
  /** The number of consecutive reads that failed, or that did not match what was read before. */
  failures: number;
  misfits: number;
  hasRestarted: boolean;
  readonly transcript: LogTranscript;
}

export interface JobLogDeps {
  readonly gitlab: TraceReader;
  readonly clock: Clock;
  readonly server: LogServer;
}

/** Time limit for one read: the other logs wait for it. The next read continues where this one was cut. */
const longestReadMs = 15_000;

/** Maximum number of reads of an ended log that keeps failing. */
const maxAttempts = 3;

/** The pause of a running job grows after each failed read. */
const failurePauseMs = 5000;
const maxPauseMs = 120_000;

/**
 * Logs that are sent as a whole each time are polled less often, so that a job causes at most this many
 * bytes per millisecond, whatever the size of its log.
 */
const wholeLogBytesPerMs = 50;

/** A single mismatch may occur while GitLab archives the log. */
const misfitsBeforeRestart = 2;

/** The state of a log before its first read. */
export function newJobLog(source: LogSource, transcript: LogTranscript): JobLog {
  return {
    source,
    hasEnded: false,
    isSettled: false,
    wasRead: false,
    dueMs: 0,
    untoldBytes: undefined,
    failures: 0,
    misfits: 0,
    hasRestarted: false,
    transcript,
  };
}

/**
 * Reads a log once and returns what is new. Updates `log` and what is known about the server.
 * @throws the reason of `signal` when it aborts.
 */
export async function readJobLog(
  deps: JobLogDeps,
  log: JobLog,
  signal: AbortSignal,
): Promise<readonly LogBlock[]> {
  const { clock, server } = deps;
  const isLast = log.hasEnded;
  const knownBytes = log.transcript.knownBytes();
  const afterMs = Math.min(longestReadMs, server.endMs - clock.nowMs());
  const read = await withTimeout({ clock, signal, afterMs }, (cutSignal) => readOn(deps, log, cutSignal));
  const { end, fit } = read === 'timed_out' ? tooSlow : read;
  if (log.transcript.isFull()) {
    log.isSettled = true;
    return notice(
      log,
      'cut',
      `the log is too long to be shown in full; all of it is at ${log.source.job.webUrl}`,
    );
  }
  if (fit === 'misfit') return afterMisfit(log);
  if (read === 'timed_out' && log.transcript.knownBytes() > knownBytes) {
    log.failures = 0;
    return newLines(log);
  }
  if (end.kind === 'failed') return afterFailure(deps, log, end);
  const length = log.transcript.knownBytes();
  if (isLast && end.kind === 'complete' && end.endUntold && log.untoldBytes !== length) {
    log.untoldBytes = length;
    return afterFailure(deps, log, untoldEnd);
  }
  log.failures = log.misfits = 0;
  log.wasRead = true;
  if (fit === 'offset_ignored' || (end.kind === 'complete' && end.provenByStart)) server.readsWhole = true;
  if (isLast) settle(log);
  else if (server.readsWhole) pause(deps, log, log.transcript.knownBytes() / wholeLogBytesPerMs);
  return newLines(log);
}

const tooSlow: OneRead = {
  end: { kind: 'failed', why: 'it did not arrive in time', concerns: 'moment' },
  fit: 'fits',
};

/** The last blocks of a log that is not read again. */
export function closeJobLog(log: JobLog): readonly LogBlock[] {
  settle(log);
  const isIncomplete = log.hasEnded || log.failures > 0 || !log.wasRead;
  return isIncomplete ? notice(log, 'unavailable', 'the end of the log could not be read') : newLines(log);
}

interface OneRead {
  readonly end: TraceEnd;
  readonly fit: 'fits' | 'offset_ignored' | 'misfit';
}

async function readOn(
  { gitlab, clock, server }: JobLogDeps,
  { source, transcript }: JobLog,
  signal: AbortSignal,
): Promise<OneRead> {
  const fromByte = server.readsWhole ? 0 : transcript.fromByte();
  const answer = transcript.open(fromByte);
  const seen = { misfit: false };
  const jobId = source.job.id;
  const end = await readTrace(gitlab, {
    call: {
      project: source.project,
      jobId,
      fromByte,
      fresh: server.isCached ? freshText(jobId, clock) : undefined,
    },
    sink: (chunk) => {
      const fresh = answer.take(chunk);
      if (fresh === 'misfit') {
        seen.misfit = true;
        return 'stop';
      }
      transcript.add(fresh);
      return transcript.isFull() ? 'stop' : 'more';
    },
    signal,
  });
  if (seen.misfit) return { end, fit: 'misfit' };
  if (end.kind !== 'complete') return { end, fit: 'fits' };
  const fit = answer.end();
  const isCut = fit === 'misfit' && end.endUntold === true;
  return isCut ? { end: { kind: 'failed', ...untoldEnd }, fit: 'fits' } : { end, fit };
}

function afterFailure(
  deps: JobLogDeps,
  log: JobLog,
  { why, concerns, fromCache, retryAfterMs }: TraceFailure,
): readonly LogBlock[] {
  const { server, clock } = deps;
  switch (concerns) {
    case 'all': {
      const isNew = server.closedWhy === undefined;
      server.closedWhy ??= why;
      settle(log);
      return isNew ? [...newLines(log), { kind: 'closed', why }] : newLines(log);
    }
    case 'log':
      settle(log);
      return notice(log, 'unavailable', `the log cannot be shown: ${why}`);
    case 'moment':
      log.failures += 1;
      server.isCached ||= fromCache === true;
      if (retryAfterMs !== undefined) server.restUntilMs = clock.nowMs() + retryAfterMs;
      if (!log.hasEnded || log.failures < maxAttempts) {
        pause(deps, log, log.failures * failurePauseMs);
        return newLines(log);
      }
      settle(log);
      return notice(log, 'unavailable', `the log cannot be shown to its end: ${why}`);
    default:
      return assertNever(concerns);
  }
}

/** The log is shorter than before, or different: it was erased, or its runner started over. */
function afterMisfit(log: JobLog): readonly LogBlock[] {
  log.misfits += 1;
  if (log.misfits < misfitsBeforeRestart) return [];
  log.transcript.finish();
  if (log.hasRestarted) {
    log.isSettled = true;
    return notice(log, 'unavailable', 'the log keeps changing, and is not shown any further');
  }
  const blocks = notice(
    log,
    'rewritten',
    'the log was erased or rewritten; it is shown from its start again',
  );
  log.hasRestarted = true;
  log.misfits = 0;
  log.transcript.restart();
  return blocks;
}

function settle(log: JobLog): void {
  log.isSettled = true;
  log.transcript.finish();
}

function pause({ clock }: JobLogDeps, log: JobLog, pauseMs: number): void {
  log.dueMs = clock.nowMs() + Math.min(pauseMs, maxPauseMs);
}

function newLines({ source: { path, job }, transcript }: JobLog): readonly LogBlock[] {
  const lines = transcript.takeNew();
  return lines.length === 0 ? [] : [{ kind: 'lines', path, job, lines }];
}

function notice(log: JobLog, reason: 'cut' | 'unavailable' | 'rewritten', text: string): readonly LogBlock[] {
  const { path, job } = log.source;
  return [...newLines(log), { kind: 'note', path, job, reason, text }];
}
