import { type Clock, type Random, sleep } from '../base/clock.js';
import { stripTerminalSequences } from '../base/text.js';
import { freshText } from '../gitlab/request.js';
import type { JobCall } from '../model/addresses.js';
import { type LogEntry, createLogLines } from './decode-lines.js';
import { type TraceEnd, type TraceReader, readTrace, untoldEnd } from './read-trace.js';
import { ownCopy } from './transcript.js';

export interface LogTailDeps {
  readonly gitlab: TraceReader;
  readonly clock: Clock;
  readonly random: Random;
}

export type LogTail =
  | {
      readonly kind: 'lines';
      /** Oldest first, including titles of sections, without blank lines at the end of the log. */
      readonly lines: readonly string[];
      /** Number of lines before these. */
      readonly omitted: number;
      /** Size of the whole log. */
      readonly bytes: number;
    }
  | {
      readonly kind: 'unavailable';
      readonly why: string;
      /** `all_logs`: the logs of other jobs are unavailable too. */
      readonly concerns: 'this_log' | 'all_logs';
    };

/**
 * Upper bounds of the pauses before the second and the third attempt: long enough for a short failure, not
 * for an outage.
 */
const retryPausesMs = [1000, 4000] as const;

/** Upper bound of a wait that the server asks for: logs are optional. */
const maxRetryAfterMs = 15_000;

/**
 * The last `lines` lines of a job's log. The whole log is transferred, because its size is unknown in advance
 * and GitLab reads only forward from `byte_offset`. Only the last lines are kept in memory. Tries up to three
 * times if a failure may be temporary.
 * @throws the reason of `signal` when it aborts, and nothing else.
 */
export async function tailOf(
  deps: LogTailDeps,
  wanted: JobCall & { readonly lines: number },
  signal: AbortSignal,
): Promise<LogTail> {
  let isCached = false;
  /** The length of the longest log whose response did not say where it ends. */
  let untoldBytes: number | undefined;
  for (let attempt = 0; ; attempt += 1) {
    const fresh = isCached ? freshText(wanted.jobId, deps.clock) : undefined;
    const { end: thisEnd, tail } = await readTail(deps.gitlab, { ...wanted, fresh }, signal);
    const isUntold = thisEnd.kind === 'complete' && thisEnd.endUntold === true && tail.bytes !== untoldBytes;
    const end = isUntold ? { kind: 'failed' as const, ...untoldEnd } : thisEnd;
    if (end.kind !== 'failed') return tail;
    if (isUntold) untoldBytes = Math.max(untoldBytes ?? 0, tail.bytes);
    isCached ||= end.fromCache === true;
    const pauseMs = retryPausesMs[attempt];
    if (pauseMs === undefined || end.concerns !== 'moment') {
      return {
        kind: 'unavailable',
        why: end.why,
        concerns: end.concerns === 'all' ? 'all_logs' : 'this_log',
      };
    }
    const retryAfterMs = Math.min(end.retryAfterMs ?? 0, maxRetryAfterMs);
    await sleep(deps.clock, Math.max(retryAfterMs, pauseMs * (0.5 + deps.random() / 2)), signal);
  }
}

async function readTail(
  gitlab: TraceReader,
  { project, jobId, lines, fresh }: JobCall & { readonly lines: number; readonly fresh: string | undefined },
  signal: AbortSignal,
): Promise<{ readonly end: TraceEnd; readonly tail: Extract<LogTail, { readonly kind: 'lines' }> }> {
  const last = createLastLines(lines);
  const decoder = createLogLines((entry) => {
    const text = textOf(entry);
    if (text !== undefined) last.add(text);
  });
  let bytes = 0;
  const end = await readTrace(gitlab, {
    call: { project, jobId, fromByte: 0, fresh },
    sink: (chunk) => {
      bytes += chunk.length;
      decoder.push(chunk);
      return 'more';
    },
    signal,
  });
  decoder.end();
  const kept = last.lines();
  return { end, tail: { kind: 'lines', lines: kept, omitted: last.count() - kept.length, bytes } };
}

/** The text of an entry where sections are not collapsed. */
function textOf(entry: LogEntry): string | undefined {
  switch (entry.kind) {
    case 'line':
      return entry.text;
    case 'section_start':
      return entry.title;
    case 'section_end':
      return undefined;
  }
}

interface LastLines {
  /** Blank lines count only if another line follows. */
  readonly add: (line: string) => void;
  readonly count: () => number;
  readonly lines: () => readonly string[];
}

/** A ring buffer of `size` lines. */
function createLastLines(size: number): LastLines {
  const ring: string[] = [];
  let count = 0;
  /** Trailing blank lines: the last of them, and their number. */
  let blank: string[] = [];
  let blankCount = 0;
  const take = (line: string): void => {
    if (size > 0) ring[count % size] = line;
    count += 1;
  };
  return {
    add: (line) => {
      if (isBlank(line)) {
        blankCount += 1;
        blank.push(line);
        if (blank.length > 2 * size + 1) blank = blank.slice(-size - 1);
        return;
      }
      count += blankCount - blank.length;
      blank.forEach(take);
      blank = [];
      blankCount = 0;
      take(line);
    },
    count: () => count,
    lines: () => {
      const start = count > ring.length ? count % ring.length : 0;
      return [...ring.slice(start), ...ring.slice(0, start)].map(ownCopy);
    },
  };
}

/** Whether a line is visibly empty; it may contain colors. */
function isBlank(line: string): boolean {
  return stripTerminalSequences(line).trim() === '';
}
