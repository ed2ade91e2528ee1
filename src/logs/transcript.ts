import { type LogEntry, type LogLines, createLogLines } from './decode-lines.js';
import type { LogLimits } from './log-entry.js';

/** A copy of the text. A substring would keep the larger text alive from which it was cut. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** A copy of an entry whose texts do not keep the chunk they came from in memory. */
export function ownCopyOfEntry(entry: LogEntry): LogEntry {
  switch (entry.kind) {
    case 'line':
      return { kind: 'line', text: ownCopy(entry.text) };
    case 'section_start':
      return {
        ...entry,
        name: ownCopy(entry.name),
        title: entry.title === undefined ? undefined : ownCopy(entry.title),
      };
    case 'section_end':
      return { kind: 'section_end', name: ownCopy(entry.name) };
  }
}

/** Tracks the known part of a log, so that each response yields only what is new. */
export interface LogPosition {
  /** Number of known bytes. */
  readonly knownBytes: () => number;
  /**
   * The byte to request from: slightly before the end of the known part, so that the response shows whether
   * it matches.
   */
  readonly fromByte: () => number;
  /** Starts to read a response to a request from `fromByte`. */
  readonly open: (fromByte: number) => LogAnswer;
}

export interface LogAnswer {
  /** The new bytes of `chunk`, which count as known from now on. `misfit`: this is a different log. */
  readonly take: (chunk: Buffer) => Buffer | 'misfit';
  /**
   * Call it after a complete response. `offset_ignored`: it matches, but began at the first byte; `misfit`:
   * it ended before the end of the known part.
   */
  readonly end: () => 'fits' | 'offset_ignored' | 'misfit';
}

/**
 * Number of known bytes kept from both ends of a log. The first ones name the runner and its start times, so
 * they do not occur again within the log, and identify a server that ignores the offset.
 */
const overlapBytes = 512;

/** A shorter log is requested in full, which costs no more than the check. */
const smallLogBytes = 4 * overlapBytes;

const nothing = Buffer.alloc(0);

/** Creates the position of a log of which nothing has been read. */
export function createLogPosition(): LogPosition {
  let known = 0;
  let head = nothing;
  let tail = nothing;

  const learn = (fresh: Buffer): void => {
    if (fresh.length === 0) return;
    if (head.length < overlapBytes)
      head = Buffer.concat([head, fresh.subarray(0, overlapBytes - head.length)]);
    tail = Buffer.concat([tail, fresh.subarray(-overlapBytes)]);
    if (tail.length > overlapBytes) tail = Buffer.from(tail.subarray(-overlapBytes));
    known += fresh.length;
  };

  /** Whether `chunk` at the byte `at` agrees with the known end of the log where the two overlap. */
  const agrees = (chunk: Buffer, at: number): boolean => {
    const tailStart = known - tail.length;
    const from = Math.max(at, tailStart);
    const to = Math.min(at + chunk.length, known);
    return (
      to <= from || chunk.subarray(from - at, to - at).equals(tail.subarray(from - tailStart, to - tailStart))
    );
  };

  const open = (fromByte: number): LogAnswer => {
    /** Position of the next chunk; unknown until the first bytes have shown where the response begins. */
    let at = fromByte === 0 ? 0 : undefined;
    let undecided = nothing;
    let offsetIgnored = false;

    const advance = (chunk: Buffer, from: number): Buffer | 'misfit' => {
      if (!agrees(chunk, from)) return 'misfit';
      const fresh = chunk.subarray(Math.max(0, known - from));
      at = from + chunk.length;
      learn(fresh);
      return fresh;
    };

    return {
      take: (chunk) => {
        if (at !== undefined) return advance(chunk, at);
        undecided = Buffer.concat([undecided, chunk]);
        if (undecided.length < overlapBytes) return nothing;
        const start = undecided.subarray(0, overlapBytes);
        if (start.equals(tail)) return advance(undecided, fromByte);
        offsetIgnored = start.equals(head);
        return offsetIgnored ? advance(undecided, 0) : 'misfit';
      },
      end: () => {
        if (at === undefined || at < known) return 'misfit';
        return offsetIgnored ? 'offset_ignored' : 'fits';
      },
    };
  };

  return {
    knownBytes: () => known,
    fromByte: () => (known < smallLogBytes ? 0 : known - overlapBytes),
    open,
  };
}

/** The content read of one log, and the part that has not been passed on yet. */
export interface LogTranscript {
  readonly knownBytes: () => number;
  /** The byte to request from. */
  readonly fromByte: () => number;
  readonly open: (fromByte: number) => LogAnswer;
  /** The next bytes of the log, all new. */
  readonly add: (fresh: Buffer) => void;
  /** Whether a limit is reached; entries beyond it are dropped. */
  readonly isFull: () => boolean;
  /** Completes an unterminated line. */
  readonly finish: () => void;
  /** Discards what was read, but keeps entries not passed on and the count of what was shown. */
  readonly restart: () => void;
  /** Returns new entries, each once. */
  readonly takeNew: () => readonly LogEntry[];
}

/** An entry costs memory and a line of the host's log, however short it is. */
const entryCharge = 40;

/** Creates a transcript that returns each new line of a log once, up to `limits`. */
export function createLogTranscript(limits: LogLimits): LogTranscript {
  let shown = 0;
  let fresh: LogEntry[] = [];
  let position: LogPosition = createLogPosition();

  const isFull = (): boolean =>
    shown >= limits.charactersPerJob || position.knownBytes() >= limits.bytesPerJob;

  const collect = (entry: LogEntry): void => {
    if (shown >= limits.charactersPerJob) return;
    shown += charactersOf(entry) + entryCharge;
    fresh.push(ownCopyOfEntry(entry));
  };

  let lines: LogLines = createLogLines(collect);
  return {
    knownBytes: () => position.knownBytes(),
    fromByte: () => position.fromByte(),
    open: (fromByte) => position.open(fromByte),
    add: (bytes) => lines.push(bytes),
    isFull,
    finish: () => lines.end(),
    restart: () => {
      position = createLogPosition();
      lines = createLogLines(collect);
    },
    takeNew: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

function charactersOf(entry: LogEntry): number {
  switch (entry.kind) {
    case 'line':
      return entry.text.length;
    case 'section_start':
      return entry.name.length + (entry.title ?? '').length;
    case 'section_end':
      return entry.name.length;
  }
}
