import { type LogEntry, type LogLines, createLogLines } from './decode-lines.js';
import type { LogLimits } from './log-entry.js';

/**
 * The same text, but not as a window into the larger one that it was cut from, which would be kept alive with
 * it.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

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

/** What of a log is known already, so that every answer gives only what is new. */
export interface LogPosition {
  /** How many bytes are known. */
  readonly knownBytes: () => number;
  /**
   * The byte to ask from: a little before the end of what is known, so that the answer shows whether it fits.
   */
  readonly fromByte: () => number;
  /** Begins to read an answer to a request from `fromByte`. */
  readonly open: (fromByte: number) => LogAnswer;
}

export interface LogAnswer {
  /**
   * The bytes of `chunk` that are new; they count as known from now on. `misfit`: this is not the log that is
   * known.
   */
  readonly take: (chunk: Buffer) => Buffer | 'misfit';
  /**
   * To be asked after a complete answer. `offset_ignored`: it fits, but began at the first byte; `misfit`: it
   * ended before what is known does.
   */
  readonly end: () => 'fits' | 'offset_ignored' | 'misfit';
}

/**
 * Bytes known from both ends of a log. The first ones name the runner and the times at which it began, so
 * they do not come again within the log, and tell a server that passes over the offset.
 */
const overlapBytes = 512;

/** Of a log that is shorter, everything is asked for: that costs no more than finding out. */
const smallLogBytes = 4 * overlapBytes;

const nothing = Buffer.alloc(0);

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

  /**
   * Whether `chunk`, which stands at the byte `at`, agrees with the known end of the log where the two
   * overlap.
   */
  const agrees = (chunk: Buffer, at: number): boolean => {
    const tailStart = known - tail.length;
    const from = Math.max(at, tailStart);
    const to = Math.min(at + chunk.length, known);
    return (
      to <= from || chunk.subarray(from - at, to - at).equals(tail.subarray(from - tailStart, to - tailStart))
    );
  };

  const open = (fromByte: number): LogAnswer => {
    /** Where the next chunk stands; unknown until the first bytes have shown where the answer begins. */
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

/** What has been read of one log, and what of it has not been handed on yet. */
export interface LogTranscript {
  readonly knownBytes: () => number;
  /** The byte to ask from. */
  readonly fromByte: () => number;
  readonly open: (fromByte: number) => LogAnswer;
  /** The next bytes of the log, all of them new. */
  readonly add: (fresh: Buffer) => void;
  /** Whether a limit is reached; entries beyond it are dropped. */
  readonly isFull: () => boolean;
  /** Finishes the line that has no end yet. */
  readonly finish: () => void;
  /** Forgets what was read, but neither what was not handed on nor how much was shown already. */
  readonly restart: () => void;
  /** Hands on what is new, each entry once. */
  readonly takeNew: () => readonly LogEntry[];
}

/** An entry costs memory and a line of the host's log, however short it is. */
const entryCharge = 40;

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
