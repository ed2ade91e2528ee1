/** What of a log is known already, so that every answer gives only what is new. */
export interface LogPosition {
  /** How many bytes are known. */
  readonly knownBytes: () => number;
  /** The byte to ask from: a little before the end of what is known, so that the answer shows whether it fits. */
  readonly fromByte: () => number;
  /** Begins to read an answer to a request from `fromByte`. */
  readonly open: (fromByte: number) => LogAnswer;
}

export interface LogAnswer {
  /** The bytes of `chunk` that are new; they count as known from now on. `misfit`: this is not the log that is known. */
  readonly take: (chunk: Buffer) => Buffer | 'misfit';
  /** To be asked after a complete answer. `offset_ignored`: it fits, but began at the first byte; `misfit`: it ended before what is known does. */
  readonly end: () => 'fits' | 'offset_ignored' | 'misfit';
}

/**
 * Bytes known from both ends of a log. The first ones name the runner and the times at which it began, so they do not come again within the
 * log, and tell a server that passes over the offset.
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

  /** Whether `chunk`, which stands at the byte `at`, agrees with the known end of the log where the two overlap. */
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
