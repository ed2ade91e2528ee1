import { open, type FileHandle } from 'node:fs/promises';

/** So much is collected before it is written, and as much may come meanwhile. */
const collectedBytes = 256 * 1024;

/** A new file that is written piece by piece, while the next pieces come. */
export interface FileSink {
  /** How much has been taken: the next piece is put behind it. */
  readonly bytes: () => number;
  /** Gives a promise when so much waits to be written that nothing more should come for now. */
  readonly write: (piece: Buffer) => Promise<void> | undefined;
  /** Writes what still waits. */
  readonly flush: () => Promise<void>;
  /** Begins anew. */
  readonly restart: () => void;
  readonly close: () => Promise<void>;
}

/** @throws errors of the system, such as `EEXIST` or `ENOSPC`; those of a write at the next call. */
export async function openFileSink(path: string): Promise<FileSink> {
  const file = await open(path, 'wx');
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let position = 0;
  let writing: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  const startWriting = (): void => {
    const pieces = waiting;
    const at = position;
    position += waitingBytes;
    waiting = [];
    waitingBytes = 0;
    writing = writing
      .then(() => (failure === undefined ? writeAll(file, pieces, at) : undefined))
      .catch((error: unknown) => {
        failure = { error };
      });
  };
  const settled = async (): Promise<void> => {
    await writing;
    if (failure !== undefined) throw failure.error;
  };

  return {
    bytes: () => position + waitingBytes,
    write: (piece) => {
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes < collectedBytes) return undefined;
      const before = settled();
      startWriting();
      return before;
    },
    flush: async () => {
      startWriting();
      await settled();
    },
    restart: () => {
      waiting = [];
      waitingBytes = 0;
      position = 0;
      // In the order of the writes: what comes now must not be cut off by it.
      writing = writing
        .then(() => file.truncate(0))
        .catch((error: unknown) => {
          failure = { error };
        });
    },
    close: async () => {
      await writing;
      await file.close();
    },
  };
}

async function writeAll(file: FileHandle, pieces: readonly Buffer[], position: number): Promise<void> {
  let at = position;
  let rest = pieces;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at);
    at += bytesWritten;
    rest = withoutStart(rest, bytesWritten);
  }
}

/** What is left when only a part was written. */
function withoutStart(pieces: readonly Buffer[], bytes: number): readonly Buffer[] {
  let skip = bytes;
  return pieces.flatMap((piece) => {
    const from = Math.min(skip, piece.length);
    skip -= from;
    return from === piece.length ? [] : [piece.subarray(from)];
  });
}
