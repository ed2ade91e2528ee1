import type { LogLimits } from './log-block.js';
import { ownCopyOfEntry } from './log-copy.js';
import { createLogLines, type LogEntry, type LogLines } from './log-lines.js';
import { createLogPosition, type LogAnswer, type LogPosition } from './log-position.js';

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
