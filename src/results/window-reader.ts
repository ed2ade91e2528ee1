import { readSync } from 'node:fs';

import { RandomAccessReader } from 'yauzl';

/** Enough for the records of thousands of small files; they are read in the order in which they lie. */
const windowBytes = 1024 * 1024;

/**
 * Reads an archive on disk in large pieces, because the directory of one with many files is read in many small steps. Nothing is awaited: what was
 * just downloaded is still in memory.
 */
export class WindowReader extends RandomAccessReader {
  readonly #fd: number;
  readonly #window = Buffer.allocUnsafe(windowBytes);
  #start = 0;
  #length = 0;

  constructor(fd: number) {
    super();
    this.#fd = fd;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: Error | null = null;
    try {
      this.bytesAt(position, length).copy(buffer, offset);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    callback(failure);
  }

  /**
   * Some bytes of the archive; they are good until the next call.
   * @throws {Error} when the archive has no so many there.
   */
  bytesAt(position: number, length: number): Buffer {
    if (length > windowBytes) return this.#large(position, length);
    if (position < this.#start || position + length > this.#start + this.#length) {
      this.#start = position;
      this.#length = readSync(this.#fd, this.#window, 0, windowBytes, position);
    }
    const from = position - this.#start;
    if (from + length > this.#length) throw new Error('unexpected end of the archive');
    return this.#window.subarray(from, from + length);
  }

  #large(position: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(this.#fd, buffer, filled, length - filled, position + filled);
      if (read === 0) throw new Error('unexpected end of the archive');
      filled += read;
    }
    return buffer;
  }
}
